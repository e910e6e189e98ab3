// The rule that a defect breaks: that of its violation, or of the first trait of what differs, the most specific first.
import type { Form } from '../binding/encode-message.js';
import { formOf } from '../engine/carriers.js';
import { isCarrier } from '../engine/case.js';
import type { CloudEvent } from '../event/types.js';
import { nodesOf } from '../generate/expression/nodes.js';
import { MODES } from '../generate/traits/modes.js';
import { TRAITS } from '../generate/traits/traits.js';
import type { Trait } from '../generate/traits/types.js';
import { type FindingClass, isRobustness } from '../report/fuzz/types.js';
import type { Investigation } from './investigate.js';
import { NOT_ENCODED } from './judge-encoded.js';
import { marked } from './marked.js';
import { namedInRefusal } from './named-in-refusal.js';
import { isBare } from './shape.js';
import { ANY_TOKEN } from './shots-of.js';
import type { Symptom } from './symptom.js';
import type { Trial } from './trial.js';

export interface Rule {
  /** In the registry. */
  readonly requirement: string;
  /** Where it is less than that of the requirement. */
  readonly level?: 'should';
}

/** What every event is about that is about nothing else: where there is more to it, that it is told so would be chance. */
const OF_THE_PLAINEST: ReadonlySet<string> = new Set([
  'core.attr.minimal',
  ...MODES.map(({ requirement }) => requirement).filter(
    (id) => id !== 'http.bin.attrs' && id !== 'http.str.inner-type',
  ),
]);

/** What every attribute of a binary mode is about: of a refusal that says as little. */
const OF_EVERY_LINE: ReadonlySet<string> = new Set(['http.bin.attrs', 'kafka.bin.headers-in', 'mqtt5.bin.props-in']);

/** The id of the requirement; undefined for what no rule asks for, for what does not come again, and where none is known. */
export const ruleOf = (found: Broken): string | undefined => brokenRule(found)?.requirement;

/** No single rule says that two answers are alike, or that an answer holds nothing of another event. */
const OF_NO_ONE_RULE: ReadonlySet<FindingClass> = new Set(['unrepeatable', 'leaked']);

type Broken = Pick<Investigation, 'kind' | 'symptom' | 'trial'>;

/** The rule, and how much it weighs here. */
export function brokenRule({ kind, symptom, trial }: Broken): Rule | undefined {
  if (kind === 'flaky' || isRobustness(symptom.class) || OF_NO_ONE_RULE.has(symptom.class)) return undefined;
  if (symptom.requirement !== undefined)
    return isOneConstruct(trial, symptom.requirement) ? { requirement: symptom.requirement } : undefined;
  if (symptom.root === NOT_ENCODED.key) return { requirement: ruleOfEncoding(symptom) };
  if (trial.kind !== 'events' || !isCarrier(symptom.way)) return undefined;
  const form = formOf(symptom.way);
  const spelling = trial.writings.find((writing) => isSame(writing.form, form))?.spelling;
  const events = trial.events.map((one) => marked(one, ANY_TOKEN));
  const isPlain = trial.events.every(isBare);
  const isGeneral = (id: string): boolean =>
    OF_THE_PLAINEST.has(id) || (symptom.class === 'refused' && OF_EVERY_LINE.has(id));
  const concerned = events.map((event) => concernedIn(event, symptom));
  const traitOf = (preference: number): Trait | undefined =>
    TRAITS.find(
      ({ requirement, forms, has }) =>
        (isPlain || !isGeneral(requirement)) &&
        forms.some((one) => isSame(one, form)) &&
        events.some((event, at) => concerned[at]?.[preference]?.some((name) => has(event, form, name, spelling))),
    );
  const trait = traitOf(0) ?? traitOf(1) ?? traitOf(2);
  if (trait === undefined) return undefined;
  const isShould = trait.isShould !== undefined && events.some(trait.isShould);
  return { requirement: trait.requirement, ...(isShould ? { level: 'should' } : {}) };
}

/** The attributes of an event, or `data`, that differ; of a refusal those that it names, or else the data, where there is any. */
function concernedIn(event: CloudEvent, symptom: Symptom): readonly (readonly string[])[] {
  const all = [...event.attributes.keys(), ...(event.data === undefined ? [] : ['data'])];
  const named = all.filter((name) => symptom.names.includes(name));
  if (named.length > 0) return [named];
  const told = namedInRefusal(event, symptom);
  return [told, told.length === 0 && event.data !== undefined ? ['data'] : [], all];
}

/** Of an expression with several operators and functions it does not show which of them differs, but for what is about their order. */
const isOneConstruct = (trial: Trial, requirement: string): boolean =>
  trial.kind !== 'expression' ||
  requirement.startsWith('cesql.prec.') ||
  [...nodesOf(trial.posed.expression)].filter(({ kind }) => kind !== 'literal' && kind !== 'attribute').length < 2;

/** The rule of encoding that the first value breaks (HTTP, section 3.1.3.2). */
function ruleOfEncoding({ expected }: Symptom): string {
  const text = JSON.stringify(
    Object.values(typeof expected === 'object' && expected !== null ? expected : {})[0] ?? '',
  );
  if (text.includes('%')) return 'http.enc.percent';
  if (text.includes('\\"')) return 'http.enc.quote';
  return text.includes(' ') ? 'http.enc.space' : 'http.enc.ascii';
}

const isSame = (one: Form, other: Form): boolean => one.binding === other.binding && one.mode === other.mode;
