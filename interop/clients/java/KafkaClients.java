// Kafka's own Java clients against a broker.
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes a scenario's name and a JSON object, and prints what it found as one line of JSON. */
public class KafkaClients {
    static final Duration TIMEOUT = Duration.ofSeconds(60);
    static final ObjectMapper JSON = new ObjectMapper();

    interface Scenario {
        Object run(JsonNode config) throws Exception;
    }

    static String text(JsonNode config, String name) {
        return config.path(name).asText();
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Map<String, Object> common(JsonNode config) {
        Map<String, Object> options = new HashMap<>();
        options.put("bootstrap.servers", text(config, "bootstrap"));
        boolean tls = config.has("ca");
        boolean sasl = config.has("sasl");
        options.put("security.protocol", (sasl ? "SASL_" : "") + (tls ? "SSL" : "PLAINTEXT"));
        if (tls) {
            options.put("ssl.truststore.type", "PEM");
            options.put("ssl.truststore.location", text(config, "ca"));
        }
        if (config.has("cert")) options.putAll(keyStore(config));
        if (sasl) options.putAll(login(config.get("sasl")));
        return options;
    }

    static Map<String, Object> keyStore(JsonNode config) {
        try {
            return Map.of(
                "ssl.keystore.type", "PEM",
                "ssl.keystore.certificate.chain", Files.readString(Path.of(text(config, "cert"))),
                "ssl.keystore.key", Files.readString(Path.of(text(config, "key"))));
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    static Map<String, Object> login(JsonNode sasl) {
        String mechanism = text(sasl, "mechanism");
        Map<String, Object> options = new HashMap<>(Map.of("sasl.mechanism", mechanism));
        if (mechanism.equals("OAUTHBEARER")) {
            String bearer = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required";
            if (text(sasl, "token").endsWith(".")) {
                // It takes no such token from outside: it makes one for itself.
                options.put("sasl.jaas.config", bearer + " unsecuredLoginStringClaim_sub=" + quoted(text(sasl, "username")) + ";");
                return options;
            }
            options.put("sasl.jaas.config", bearer + ";");
            options.put("sasl.login.callback.handler.class", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
            String url = Path.of(text(sasl, "tokenFile")).toUri().toString();
            System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", allowed(url));
            options.put("sasl.oauthbearer.token.endpoint.url", url);
            return options;
        }
        String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        String words = " required username=" + quoted(text(sasl, "username")) + " password=" + quoted(text(sasl, "password")) + ";";
        options.put("sasl.jaas.config", "org.apache.kafka.common.security." + module + words);
        return options;
    }

    static final Set<String> allowedUrls = new HashSet<>();

    static synchronized String allowed(String url) {
        allowedUrls.add(url);
        return String.join(",", allowedUrls);
    }

    static KafkaProducer<String, String> producer(JsonNode config, Map<String, Object> more) {
        Map<String, Object> options = common(config);
        options.put("compression.type", config.path("compression").asText("none"));
        options.putAll(more);
        return new KafkaProducer<>(options, new StringSerializer(), new StringSerializer());
    }

    static void send(KafkaProducer<String, String> producer, JsonNode config, String prefix) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < config.get("count").asInt(); i++) {
            sent.add(producer.send(new ProducerRecord<>(text(config, "topic"), "key-" + i % 17, prefix + "-" + i)));
            // Where the first is refused, the others would each ask for the metadata again.
            if (i == 0) sent.get(0).get();
        }
        for (Future<RecordMetadata> one : sent) one.get();
    }

    static void produce(JsonNode config) throws Exception {
        try (KafkaProducer<String, String> producer = producer(config, Map.of())) {
            send(producer, config, "value");
        }
    }

    /** What members have read, in the order in which it came; counts what is distinct. */
    static class Reader {
        final List<String> read = new ArrayList<>();
        final Set<String> distinct = new HashSet<>();
        final int want;
        final CompletableFuture<Void> done = new CompletableFuture<>();

        Reader(int want) {
            this.want = want;
        }

        synchronized void add(ConsumerRecord<String, String> record) {
            String line = record.key() + "=" + record.value();
            read.add(line);
            distinct.add(line);
            if (distinct.size() >= want) done.complete(null);
        }

        Map<String, Object> result() throws Exception {
            try {
                done.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException fault) {
                throw (Exception) fault.getCause();
            }
            return Map.of("read", read);
        }
    }

    /** A consumer with a thread of its own. */
    static class Member implements Closeable {
        final KafkaConsumer<String, String> consumer;
        final CountDownLatch assigned = new CountDownLatch(1);
        final Thread thread;

        Member(JsonNode config, Reader reader, Map<String, Object> more) {
            Map<String, Object> options = common(config);
            options.put("group.id", text(config, "group"));
            options.put("auto.offset.reset", "earliest");
            options.putAll(more);
            if (!options.containsKey("group.protocol")) options.put("heartbeat.interval.ms", "200");
            consumer = new KafkaConsumer<>(options, new StringDeserializer(), new StringDeserializer());
            thread = new Thread(() -> read(List.of(text(config, "topic")), reader));
            thread.start();
        }

        void read(List<String> topics, Reader reader) {
            try (consumer) {
                consumer.subscribe(topics, new ConsumerRebalanceListener() {
                    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                        if (!partitions.isEmpty()) assigned.countDown();
                    }

                    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
                });
                while (true) for (ConsumerRecord<String, String> record : consumer.poll(TIMEOUT)) reader.add(record);
            } catch (WakeupException asked) {
                return;
            } catch (RuntimeException fault) {
                reader.done.completeExceptionally(fault);
            }
        }

        public void close() {
            consumer.wakeup();
            try {
                thread.join();
            } catch (InterruptedException fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    static Object roundTrip(JsonNode config, Map<String, Object> more) throws Exception {
        produce(config);
        Reader reader = new Reader(config.get("count").asInt());
        try (Member member = new Member(config, reader, more)) {
            return reader.result();
        }
    }

    static Object rebalance(JsonNode config, Map<String, Object> more) throws Exception {
        Reader reader = new Reader(config.get("count").asInt());
        Member first = new Member(config, reader, more);
        try (Member second = new Member(config, reader, more)) {
            if (!first.assigned.await(60, TimeUnit.SECONDS) || !second.assigned.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the two members never shared the topic");
            }
            produce(config);
            first.close();
            return reader.result();
        }
    }

    static Object transactions(JsonNode config) throws Exception {
        try (KafkaProducer<String, String> producer = producer(config, Map.of("transactional.id", text(config, "transactionalId")))) {
            producer.initTransactions();
            for (String name : List.of("committed", "aborted", "last")) {
                producer.beginTransaction();
                send(producer, config, name);
                if (name.equals("aborted")) producer.abortTransaction();
                else producer.commitTransaction();
            }
        }
        Reader reader = new Reader(2 * config.get("count").asInt());
        try (Member member = new Member(config, reader, Map.of("isolation.level", "read_committed"))) {
            return reader.result();
        }
    }

    /** Two members of a share group; the first gives back what it is given first, so that it comes again. */
    static Object shareGroup(JsonNode config) throws Exception {
        String group = text(config, "group");
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        AlterConfigOp earliest = new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(common(config))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(earliest))).all().get();
        }
        produce(config);
        int count = config.get("count").asInt();
        Reader reader = new Reader(count);
        boolean released = false;
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try (KafkaShareConsumer<String, String> first = shareConsumer(config); KafkaShareConsumer<String, String> second = shareConsumer(config)) {
            List<KafkaShareConsumer<String, String>> members = List.of(first, second);
            for (KafkaShareConsumer<String, String> member : members) member.subscribe(List.of(text(config, "topic")));
            while (reader.distinct.size() < count) {
                if (System.nanoTime() > end) throw new IllegalStateException(reader.distinct.size() + " of " + count + " records came");
                for (KafkaShareConsumer<String, String> member : members) {
                    ConsumerRecords<String, String> records = member.poll(Duration.ofMillis(100));
                    AcknowledgeType type = released || records.isEmpty() ? AcknowledgeType.ACCEPT : AcknowledgeType.RELEASE;
                    for (ConsumerRecord<String, String> record : records) {
                        member.acknowledge(record, type);
                        if (type == AcknowledgeType.ACCEPT) reader.add(record);
                    }
                    released = released || type == AcknowledgeType.RELEASE;
                    for (var result : member.commitSync().values()) if (result.isPresent()) throw result.get();
                }
            }
        }
        return reader.result();
    }

    static KafkaShareConsumer<String, String> shareConsumer(JsonNode config) {
        Map<String, Object> options = common(config);
        options.put("group.id", text(config, "group"));
        options.put("share.acknowledgement.mode", "explicit");
        return new KafkaShareConsumer<>(options, new StringDeserializer(), new StringDeserializer());
    }

    static Object admin(JsonNode config) throws Exception {
        String topic = text(config, "topic");
        String group = text(config, "group");
        try (Admin admin = Admin.create(common(config))) {
            NewTopic made = new NewTopic(topic, 2, (short) 1).configs(Map.of("retention.ms", "3600000"));
            admin.createTopics(List.of(made)).all().get();
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(4))).all().get();
            List<TopicPartition> partitions = IntStream.range(0, 4).mapToObj(i -> new TopicPartition(topic, i)).toList();
            admin.alterConsumerGroupOffsets(group, Map.of(partitions.get(0), new OffsetAndMetadata(0))).all().get();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            int found = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
            String retention = admin.describeConfigs(List.of(resource)).all().get().get(resource).get("retention.ms").value();
            boolean listed = admin.listGroups().all().get().stream().anyMatch(one -> one.groupId().equals(group));
            var ends = admin.listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()))).all().get();
            admin.deleteConsumerGroups(List.of(group)).all().get();
            admin.deleteTopics(List.of(topic)).all().get();
            boolean deleted = !admin.listTopics().names().get().contains(topic);
            return Map.of("partitions", found, "retentionMs", retention, "groupListed", listed, "topicDeleted", deleted,
                "endOffsets", partitions.stream().map(one -> ends.get(one).offset()).toList());
        }
    }

    static Object attempt(JsonNode config) {
        try {
            try (Admin admin = Admin.create(common(config))) {
                admin.listTopics().names().get(20, TimeUnit.SECONDS);
            }
            return roundTrip(config, Map.of());
        } catch (Exception fault) {
            StringBuilder reasons = new StringBuilder();
            for (Throwable reason = fault; reason != null; reason = reason.getCause()) reasons.append(reason).append(": ");
            return Map.of("error", reasons.toString());
        }
    }

    static Object attempts(JsonNode config) throws Exception {
        // The list of files that tokens may be in is read once.
        for (JsonNode one : config.get("attempts")) common(one);
        Map<String, CompletableFuture<Object>> tried = new LinkedHashMap<>();
        for (JsonNode one : config.get("attempts")) {
            CompletableFuture<Object> found = new CompletableFuture<>();
            tried.put(text(one, "name"), found);
            new Thread(() -> found.complete(attempt(one))).start();
        }
        Map<String, Object> results = new LinkedHashMap<>();
        for (var one : tried.entrySet()) results.put(one.getKey(), one.getValue().get());
        return results;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> consumerProtocol = Map.of("group.protocol", "consumer");
        Map<String, Scenario> scenarios = Map.of(
            "roundTrip", config -> roundTrip(config, Map.of()),
            "rebalance", config -> rebalance(config, Map.of()),
            "roundTripConsumerProtocol", config -> roundTrip(config, consumerProtocol),
            "rebalanceConsumerProtocol", config -> rebalance(config, consumerProtocol),
            "transactions", KafkaClients::transactions,
            "shareGroup", KafkaClients::shareGroup,
            "admin", KafkaClients::admin,
            "attempts", KafkaClients::attempts);
        Object found = scenarios.get(arguments[0]).run(JSON.readTree(arguments[1]));
        System.out.println(JSON.writeValueAsString(found));
        System.exit(0);
    }
}
