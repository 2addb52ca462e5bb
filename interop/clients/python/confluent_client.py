"""confluent-kafka (librdkafka) against a broker."""
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, ConfigResource, NewPartitions, NewTopic, OffsetSpec

TIMEOUT_S = 60


def common(config):
    options = {"bootstrap.servers": config["bootstrap"]}
    tls = "ca" in config
    if tls:
        options["ssl.ca.location"] = config["ca"]
    if "cert" in config:
        options.update({"ssl.certificate.location": config["cert"], "ssl.key.location": config["key"]})
    if "sasl" in config:
        sasl = config["sasl"]
        options["sasl.mechanism"] = sasl["mechanism"]
        if "token" in sasl:
            options["oauth_cb"] = lambda _: (sasl["token"], time.time() + 3600)
        else:
            options.update({"sasl.username": sasl["username"], "sasl.password": sasl["password"]})
    if tls or "sasl" in config:
        options["security.protocol"] = ("SASL_" if "sasl" in config else "") + ("SSL" if tls else "PLAINTEXT")
    return options


def records(count, prefix="value"):
    return [(f"key-{i % 17}", f"{prefix}-{i}") for i in range(count)]


def produce(config):
    producer = Producer({**common(config), "compression.type": config.get("compression", "none"), "enable.idempotence": True})
    failures = []
    for key, value in records(config["count"]):
        producer.produce(config["topic"], key=key, value=value, on_delivery=lambda error, _: error and failures.append(f"{error.name()}: {error.str()}"))
    producer.flush(TIMEOUT_S)
    if failures:
        raise RuntimeError(failures[0])


def consumer_of(config, **extra):
    options = {"group.id": config["group"], "auto.offset.reset": "earliest", "enable.auto.commit": True}
    consumer = Consumer({**common(config), **options, **extra})
    consumer.subscribe([config["topic"]])
    return consumer


def poll_into(consumer, read):
    message = consumer.poll(0.05)
    if message is None:
        return
    if message.error():
        raise KafkaException(message.error())
    read.append(f"{message.key().decode()}={message.value().decode()}")


def read_all(consumers, count, read):
    deadline = time.monotonic() + TIMEOUT_S
    while len(set(read)) < count:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{len(set(read))} of {count} records came")
        for consumer in consumers:
            poll_into(consumer, read)


def round_trip(config, **extra):
    produce(config)
    consumer = consumer_of(config, **extra)
    read = []
    read_all([consumer], config["count"], read)
    consumer.close()
    return {"read": read}


def rebalance(config, **extra):
    first, second = consumer_of(config, **extra), consumer_of(config, **extra)
    read = []
    deadline = time.monotonic() + TIMEOUT_S
    while not (first.assignment() and second.assignment()):
        if time.monotonic() > deadline:
            raise TimeoutError("the two members never shared the topic")
        poll_into(first, read)
        poll_into(second, read)
    produce(config)
    first.close()
    read_all([second], config["count"], read)
    second.close()
    return {"read": read}


def transactions(config):
    producer = Producer({**common(config), "transactional.id": config["transactionalId"]})
    producer.init_transactions(TIMEOUT_S)
    for name in ("committed", "aborted", "last"):
        producer.begin_transaction()
        for key, value in records(config["count"], name):
            producer.produce(config["topic"], key=key, value=value)
        producer.flush(TIMEOUT_S)
        if name == "aborted":
            producer.abort_transaction(TIMEOUT_S)
        else:
            producer.commit_transaction(TIMEOUT_S)
    consumer = consumer_of(config, **{"isolation.level": "read_committed"})
    read = []
    read_all([consumer], 2 * config["count"], read)
    consumer.close()
    return {"read": read}


def results(futures):
    return {key: future.result(TIMEOUT_S) for key, future in futures.items()}


def admin(config):
    client, topic = AdminClient(common(config)), config["topic"]
    results(client.create_topics([NewTopic(topic, num_partitions=2, replication_factor=1, config={"retention.ms": "3600000"})]))
    results(client.create_partitions([NewPartitions(topic, 4)]))
    resource = ConfigResource(ConfigResource.Type.TOPIC, topic)
    entries = list(results(client.describe_configs([resource])).values())[0]
    ends = results(client.list_offsets({TopicPartition(topic, i): OffsetSpec.latest() for i in range(4)}))
    consumer = Consumer({**common(config), "group.id": config["group"]})
    consumer.commit(offsets=[TopicPartition(topic, 0, 0)], asynchronous=False)
    consumer.close()
    groups = client.list_consumer_groups().result(TIMEOUT_S).valid
    partitions = len(client.list_topics(topic, TIMEOUT_S).topics[topic].partitions)
    results(client.delete_consumer_groups([config["group"]]))
    results(client.delete_topics([topic]))
    return {
        "partitions": partitions,
        "retentionMs": entries["retention.ms"].value,
        "groupListed": any(group.group_id == config["group"] for group in groups),
        "endOffsets": [end.offset for end in ends.values()],
        "topicDeleted": topic not in client.list_topics(timeout=TIMEOUT_S).topics,
    }


def enter(config):
    """Connects and asks for little; the first refusal is the last."""
    errors = []
    client = AdminClient({**common(config), "log_level": 0, "error_cb": lambda error: errors.append(f"{error.name()}: {error.str()}")})
    deadline = time.monotonic() + 10
    while True:
        try:
            return client.list_topics(timeout=0.5)
        except KafkaException:
            client.poll(0)
            refusals = [error for error in errors if error.startswith(("_AUTHENTICATION", "_SSL"))]
            if refusals:
                raise RuntimeError(refusals[0]) from None
            if time.monotonic() > deadline:
                raise


def attempt(config):
    try:
        enter(config)
        return round_trip(config)
    except (KafkaException, RuntimeError) as error:
        return {"error": str(error)}


def attempts(config):
    """Tries several ways in at once: what was read by each, or why it leads nowhere."""
    names = [one["name"] for one in config["attempts"]]
    with ThreadPoolExecutor(len(names)) as pool:
        return dict(zip(names, pool.map(attempt, config["attempts"])))


SCENARIOS = {
    "roundTrip": round_trip,
    "rebalance": rebalance,
    "roundTripConsumerProtocol": lambda config: round_trip(config, **{"group.protocol": "consumer"}),
    "rebalanceConsumerProtocol": lambda config: rebalance(config, **{"group.protocol": "consumer"}),
    "transactions": transactions,
    "admin": admin,
    "attempts": attempts,
}

print(json.dumps(SCENARIOS[sys.argv[1]](json.loads(sys.argv[2]))))
