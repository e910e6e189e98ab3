// The events of a load: some hundred are generated, and each is sent with a token of its own as its id, over and over.
import { compareEvent } from '../../../suites/vector/compare.js';
import type { EventExpectation } from '../../../suites/vector/types.js';
import { decodeMessage } from '../../binding/decode-message.js';
import { encodeMessage } from '../../binding/encode-message.js';
import type { Message } from '../../binding/types.js';
import { type Carrier, formOf } from '../../engine/carriers.js';
import { tokenOf } from '../../engine/random.js';
import type { CloudEvent } from '../../event/types.js';
import { event as anyEvent } from '../../generate/event.js';
import { sample } from '../../generate/sample.js';
import type { Stimulus } from '../../target/types.js';
import { expectationOf } from '../expected-event.js';

/** One event on its way. Nothing of it is kept once it is settled. */
export interface LoadEvent {
  /** The id of the event, and found nowhere else. */
  readonly token: string;
  readonly carrier: Carrier;
  readonly request: Stimulus;
  /** What has to come out. */
  readonly expected: EventExpectation;
}

/** Enough for every kind of value to be among them, and few enough to be made in no time. */
const SIZE = 256;

/** The events of a seed, by their index. Those that a carrier has no form for are left out of it. */
export function createEventPool(seed: string, carriers: readonly Carrier[]): (index: number) => LoadEvent {
  const events = sample(anyEvent, `${seed} load`, SIZE);
  const pools = carriers.map((carrier) => ({ carrier, events: events.filter((event) => survives(event, carrier)) }));
  if (pools.length === 0) throw new Error('a load needs a carrier');
  return (index) => {
    const pool = pools[index % pools.length];
    const event = pool?.events[Math.floor(index / pools.length) % pool.events.length];
    if (pool === undefined || event === undefined) throw new Error(`no event of the pool can be sent`);
    const token = tokenOf(seed, `load ${index}`);
    const own = withId(event, token);
    return {
      token,
      carrier: pool.carrier,
      request: stimulusOf(write(own, pool.carrier)),
      expected: expectationOf(own),
    };
  };
}

/** In the style of the specification's own examples, as cases are written. */
const write = (event: CloudEvent, carrier: Carrier): Message => encodeMessage([event], formOf(carrier), 'spaced');

const withId = ({ attributes, ...rest }: CloudEvent, id: string): CloudEvent => ({
  ...rest,
  attributes: new Map([...attributes, ['id', id]]),
});

const stimulusOf = (message: Message): Stimulus =>
  message.binding === undefined ? { ...message, method: 'POST', via: 'client' } : message;

function survives(event: CloudEvent, carrier: Carrier): boolean {
  const request = write(event, carrier);
  const decoded = decodeMessage(request);
  const [seen] = decoded.kind === 'decoded' ? decoded.value.events : [];
  return (
    seen !== undefined &&
    compareEvent({ event: seen, mode: formOf(carrier).mode, request, through: true }, expectationOf(event)).length === 0
  );
}
