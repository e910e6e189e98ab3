// What the one-word columns of the registry mean, each in a sentence.
import type { Code, Level, Requirement, Role, Since } from '../../engine/requirement.js';

/** What follows from a case of this level and code. */
export function levelWords(level: Level, code: Code): string {
  switch (level) {
    case 'must':
      return code === 'soft' || code === 'free'
        ? 'binding on who sends; no reaction to its breach is prescribed, so the outcome is recorded'
        : 'a case that fails makes the target nonconformant';
    case 'should':
      return code === 'free'
        ? 'a recommendation whose breach is not told from outside, so the outcome is recorded'
        : 'a case that does not hold is a warning, and the verdict stays';
    case 'may':
      return code === 'free'
        ? 'a permission, so whatever is done is recorded'
        : 'a permission with conditions; a case that does not hold is a warning';
    case 'info':
      return 'the text has no rule for it, so the outcome is recorded';
  }
}

/** What a verdict on the requirement may rest on. */
export function codeWords(code: Code): string {
  switch (code) {
    case 'pos':
      return 'the input is valid, and the text says what comes out of it';
    case 'rej':
      return 'the text demands a refusal; one counts only where the twin, the same without the defect, was accepted';
    case 'soft':
      return 'the input is invalid, and the text prescribes no reaction';
    case 'free':
      return 'the text leaves the outcome open';
  }
}

/** Where the rule stands. */
export function sinceWords(since: Since): string {
  switch (since) {
    case 'same':
      return 'in 1.0.2, and the same on main';
    case 'reworded':
      return 'in 1.0.2, and on main in other words or at another place';
    case '1.0.2':
      return 'in 1.0.2 only: main has dropped it';
    case 'main':
      return 'on main only: run without being scored, unless --spec main is given';
  }
}

/** Who has to keep the rule. */
export function roleWords(role: Role): string {
  switch (role) {
    case 'any':
      return 'everyone';
    case 'receiver':
    case 'producer':
    case 'intermediary':
      return `the ${role}`;
    case 'engine':
      return 'the engine that evaluates expressions';
    case 'broker':
      return 'the broker that filters events by an expression';
  }
}

/** What makes a requirement visible. */
export function needsWords({ needs }: Pick<Requirement, 'needs'>): string {
  const words: Readonly<Record<Requirement['needs'][number], string>> = {
    status: 'the status of the answer',
    event: 'the event that the target decoded',
    capture: 'the messages that the target sends',
    validate: 'a call that validates an event',
    value: 'the value and the errors of an expression',
    sink: 'what reaches a subscriber',
    declaration: 'what the target declares',
  };
  return needs.map((need) => words[need]).join(', or ');
}
