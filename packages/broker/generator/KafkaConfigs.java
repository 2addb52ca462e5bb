import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;

/** Prints as JSON what this release of Kafka says about its configs: types, defaults, checks, texts, and how each may change. */
public class KafkaConfigs {
    static Map<String, Object> definition(ConfigDef.ConfigKey key) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", key.type.name());
        Object value = key.defaultValue;
        row.put("default", value == ConfigDef.NO_DEFAULT_VALUE ? null : ConfigDef.convertToString(value, key.type));
        row.put("validator", key.validator == null ? null : key.validator.getClass().getSimpleName() + "|" + key.validator);
        row.put("internal", key.internalConfig);
        row.put("documentation", key.documentation);
        return row;
    }

    static Map<String, Object> definitions(ConfigDef definition) {
        Map<String, Object> rows = new TreeMap<>();
        definition.configKeys().forEach((name, key) -> rows.put(name, definition(key)));
        return rows;
    }

    static Object hidden(Class<?> owner, String name) throws Exception {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("broker", definitions(org.apache.kafka.server.config.AbstractKafkaConfig.CONFIG_DEF));
        out.put("topic", definitions(org.apache.kafka.storage.internals.log.LogConfig.configDefCopy()));
        out.put("group", definitions((ConfigDef) hidden(Class.forName("org.apache.kafka.coordinator.group.GroupConfig"), "CONFIG_DEF")));
        out.put("clientMetrics", definitions((ConfigDef) hidden(Class.forName("org.apache.kafka.server.metrics.ClientMetricsConfigs"), "CONFIG")));
        Method quotas = Class.forName("org.apache.kafka.server.config.QuotaConfig").getMethod("brokerQuotaConfigs");
        out.put("brokerQuotas", definitions((ConfigDef) quotas.invoke(null)));
        Method modes = Class.forName("org.apache.kafka.server.config.DynamicBrokerConfig").getDeclaredMethod("dynamicConfigUpdateModes");
        modes.setAccessible(true);
        out.put("modes", new TreeMap<>((Map<?, ?>) modes.invoke(null)));
        out.put("synonyms", new TreeMap<>(org.apache.kafka.server.config.ServerTopicConfigSynonyms.TOPIC_CONFIG_SYNONYMS));
        System.out.println(new ObjectMapper().writeValueAsString(out));
    }
}
