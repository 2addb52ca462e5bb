"""aiokafka against a broker."""
import asyncio
import json
import ssl
import sys

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.abc import AbstractTokenProvider
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError
from aiokafka.structs import OffsetAndMetadata

TIMEOUT_S = 60


class Bearer(AbstractTokenProvider):
    def __init__(self, access_token):
        self.access_token = access_token

    async def token(self):
        return self.access_token


def common(config):
    options = {"bootstrap_servers": config["bootstrap"]}
    tls = "ca" in config
    if tls:
        options["ssl_context"] = ssl.create_default_context(cafile=config["ca"])
        if "cert" in config:
            options["ssl_context"].load_cert_chain(config["cert"], config["key"])
    if "sasl" in config:
        sasl = config["sasl"]
        options["sasl_mechanism"] = sasl["mechanism"]
        if "token" in sasl:
            options["sasl_oauth_token_provider"] = Bearer(sasl["token"])
        else:
            options["sasl_plain_username"], options["sasl_plain_password"] = sasl["username"], sasl["password"]
    if tls or "sasl" in config:
        options["security_protocol"] = ("SASL_" if "sasl" in config else "") + ("SSL" if tls else "PLAINTEXT")
    return options


def records(count, prefix="value"):
    return [(f"key-{i % 17}".encode(), f"{prefix}-{i}".encode()) for i in range(count)]


async def produce(config):
    compression = config.get("compression", "none")
    producer = AIOKafkaProducer(**common(config), compression_type=None if compression == "none" else compression, enable_idempotence=True)
    await producer.start()
    try:
        sent = [await producer.send(config["topic"], key=key, value=value) for key, value in records(config["count"])]
        await asyncio.gather(*sent)
    finally:
        await producer.stop()


async def member(config, read, **extra):
    options = {"group_id": config["group"], "auto_offset_reset": "earliest", "heartbeat_interval_ms": 200}
    consumer = AIOKafkaConsumer(config["topic"], **common(config), **options, **extra)
    await consumer.start()

    async def work():
        async for message in consumer:
            read.append(f"{message.key.decode()}={message.value.decode()}")

    return consumer, asyncio.create_task(work())


async def leave(consumer, task):
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await consumer.stop()


async def until(condition, what):
    for _ in range(TIMEOUT_S * 100):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError(what())


async def read_all(read, count):
    await until(lambda: len(set(read)) >= count, lambda: f"{len(set(read))} of {count} records came")


async def round_trip(config):
    await produce(config)
    read = []
    consumer, task = await member(config, read)
    reading = asyncio.create_task(read_all(read, config["count"]))
    await asyncio.wait([reading, task], return_when=asyncio.FIRST_COMPLETED)
    reason = task.exception() if task.done() else None
    reading.cancel()
    await leave(consumer, task)
    if reason is not None:
        raise reason
    return {"read": read}


async def rebalance(config):
    read = []
    first = await member(config, read)
    second = await member(config, read)
    await until(lambda: first[0].assignment() and second[0].assignment(), lambda: "the two members never shared the topic")
    await produce(config)
    await leave(*first)
    await read_all(read, config["count"])
    await leave(*second)
    return {"read": read}


async def transactions(config):
    producer = AIOKafkaProducer(**common(config), transactional_id=config["transactionalId"])
    await producer.start()
    for name in ("committed", "aborted", "last"):
        await producer.begin_transaction()
        await asyncio.gather(*[await producer.send(config["topic"], key=key, value=value) for key, value in records(config["count"], name)])
        await (producer.abort_transaction() if name == "aborted" else producer.commit_transaction())
    await producer.stop()
    read = []
    consumer = await member(config, read, isolation_level="read_committed")
    await read_all(read, 2 * config["count"])
    await leave(*consumer)
    return {"read": read}


async def admin(config):
    client, topic = AIOKafkaAdminClient(**common(config)), config["topic"]
    await client.start()
    await client.create_topics([NewTopic(topic, 2, 1, topic_configs={"retention.ms": "3600000"})])
    await client.create_partitions({topic: NewPartitions(4)})
    described = await client.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"retention.ms": None})])
    consumer = AIOKafkaConsumer(**common(config), group_id=config["group"], enable_auto_commit=False)
    await consumer.start()
    partitions = [TopicPartition(topic, i) for i in range(4)]
    consumer.assign(partitions)
    await consumer.commit({partitions[0]: OffsetAndMetadata(0, "")})
    ends = await consumer.end_offsets(partitions)
    await consumer.stop()
    metadata = await client.describe_topics([topic])
    groups = await client.list_consumer_groups()
    await client.delete_topics([topic])
    topics = await client.list_topics()
    await client.close()
    return {
        "partitions": len(metadata[0]["partitions"]),
        "retentionMs": described[0].resources[0][4][0][1],
        "groupListed": any(group[0] == config["group"] for group in groups),
        "endOffsets": [ends[partition] for partition in partitions],
        "topicDeleted": topic not in topics,
    }


async def enter(config):
    """Connects and asks for little."""
    client = AIOKafkaAdminClient(**common(config))
    try:
        await client.start()
    finally:
        await client.close()


async def attempt(config):
    try:
        await enter(config)
        return await round_trip(config)
    except KafkaError as error:
        return {"error": f"{type(error).__name__}: {error}"}


async def attempts(config):
    """Tries several ways in at once: what was read by each, or why it leads nowhere."""
    found = await asyncio.gather(*[attempt(one) for one in config["attempts"]])
    return {one["name"]: result for one, result in zip(config["attempts"], found)}


SCENARIOS = {"roundTrip": round_trip, "rebalance": rebalance, "transactions": transactions, "admin": admin, "attempts": attempts}

print(json.dumps(asyncio.run(SCENARIOS[sys.argv[1]](json.loads(sys.argv[2])))))
