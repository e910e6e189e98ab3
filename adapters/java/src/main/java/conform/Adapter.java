// All that the Maven artefacts io.cloudevents:* are asked behind adapter protocol 1 (docs/adapters.md), by their public
// API. It repairs nothing. The lines of the protocol are in Protocol.java.
package conform;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.types.Time;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

final class Adapter {
  static CloudEvent decode(Consumer<BiConsumer<String, String>> forEachHeader, byte[] body) {
    return HttpMessageFactory.createReader(forEachHeader, body).toEvent();
  }

  static void encode(String mode, JsonNode wire, BiConsumer<String, String> putHeader, Consumer<byte[]> sendBody) {
    write(HttpMessageFactory.createWriter(putHeader, sendBody), mode, wire);
  }

  // The JSON format writes text, which is bytes to the SDK, as a string where it is told to, and else as base64.
  static <R> R write(MessageWriter<?, R> writer, String mode, JsonNode wire) {
    CloudEvent event = eventOf(wire);
    if (mode.equals("binary")) {
      return writer.writeBinary(event);
    }
    JsonFormat format = new JsonFormat();
    return writer.writeStructured(event, wire.path("data").has("text") ? format.withForceNonJsonDataToString() : format);
  }

  static Map<String, Object> shown(CloudEvent event) {
    Map<String, Object> attributes = new TreeMap<>();
    event.getAttributeNames().forEach(name -> attributes.put(name, scalar(event.getAttribute(name))));
    event.getExtensionNames().forEach(name -> attributes.put(name, scalar(event.getExtension(name))));
    CloudEventData data = event.getData();
    if (data == null) {
      return Map.of("attributes", attributes);
    }
    boolean isParsed = data instanceof JsonCloudEventData;
    Object value = isParsed ? ((JsonCloudEventData) data).getNode() : data.toBytes();
    return Map.of("attributes", attributes, "data", Map.of(isParsed ? "json" : "base64", value));
  }

  // A version, a URI and a time are objects to the SDK. OffsetDateTime alone would drop seconds that are zero.
  private static Object scalar(Object value) {
    if (value instanceof OffsetDateTime) {
      return Time.writeTime((OffsetDateTime) value);
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }

  // There is no event without specversion: each builder has its own.
  static CloudEvent eventOf(JsonNode wire) {
    String version = wire.at("/attributes/specversion").asText("1.0");
    CloudEventBuilder builder = CloudEventBuilder.fromSpecVersion(SpecVersion.parse(version));
    wire.get("attributes").fields().forEachRemaining(attribute -> {
      if (!attribute.getKey().equals("specversion")) {
        set(builder, attribute.getKey(), attribute.getValue());
      }
    });
    JsonNode data = wire.path("data");
    if (data.has("json")) {
      builder.withData(JsonCloudEventData.wrap(data.get("json")));
    } else if (!data.isMissingNode()) {
      builder.withData(BytesCloudEventData.wrap(Protocol.bytesOf(data)));
    }
    return builder.build();
  }

  private static void set(CloudEventBuilder builder, String name, JsonNode value) {
    if (value.isBoolean()) {
      builder.withContextAttribute(name, value.booleanValue());
    } else if (value.isInt()) {
      builder.withContextAttribute(name, value.intValue());
    } else if (value.isNumber()) {
      builder.withContextAttribute(name, value.numberValue());
    } else {
      builder.withContextAttribute(name, value.textValue());
    }
  }
}
