// Names of topics and filters over them (MQTT 5, section 4.7), and the names that are a run's own.
import { randomBytes } from 'node:crypto';

/** Bytes of the longest string that MQTT can hold (MQTT 5, section 1.5.4). */
export const MOST_STRING_BYTES = 65_535;

/** What is wrong with the name of a topic: a part of a sentence. Undefined where nothing is. */
export function topicFlaw(topic: string): string | undefined {
  if (/[+#]/.test(topic)) return 'has a wildcard, and messages are published to one topic';
  return nameFlaw(topic);
}

/** What is wrong with a filter, which may have wildcards. */
export function filterFlaw(filter: string): string | undefined {
  const levels = filter.split('/');
  const isWild = levels.every((level, at) => {
    if (level === '#') return at === levels.length - 1;
    return level === '+' || !/[+#]/.test(level);
  });
  return isWild ? nameFlaw(filter) : 'has a wildcard that is no level of its own, or a # that is not the last';
}

function nameFlaw(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name === '.' || name === '..') return 'is made of dots, which no URL can hold';
  if (Buffer.byteLength(name) > MOST_STRING_BYTES) return `has more than ${MOST_STRING_BYTES} bytes`;
  // Brokers may close the connection of whoever uses these (section 1.5.4).
  return /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(name)
    ? 'has a control character, or one that is no character'
    : undefined;
}

/** A prefix that no other run has. */
export const ownPrefix = (): string => `ce-conform/${randomBytes(6).toString('hex')}`;
