// A Kafka record as a line of kcat (1.7). It takes the value from its input, up to a delimiter; and the key as well, where no
// argument can hold it or where the value is empty or null, which it cannot read alone.
import type { KafkaMessage } from '../../binding/types.js';
import { utf8Value } from '../../binding/utf8-value.js';
import { ofBytes, ofText } from './bytes.js';
import { wordFlaw } from './shell-word.js';
import { type Argument, none, toolLine } from './tool-line.js';
import type { CommandLine } from './types.js';

/** How kcat is told of key and value. */
interface Payload {
  readonly args: readonly string[];
  readonly input: string;
}

/** The line that sends this record to a topic. Which partition it goes to is left to kcat. */
export function kcatLine(message: KafkaMessage, brokers: string, topic: string): CommandLine {
  const headers = headerArguments(message);
  if (typeof headers === 'string') return none('kcat', headers);
  const payload = payloadOf(message);
  if (payload === undefined) return none('kcat', 'its value is empty and its key null, and kcat sends no such record');
  const { args, input } = payload;
  return toolLine('kcat', ['-P', '-b', ofText(brokers), '-t', ofText(topic), ...args, ...headers], input);
}

/** The arguments of all headers, null ones last; or why there are none. */
function headerArguments({ headers, nullHeaders = [] }: KafkaMessage): readonly Argument[] | string {
  const args: Argument[] = [];
  for (const [name, value] of [...headers, ...nullHeaders.map((one) => [one, undefined] as const)]) {
    const written = utf8Value(name);
    if (written === undefined) return 'the name of a header is no UTF-8';
    if (written === '' || written.includes('=')) return 'the name of a header is empty or has a =, where kcat ends it';
    if (value !== undefined && /[^\x00-\xff]/.test(value)) return 'the value of a header is more than bytes';
    args.push('-H', { what: 'a header', bytes: value === undefined ? written : `${written}=${value}` });
  }
  return args;
}

function payloadOf({ body, isNull, key }: KafkaMessage): Payload | undefined {
  const value = isNull === true ? '' : ofBytes(body);
  const name = key === undefined ? undefined : ofBytes(key);
  if (value !== '' && (name === undefined || wordFlaw(name) === undefined)) {
    return { args: [...(name === undefined ? [] : ['-k', name]), ...delimiter(value)], input: value };
  }
  // -Z makes null of what is empty, but for a key of -k.
  if (isNull === true) return keyed(name ?? '', '', ['-Z', ...(name === '' ? ['-k', ''] : [])]);
  return name === undefined ? undefined : keyed(name, value, []);
}

/** Key and value in the input, with a text between them that the key does not have. */
function keyed(key: string, value: string, args: readonly string[]): Payload {
  const between = absentFrom(key, ':');
  const input = key + between + value;
  return { args: [...args, '-K', between, ...delimiter(input)], input };
}

/** Without one that is not in it, each line would be a record. */
const delimiter = (input: string): readonly string[] => (input.includes('\n') ? ['-D', absentFrom(input, 'end')] : []);

/** The first text of this kind that is not in the input. None ends as it begins, so it is found where it was put and not before. */
function absentFrom(input: string, first: string): string {
  for (let text = first, count = 0; ; text = `${first}${count}`, count++) {
    if (!input.includes(text)) return text;
  }
}
