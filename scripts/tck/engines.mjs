// Whoever answers: our own engine, or a program behind the adapter protocol. An answer is a value and the kinds of its errors,
// or why there is none.
import { evaluate } from '../../dist/src/cesql/index.js';
import { greet } from '../../dist/src/target/adapter/greet.js';
import { startAdapter } from '../../dist/src/target/adapter/start-adapter.js';

const TIMEOUT_MS = 10_000;

export const ownEngine = {
  name: 'ce-conform',
  answer: async (expression, event) => {
    const { value, errors } = evaluate(expression, event);
    return { kind: 'value', value, errors: errors.map(({ kind }) => kind) };
  },
  close: async () => {},
};

/** The engine behind a command line. Throws where nothing that evaluates CESQL stands there. */
export async function adapterEngine(argv) {
  const adapter = startAdapter(argv);
  const greeting = await greet(adapter, { timeoutMs: TIMEOUT_MS });
  const problem =
    greeting.kind === 'problem'
      ? greeting.message
      : greeting.hello.supports.includes('evaluate:cesql')
        ? undefined
        : 'the adapter does not support evaluate:cesql';
  if (problem !== undefined) {
    await adapter.close();
    throw new Error(problem);
  }
  return {
    name: `${greeting.hello.name} ${greeting.hello.version}`,
    answer: async (expression, event) => {
      const request = { op: 'evaluate', expression, event: { attributes: event } };
      const { outcome } = await adapter.ask(request, { timeoutMs: TIMEOUT_MS });
      if (outcome.kind === 'failure') return { kind: 'none', why: outcome.failure.message };
      const { reply } = outcome;
      if (reply.kind === 'value') return reply;
      return { kind: 'none', why: reply.kind === 'thrown' ? `it threw: ${reply.reason}` : `it answered ${reply.kind}` };
    },
    close: () => adapter.close(),
  };
}
