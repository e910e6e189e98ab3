// The expressions of GitHub Actions, as far as action.yml uses them: names, texts, ==, !=, &&, || and status functions. What is not
// known throws, so that nothing is taken for true or false by accident.

/** What names stand for, by their full path: `inputs.target`, `steps.judge.outputs.verdict`. */
export interface Scope {
  readonly lookup: (path: string) => string;
  /** Whether a step before has failed. */
  readonly hasFailed: boolean;
}

const FUNCTIONS: Readonly<Record<string, (scope: Scope) => boolean>> = {
  always: () => true,
  success: ({ hasFailed }) => !hasFailed,
  failure: ({ hasFailed }) => hasFailed,
};

type Value = string | boolean;

/** A text with every `${{ … }}` replaced by its value, which is not looked at again. */
export const interpolated = (text: string, scope: Scope): string =>
  text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => String(evaluate(expression, scope)));

/** Whether a step runs. A condition without a status function asks for success too. */
export function isMet(condition: string | undefined, scope: Scope): boolean {
  if (condition === undefined) return !scope.hasFailed;
  const expression = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition)?.[1] ?? condition;
  const value = truth(evaluate(expression, scope));
  return /\b(?:always|success|failure)\(\)/.test(expression) ? value : value && !scope.hasFailed;
}

export function evaluate(expression: string, scope: Scope): Value {
  const tokens = tokensOf(expression);
  let at = 0;
  const next = (): string => tokens[at] ?? '';
  const take = (): string => tokens[at++] ?? '';
  const operand = (): Value => {
    const token = take();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    const called = /^([a-z]+)\(\)$/i.exec(token)?.[1];
    if (called === undefined && /^[a-z][\w.-]*$/i.test(token)) return scope.lookup(token);
    const known = called === undefined ? undefined : FUNCTIONS[called];
    if (known === undefined) throw new Error(`unknown in an expression: ${token} (in ${expression})`);
    return known(scope);
  };
  const comparison = (): Value => {
    const left = operand();
    if (next() !== '==' && next() !== '!=') return left;
    const wantsEqual = take() === '==';
    // GitHub ignores the case of texts.
    return (String(left).toLowerCase() === String(operand()).toLowerCase()) === wantsEqual;
  };
  const conjunction = (): Value => {
    let value = comparison();
    while (next() === '&&') {
      take();
      const right = comparison();
      value = truth(value) ? right : value;
    }
    return value;
  };
  let value = conjunction();
  while (next() === '||') {
    take();
    const right = conjunction();
    value = truth(value) ? value : right;
  }
  if (at < tokens.length) throw new Error(`more than is known in an expression: ${expression}`);
  return value;
}

const truth = (value: Value): boolean => value !== false && value !== '';

function tokensOf(expression: string): readonly string[] {
  const tokens = expression.match(/'(?:[^']|'')*'|[a-z][\w.-]*(?:\(\))?|==|!=|&&|\|\||\S/gi) ?? [];
  return tokens;
}
