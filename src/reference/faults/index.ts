// Every fault that the suite has to notice. A requirement that must be kept, in whatever role, has at least one.
import { usageError } from '../../engine/error.js';
import type { Fault } from '../fault.js';
import { SUBTLE_FAULTS } from '../subtle/index.js';
import { CESQL_FAULTS } from './cesql.js';
import { CORE_FAULTS } from './core.js';
import { EMIT_FAULTS } from './emit/index.js';
import { FORWARD_FAULTS } from './forward.js';
import { HTTP_FAULTS } from './http.js';
import { JSON_FAULTS } from './json.js';
import { KAFKA_FAULTS } from './kafka.js';
import { MQTT_FAULTS } from './mqtt.js';
import { VALIDATION_FAULTS } from './validation.js';

export const FAULTS: readonly Fault[] = [
  ...CORE_FAULTS,
  ...JSON_FAULTS,
  ...HTTP_FAULTS,
  ...VALIDATION_FAULTS,
  ...EMIT_FAULTS,
  ...FORWARD_FAULTS,
  ...KAFKA_FAULTS,
  ...MQTT_FAULTS,
  ...CESQL_FAULTS,
];

/** The fault of that name, a subtle one or not. Throws a usage error that names the nearest ones. */
export function faultNamed(name: string): Fault {
  const all = [...FAULTS, ...SUBTLE_FAULTS];
  const found = all.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  const near = all.filter((fault) => fault.name.startsWith(name.split('/')[0] ?? name)).map((fault) => fault.name);
  throw usageError(
    'reference.fault',
    `failed to switch on a fault: there is none named ${JSON.stringify(name)}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'run `ce-conform reference --list-faults` to see them',
  );
}
