// What the cases of a vector rest on: cases that must have been accepted, or passed, before a failure says anything.

import type { Binding } from '../../src/binding/types.js';
import { CARRIERS, type Carrier, formOf } from '../../src/engine/carriers.js';
import type { Prerequisite } from '../../src/engine/case.js';
import { bindingsOf } from '../../src/engine/requirement.js';
import type { EventPatch, Vector } from './types.js';

/** A most ordinary event, with data. Everything else over a carrier rests on its acceptance there. */
export const BASELINE = 'core.attr.minimal/ordinary';

/** An event with neither data nor a type of it. Every other such event rests on its acceptance. */
export const BARE = 'core.attr.minimal/plain';

/** The prerequisites of a vector over one carrier, itself left out. */
export function prerequisitesOf(vector: Vector, carrier: Carrier): readonly Prerequisite[] {
  const name = `${vector.requirement}/${vector.variant}`;
  return restsOn(vector)
    .filter((text) => text !== name)
    .flatMap((text) => prerequisite(text, carrier));
}

// An empty list rests on nothing: for rules about what the most ordinary event needs itself.
function restsOn({ requires, event, batch }: Vector): readonly string[] {
  if (requires?.length === 0) return [];
  const isBare = (batch ?? [event ?? {}]).some(isBareEvent);
  return [BASELINE, ...(isBare ? [BARE] : []), ...(requires ?? [])];
}

function isBareEvent({ json, set, unset, data }: EventPatch): boolean {
  if (json === undefined)
    return data === 'none' && unset?.includes('datacontenttype') === true && set?.['datacontenttype'] === undefined;
  const members = membersOf(json);
  return (
    members !== undefined &&
    ['datacontenttype', 'data', 'data_base64'].every((name) => (members[name] ?? null) === null)
  );
}

// A text that is no JSON object, on purpose, is no bare event.
function membersOf(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `+id` asks for a pass, `id` for acceptance; `id@carrier` rests on it over that carrier alone. `~id@mode`: whatever the
 * carrier of the case, on that mode of its binding, as far as there is one, and it is part of the run.
 */
export function prerequisite(text: string, carrier: Carrier): readonly Prerequisite[] {
  const { binding } = formOf(carrier);
  if (text.startsWith('~')) {
    const [name = '', mode] = text.replace(/^~\+?/, '').split('@');
    const other = CARRIERS.find((one) => one === `${binding}-${mode}`);
    if (other === undefined || isOfOther(name, binding)) return [];
    return [{ id: `${name}@${other}`, outcome: text.startsWith('~+') ? 'passed' : 'accepted', ifRun: true }];
  }
  const [name = '', only = carrier] = text.replace(/^\+/, '').split('@');
  if (only !== carrier || isOfOther(name, binding)) return [];
  return [{ id: `${name}@${carrier}`, outcome: text.startsWith('+') ? 'passed' : 'accepted' }];
}

// A rule of one binding has no case over the others.
const isOfOther = (id: string, binding: Binding): boolean => bindingsOf({ id })?.includes(binding) === false;
