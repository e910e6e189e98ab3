// All that the Maven artefact io.cloudevents:cloudevents-kafka is asked, as its Javadoc says it, with the records of
// kafka-clients. It repairs nothing. Null is null to all of them.
package conform;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.kafka.PartitionKeyExtensionInterceptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;

final class Kafka {
  private static final String TOPIC = "topic";

  static Map<String, Object> decode(JsonNode message) {
    Headers headers = new RecordHeaders();
    for (JsonNode line : message.get("headers")) {
      headers.add(line.get(0).asText(), orNull(line.get(1)));
    }
    byte[] key = orNull(message.path("key"));
    byte[] value = orNull(message.path("body"));
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(TOPIC, 0, 0, 0, TimestampType.CREATE_TIME, -1, -1, key, value, headers, Optional.empty());
    return Map.of("events", List.of(Adapter.shown(KafkaMessageFactory.createReader(record).toEvent())));
  }

  static Map<String, Object> encode(JsonNode request) {
    JsonNode wire = request.at("/events/0");
    boolean isMapped = !request.at("/key/mapper").isMissingNode();
    byte[] key = isMapped ? partitionKeyOf(Adapter.eventOf(wire)) : orNull(request.at("/key/value"));
    ProducerRecord<byte[], byte[]> record =
        Adapter.write(KafkaMessageFactory.createWriter(TOPIC, key), request.get("mode").asText(), wire);
    List<Object> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(Arrays.asList(header.key(), shown(header.value())));
    }
    Map<String, Object> message = new TreeMap<>(Map.of("headers", headers));
    message.put("key", shown(record.key()));
    message.put("body", shown(record.value()));
    return Map.of("message", message);
  }

  // As in a producer with the interceptor of the SDK, and with the serializer of keys in its documentation.
  private static byte[] partitionKeyOf(CloudEvent event) {
    Object key = new PartitionKeyExtensionInterceptor().onSend(new ProducerRecord<>(TOPIC, event)).key();
    try (StringSerializer serializer = new StringSerializer()) {
      return serializer.serialize(TOPIC, (String) key);
    }
  }

  private static byte[] orNull(JsonNode octets) {
    return octets.isObject() ? Protocol.bytesOf(octets) : null;
  }

  private static Map<String, byte[]> shown(byte[] bytes) {
    return bytes == null ? null : Map.of("base64", bytes);
  }
}
