// All that the Maven artefact io.cloudevents:cloudevents-sql is asked, as its Javadoc says it. It repairs nothing.
package conform;

import io.cloudevents.CloudEvent;
import io.cloudevents.sql.EvaluationContext;
import io.cloudevents.sql.EvaluationException;
import io.cloudevents.sql.EvaluationRuntime;
import io.cloudevents.sql.Expression;
import io.cloudevents.sql.ParseException;
import io.cloudevents.sql.Parser;
import io.cloudevents.sql.Result;
import io.cloudevents.sql.Type;
import io.cloudevents.sql.impl.functions.BaseFunction;
import io.cloudevents.sql.impl.runtime.EvaluationResult;
import io.cloudevents.sql.impl.runtime.EvaluationRuntimeBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

final class Cesql {
  private static final EvaluationRuntime RUNTIME = runtime();

  // Of the two ways that the Javadoc of Expression tells, the one that goes on behind an error.
  static Map<String, Object> evaluate(String text, CloudEvent event) {
    Expression expression;
    try {
      expression = Parser.parseDefault(text);
    } catch (ParseException parse) {
      return Map.of("errors", List.of("parse"));
    }
    Result result = expression.evaluate(RUNTIME, event);
    Map<String, Object> reply = new TreeMap<>();
    reply.put("value", result.value());
    reply.put("errors", result.causes().stream().map(cause -> wordOf(cause.getKind())).toList());
    return reply;
  }

  private static String wordOf(EvaluationException.ErrorKind kind) {
    return switch (kind) {
      case MATH -> "math";
      case CAST -> "cast";
      case MISSING_ATTRIBUTE -> "missingAttribute";
      case MISSING_FUNCTION -> "missingFunction";
      case FUNCTION_EVALUATION -> "functionEvaluation";
      case GENERIC -> "generic";
    };
  }

  // The functions that the claim evaluate:functions promises (docs/adapters.md).
  private static EvaluationRuntime runtime() {
    EvaluationRuntimeBuilder builder = EvaluationRuntime.builder()
        .addFunction(new Texts("CONFORM_F", 1, false, Type.STRING, (x, ctx) -> value("one:" + x.get(0))))
        .addFunction(new Texts("CONFORM_F", 2, false, Type.STRING, (x, ctx) -> value("two:" + x.get(0) + "," + x.get(1))))
        .addFunction(new Texts("CONFORM_F", 3, true, Type.STRING, (x, ctx) -> value("many:" + x.size())))
        .addFunction(new Texts("CONFORM_CLASH", 3, false, Type.STRING, (x, ctx) -> value("three")))
        .addFunction(new Texts("CONFORM_FAIL", 1, false, Type.INTEGER, (x, ctx) -> failure(ctx)));
    try {
      builder.addFunction(new Texts("CONFORM_CLASH", 0, true, Type.STRING, (x, ctx) -> value("any")));
    } catch (IllegalArgumentException refused) {
      // This one has to be refused. Where it is not, an expression shows it.
    }
    return builder.build();
  }

  private static EvaluationResult value(String text) {
    return new EvaluationResult(text);
  }

  // An error, and no value.
  private static EvaluationResult failure(EvaluationContext ctx) {
    Exception cause = new IllegalStateException("it always fails");
    return new EvaluationResult(
        null,
        ctx.exceptionFactory()
            .functionExecutionError("CONFORM_FAIL", cause)
            .create(ctx.expressionInterval(), ctx.expressionText()));
  }

  // A function of so many strings, and of any number of strings behind them where it is variadic.
  private static final class Texts extends BaseFunction {
    private final int arity;
    private final boolean isVariadic;
    private final Type returns;
    private final BiFunction<List<Object>, EvaluationContext, EvaluationResult> body;

    Texts(
        String name,
        int arity,
        boolean isVariadic,
        Type returns,
        BiFunction<List<Object>, EvaluationContext, EvaluationResult> body) {
      super(name);
      this.arity = arity;
      this.isVariadic = isVariadic;
      this.returns = returns;
      this.body = body;
    }

    @Override
    public EvaluationResult invoke(
        EvaluationContext ctx, EvaluationRuntime runtime, CloudEvent event, List<Object> arguments) {
      return body.apply(arguments, ctx);
    }

    @Override
    public Type typeOfParameter(int index) {
      requireValidParameterIndex(index);
      return Type.STRING;
    }

    @Override
    public Type returnType() {
      return returns;
    }

    @Override
    public int arity() {
      return arity;
    }

    @Override
    public boolean isVariadic() {
      return isVariadic;
    }
  }
}
