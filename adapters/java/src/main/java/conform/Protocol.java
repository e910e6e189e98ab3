// Adapter protocol 1 (docs/adapters.md): one JSON object a line in, one out, in the same order.
package conform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

final class Protocol {
  // The SDK has no batches, and no binding of MQTT. It documents a hook for validators of one's own, and brings none.
  private static final List<String> SUPPORTS = List.of(
      "decode:http-binary",
      "decode:http-structured",
      "encode:http-binary",
      "encode:http-structured",
      "decode:kafka-binary",
      "decode:kafka-structured",
      "encode:kafka-binary",
      "encode:kafka-structured",
      "encode:kafka-key",
      "encode:kafka-mapper",
      "evaluate:cesql",
      "evaluate:complete",
      "evaluate:functions");

  // Requests may be deep and numbers long; numbers keep their digits, and a string that is no Unicode is written.
  private static final StreamReadConstraints NO_LIMITS = StreamReadConstraints.builder()
      .maxNestingDepth(Integer.MAX_VALUE)
      .maxNumberLength(Integer.MAX_VALUE)
      .maxStringLength(Integer.MAX_VALUE)
      .build();
  private static final JsonMapper JSON = JsonMapper
      .builder(JsonFactory.builder().streamReadConstraints(NO_LIMITS).build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
      .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
      .build();

  private static final Map<String, Object> UNSUPPORTED = Map.of("unsupported", true);

  // As in the SDK's example of a server, whatever is thrown ends the request, and not the program.
  public static void main(String[] arguments) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    PrintStream replies = new PrintStream(System.out, true, UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode request = JSON.readTree(line);
      Map<String, Object> reply = new TreeMap<>(Map.of("id", request.get("id")));
      try {
        reply.putAll(answer(request));
      } catch (Throwable thrown) {
        String message = thrown.getMessage();
        boolean isEvaluated = request.path("op").asText().equals("evaluate");
        String reason = message == null || isEvaluated ? thrown.toString() : message;
        reply.put(isEvaluated ? "thrown" : "rejected", Map.of("reason", reason));
      }
      replies.println(JSON.writeValueAsString(reply));
    }
  }

  private static Map<String, Object> answer(JsonNode request) throws IOException {
    String asked = request.path("op").asText() + " " + request.path("binding").asText();
    return switch (asked.trim()) {
      case "hello" -> hello();
      case "decode http" -> decode(request.get("message"));
      case "encode http" -> isBatch(request) ? UNSUPPORTED : encode(request);
      case "decode kafka" -> Kafka.decode(request.get("message"));
      case "encode kafka" -> isBatch(request) ? UNSUPPORTED : Kafka.encode(request);
      case "evaluate" -> Cesql.evaluate(request.get("expression").asText(), Adapter.eventOf(request.get("event")));
      default -> UNSUPPORTED;
    };
  }

  private static boolean isBatch(JsonNode request) {
    return request.get("mode").asText().equals("batch");
  }

  // The artefact itself says which version it is.
  private static Map<String, Object> hello() throws IOException {
    Properties artefact = new Properties();
    String path = "/META-INF/maven/io.cloudevents/cloudevents-http-basic/pom.properties";
    artefact.load(HttpMessageFactory.class.getResourceAsStream(path));
    String name = artefact.getProperty("groupId");
    String version = artefact.getProperty("version");
    return Map.of("protocol", 1, "name", name, "version", version, "language", "java", "supports", SUPPORTS);
  }

  // As in the SDK's examples of servers: a header value is a string with a character for each byte, a body is bytes.
  private static Map<String, Object> decode(JsonNode message) {
    Consumer<BiConsumer<String, String>> forEachHeader = header -> {
      for (JsonNode line : message.get("headers")) {
        header.accept(line.get(0).asText(), new String(bytesOf(line.get(1)), ISO_8859_1));
      }
    };
    CloudEvent event = Adapter.decode(forEachHeader, bytesOf(message.path("body")));
    return Map.of("events", List.of(Adapter.shown(event)));
  }

  private static Map<String, Object> encode(JsonNode request) {
    List<List<String>> headers = new ArrayList<>();
    Map<String, Object> message = new TreeMap<>(Map.of("headers", headers));
    Adapter.encode(
        request.get("mode").asText(),
        request.at("/events/0"),
        (name, value) -> headers.add(List.of(name, value)),
        body -> {
          if (body != null && body.length > 0) {
            message.put("body", Map.of("base64", body));
          }
        });
    return Map.of("message", message);
  }

  static byte[] bytesOf(JsonNode octets) {
    return octets.has("base64")
        ? Base64.getDecoder().decode(octets.get("base64").asText())
        : octets.path("text").asText().getBytes(UTF_8);
  }
}
