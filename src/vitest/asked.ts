// What a run will ask, as far as settings alone say it: tests have to be named before a target is there to be driven.
import { BINDINGS, type Binding } from '../binding/types.js';
import { isBrokerUrl, isKafkaUrl } from '../cli/broker-url.js';
import { isRelay } from '../cli/is-relay.js';
import type { Task } from '../engine/case.js';
import { NO_CLAIMS, overruled, parseClaims } from '../engine/claims.js';
import { type ConformError, usageError } from '../engine/error.js';
import { bindingsAsked } from '../engine/run.js';
import { tasksOf } from '../engine/tasks.js';
import type { ConformanceOptions } from './options.js';

/** What is asked, and over which bindings. Behind an adapter that can be more than it will turn out to claim. */
export interface Asked {
  readonly tasks: readonly Task[];
  readonly bindings: readonly Binding[];
}

/** The cases that can come up are those of these tasks over these bindings. Throws a usage error for what cannot be asked. */
export function asked(options: ConformanceOptions): Asked {
  const { listen, adapter, target, image, binding, profile } = options;
  const named = [listen, adapter, target, image].filter((one) => one !== undefined).length;
  if (named !== 1) throw notOne(named);
  if (listen !== undefined) return { tasks: tasksOf('capture'), bindings: bindingsOf(listen) };
  if (adapter !== undefined) return { tasks: tasksOf('adapter'), bindings: bindingsClaimed(options) };
  const bindings = typeof target === 'string' ? bindingsOf(target) : [binding ?? 'http'];
  if (bindings.includes('http')) return { tasks: tasksOf(wayOf(options)), bindings };
  if (!isRelay(profile)) return { tasks: tasksOf('sink'), bindings };
  return { tasks: tasksOf('broker'), bindings: bindings.includes('kafka') ? bindings : ['mqtt5', 'mqtt3'] };
}

// The address may hold placeholders, so it is not parsed.
function bindingsOf(address: string): readonly Binding[] {
  if (!isBrokerUrl(address)) return ['http'];
  if (isKafkaUrl(address)) return ['kafka'];
  return /[?&]version=3(?:&|$)/.test(address) ? ['mqtt3'] : ['mqtt5'];
}

function bindingsClaimed({ claims }: ConformanceOptions): readonly Binding[] {
  const given = claims === undefined ? undefined : overruled(NO_CLAIMS, parseClaims(claims));
  const namesForms = given !== undefined && given.decodes.size + given.encodes.size > 0;
  return namesForms ? bindingsAsked(given, 'adapter') : BINDINGS;
}

// What a filter lets pass is seen at the sink alone.
function wayOf({ sinkPort, observe, apply }: ConformanceOptions): 'url' | 'sink' | 'filtered-sink' {
  if (apply !== undefined) return 'filtered-sink';
  return sinkPort !== undefined || observe === 'sink' ? 'sink' : 'url';
}

const notOne = (named: number): ConformError =>
  usageError(
    'vitest.target',
    `failed to start: ${named === 0 ? 'nothing says what is judged' : 'more than one thing is to be judged'}`,
    'give one of target, adapter, image and listen',
  );
