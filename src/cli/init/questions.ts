// Questions at a terminal. Whoever leaves one with Ctrl-C has written nothing.
import { confirm, isCancel, select, text } from '@clack/prompts';
import { ConformError, usageError } from '../../engine/error.js';
import type { Terminal } from './terminal.js';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface Questions {
  choose<Value extends string>(message: string, choices: readonly Choice<Value>[], first: Value): Promise<Value>;
  /** `parse` throws a usage error for an answer that cannot be used, and the question stands. */
  word<Value>(message: string, example: string, parse: (answer: string) => Value): Promise<Value>;
  isSo(message: string): Promise<boolean>;
}

export function questionsAt({ input, output }: Terminal): Questions {
  const common = { input, output };
  return {
    choose: async (message, choices, first) => {
      // A copy: what a choice is worth is a text, which the library cannot tell of a type parameter.
      const options = choices.map(({ value, label, hint }) => ({ value: String(value), label, ...(hint && { hint }) }));
      const answer = answered(await select<string>({ message, options, initialValue: first, ...common }));
      return choices.find(({ value }) => value === answer)?.value ?? first;
    },
    word: async (message, example, parse) => {
      const validate = (answer: string | undefined): string | undefined => problemOf(() => parse(answer?.trim() ?? ''));
      return parse(answered(await text({ message, placeholder: example, validate, ...common })).trim());
    },
    isSo: async (message) => answered(await confirm({ message, ...common })),
  };
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (!isCancel(answer)) return answer as Exclude<Answer, symbol>;
  throw usageError('init.cancelled', 'failed to ask: the question was left', 'nothing was written');
}

function problemOf(parse: () => unknown): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    if (!(error instanceof ConformError)) throw error;
    const { message, hint } = error.diagnostic;
    return hint === undefined ? message : `${message}; ${hint}`;
  }
}
