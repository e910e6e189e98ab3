// `ce-conform explain ID`: the rule, what is sent, what is expected, and why.
import { loadRegistry } from '../../../suites/registry.js';
import { loadSuite } from '../../../suites/suite.js';
import { explanation } from '../explain/explanation.js';
import { renderExplanation } from '../explain/render.js';
import { findSubject } from '../explain/subject.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';

export interface ExplainFlags {
  readonly json?: boolean;
}

/** Explains a requirement, a variant, a case or a position. Throws a usage error for an id that is none of these. */
export async function explain(id: string, flags: ExplainFlags, io: Io): Promise<number> {
  const [registry, suite] = [loadRegistry(), loadSuite()];
  const explained = explanation(findSubject(id, suite, registry), suite, registry);
  if (flags.json === true) printJson(explained, io);
  else io.out.write(renderExplanation(explained, io.out));
  return 0;
}
