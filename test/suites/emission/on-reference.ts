// Encode vectors on the reference producer, in memory: every vector over every carrier it names, with some faults.

import { formOf } from '../../../src/engine/carriers.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import type { Fault } from '../../../src/reference/fault.js';
import { emitWith } from '../../../src/reference/producer.js';
import { judgeEmitted } from '../../../suites/emission/judge.js';
import { readEmitted } from '../../../suites/emission/read-emitted.js';
import { EMISSION_RULES } from '../../../suites/emission/rules/index.js';
import { loadFixtures } from '../../../suites/fixtures.js';
import { carriersNamed } from '../../../suites/vector/carriers.js';
import { patchedEvent } from '../../../suites/vector/event.js';
import { substitute } from '../../../suites/vector/substitute.js';
import type { EncodeVector } from '../../../suites/vector/types.js';

export interface OnReference {
  readonly id: string;
  readonly requirement: string;
  readonly judgement: Judgement | { readonly status: 'refused'; readonly message: string };
}

const TOKEN = 't0123456789ab';

/** Every encode vector of a document, in the order of the files. */
export const encodeVectors = (document: string): readonly EncodeVector[] =>
  loadFixtures().files.flatMap((file) =>
    file.exchange === 'encode' && file.document === document ? file.vectors : [],
  );

/** What the rules say of the reference with these faults. Prerequisites and twins are not looked at. */
export function onReference(vectors: readonly EncodeVector[], faults: readonly Fault[] = []): readonly OnReference[] {
  const base = substitute(loadFixtures().base.event, TOKEN);
  return vectors.flatMap((template) => {
    const vector = substitute(template, TOKEN);
    const rule = EMISSION_RULES.find(({ requirement }) => requirement === vector.requirement);
    const told = (vector.batch ?? [vector.event ?? {}]).map((patch) => patchedEvent(base, patch));
    return carriersNamed(vector.carriers).map((carrier): OnReference => {
      const id = `${vector.requirement}/${vector.variant}@${carrier}`;
      const form = formOf(carrier);
      const emission = emitWith({ ...form, events: told }, faults);
      if (emission.kind === 'refused') {
        return { id, requirement: vector.requirement, judgement: { status: 'refused', message: emission.reason } };
      }
      if (rule === undefined) throw new Error(`no rule stands behind ${id}`);
      const judgement = judgeEmitted(rule, readEmitted(emission.message, form.mode), told, vector.title);
      return { id, requirement: vector.requirement, judgement };
    });
  });
}
