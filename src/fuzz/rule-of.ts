// The rule that a defect breaks: that of its violation, or of the first trait of what differs, the most specific first.
import type { Form } from '../binding/encode-message.js';
import { formOf } from '../engine/carriers.js';
import { isCarrier } from '../engine/case.js';
import type { CloudEvent } from '../event/types.js';
import { TRAITS } from '../generate/traits/traits.js';
import { isRobustness } from '../report/fuzz/types.js';
import type { Investigation } from './investigate.js';
import { marked } from './marked.js';
import { isBare } from './shape.js';
import { ANY_TOKEN } from './shots-of.js';

/** What every event is about that is about nothing else. */
const PLAINEST = 'core.attr.minimal';

/** The id of the requirement; undefined for what no rule asks for, for what does not come again, and where none is known. */
export function ruleOf({
  kind,
  symptom,
  trial,
}: Pick<Investigation, 'kind' | 'symptom' | 'trial'>): string | undefined {
  if (kind === 'flaky' || isRobustness(symptom.class)) return undefined;
  if (symptom.requirement !== undefined) return symptom.requirement;
  if (trial.kind !== 'events' || !isCarrier(symptom.way)) return undefined;
  const form = formOf(symptom.way);
  const spelling = trial.writings.find((writing) => isSame(writing.form, form))?.spelling;
  const events = trial.events.map((one) => marked(one, ANY_TOKEN));
  const isPlain = trial.events.every(isBare);
  return TRAITS.find(
    ({ requirement, forms, has }) =>
      (isPlain || requirement !== PLAINEST) &&
      forms.some((one) => isSame(one, form)) &&
      events.some((event) => concernedIn(event, symptom.names).some((name) => has(event, form, name, spelling))),
  )?.requirement;
}

/** The attributes of an event, or `data`, that differ; where none is named, all. */
function concernedIn({ attributes, data }: CloudEvent, names: readonly string[]): readonly string[] {
  const all = [...attributes.keys(), ...(data === undefined ? [] : ['data'])];
  const named = names.filter((name) => all.includes(name));
  return named.length > 0 ? named : all;
}

const isSame = (one: Form, other: Form): boolean => one.binding === other.binding && one.mode === other.mode;
