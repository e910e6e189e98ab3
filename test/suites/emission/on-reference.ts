// Encode vectors on the reference producer, in memory: every vector over every carrier it names, with some faults.

import { CARRIERS, type Carrier } from '../../../src/engine/carriers.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import type { Fault } from '../../../src/reference/fault.js';
import { emitWith } from '../../../src/reference/producer.js';
import { told } from '../../../suites/emission/case.js';
import { judgeEmitted } from '../../../suites/emission/judge.js';
import { readEmitted } from '../../../suites/emission/read-emitted.js';
import { EMISSION_RULES } from '../../../suites/emission/rules/index.js';
import { loadFixtures } from '../../../suites/fixtures.js';
import { carriersNamed } from '../../../suites/vector/carriers.js';
import type { EncodeVector } from '../../../suites/vector/types.js';

export interface OnReference {
  readonly id: string;
  readonly requirement: string;
  readonly carrier: Carrier;
  readonly judgement: Judgement | { readonly status: 'refused'; readonly message: string };
}

const TOKEN = 't0123456789ab';

/** Every encode vector of a document, in the order of the files. */
export const encodeVectors = (document: string): readonly EncodeVector[] =>
  loadFixtures().files.flatMap((file) =>
    file.exchange === 'encode' && file.document === document ? file.vectors : [],
  );

/** What the rules say of the reference with these faults. Prerequisites and twins are not looked at. */
export function onReference(
  vectors: readonly EncodeVector[],
  faults: readonly Fault[] = [],
  over: readonly Carrier[] = CARRIERS,
): readonly OnReference[] {
  const base = loadFixtures().base.event;
  return vectors.flatMap((vector) => {
    const { requirement, variant, title, carriers } = vector;
    const rule = EMISSION_RULES.find((each) => each.requirement === requirement);
    const named = carriersNamed(carriers).filter((carrier) => over.includes(carrier));
    return named.map((carrier): OnReference => {
      const id = `${requirement}/${variant}@${carrier}`;
      const asked = told(vector, base, carrier, TOKEN);
      const emission = emitWith(asked, faults);
      if (emission.kind === 'refused') {
        return { id, requirement, carrier, judgement: { status: 'refused', message: emission.reason } };
      }
      if (rule === undefined) throw new Error(`no rule stands behind ${id}`);
      const emitted = readEmitted(emission.message, asked.mode);
      return { id, requirement, carrier, judgement: judgeEmitted(rule, emitted, asked.events, title, asked.key) };
    });
  });
}
