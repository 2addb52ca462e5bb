import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.apache.kafka.server.telemetry.ClientTelemetry;
import org.apache.kafka.server.telemetry.ClientTelemetryReceiver;
import org.apache.kafka.shaded.io.opentelemetry.proto.metrics.v1.MetricsData;

/** A plug-in for brokers that receives clients' metrics (KIP-714), and writes a line for each push into the file `telemetry.file`. */
public class TelemetryFile implements MetricsReporter, ClientTelemetry {
  private Path file;

  @Override
  public void configure(Map<String, ?> configs) {
    file = Path.of((String) configs.get("telemetry.file"));
  }

  @Override
  public ClientTelemetryReceiver clientReceiver() {
    return (context, payload) -> {
      try {
        MetricsData data = MetricsData.parseFrom(payload.data());
        var resource = data.getResourceMetrics(0);
        var names = new TreeSet<String>();
        for (var metric : resource.getScopeMetrics(0).getMetricsList()) {
          String value = metric.hasSum() ? "=" + metric.getSum().getDataPoints(0).getAsDouble() : "";
          names.add(metric.getName() + value);
        }
        var labels = new TreeSet<String>();
        for (var label : resource.getResource().getAttributesList()) {
          labels.add(label.getKey() + "=" + label.getValue().getStringValue());
        }
        String line = String.join(" ", payload.clientInstanceId().toString(), String.valueOf(payload.isTerminating()),
            context.clientId(), labels.toString(), names.toString());
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    };
  }

  @Override
  public void init(List<KafkaMetric> metrics) {}

  @Override
  public void metricChange(KafkaMetric metric) {}

  @Override
  public void metricRemoval(KafkaMetric metric) {}

  @Override
  public void close() {}
}
