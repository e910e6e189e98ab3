// CESQL by the Maven artefact against the clock, for bench/cesql: the first line on stdin is the corpus, each further one
// asks for the values, or to parse or evaluate all of it again and again for some milliseconds. Those are of
// the processor time of the whole process, its collector and all.
package conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.sql.Expression;
import io.cloudevents.sql.Parser;
import io.cloudevents.sql.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class Bench {
  private static final JsonMapper JSON = new JsonMapper();
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<String> texts = new ArrayList<>();
  private final List<CloudEvent> events = new ArrayList<>();

  // What is computed is kept, so that nothing of it can be left out.
  private final List<Expression> parsed = new ArrayList<>();
  private int trues;

  public static void main(String[] arguments) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    PrintStream replies = new PrintStream(System.out, true, UTF_8);
    Bench bench = new Bench(JSON.readTree(lines.readLine()));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      replies.println(JSON.writeValueAsString(bench.answer(JSON.readTree(line))));
    }
  }

  private Bench(JsonNode corpus) throws IOException {
    JsonFormat format = new JsonFormat();
    for (JsonNode text : corpus.get("expressions")) {
      texts.add(text.asText());
      parsed.add(null);
    }
    for (JsonNode event : corpus.get("events")) {
      events.add(format.deserialize(JSON.writeValueAsBytes(event)));
    }
    parse();
  }

  private Map<String, Object> answer(JsonNode asked) {
    long limit = asked.path("ms").asLong() * 1_000_000;
    return switch (asked.get("what").asText()) {
      case "parse" -> timed(limit, texts.size(), this::parse);
      case "evaluate" -> timed(limit, texts.size() * events.size(), this::evaluate);
      default -> Map.of("values", values());
    };
  }

  private static Map<String, Object> timed(long limit, int count, Runnable pass) {
    long passes = 0;
    long spent = 0;
    for (long started = PROCESS.getProcessCpuTime(); spent < limit; spent = PROCESS.getProcessCpuTime() - started) {
      pass.run();
      passes++;
    }
    return Map.of("nsPerExpression", spent / (double) (passes * count));
  }

  private void parse() {
    for (int i = 0; i < texts.size(); i++) {
      parsed.set(i, Parser.parseDefault(texts.get(i)));
    }
  }

  private void evaluate() {
    for (Expression expression : parsed) {
      for (CloudEvent event : events) {
        if (Boolean.TRUE.equals(expression.evaluate(event).value())) {
          trues++;
        }
      }
    }
  }

  // The values of each expression, one for each event. Where there is an error, its message is in the place of the value.
  private List<List<Object>> values() {
    return parsed.stream().map(one -> events.stream().map(event -> shown(one.evaluate(event))).toList()).toList();
  }

  private static Object shown(Result result) {
    return result.isFailed() ? Map.of("error", result.causes().toString()) : result.value();
  }
}
