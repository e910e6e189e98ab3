// Reads files in the form of the official CESQL TCK. Many of its scalars would be something else to a loader of YAML
// (an expression TRUE, a timestamp as a value), so they are taken as the text that they are written as.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** The event of a case that has none of its own. */
const BASE_EVENT = { specversion: '1.0', id: 'myId', source: 'http://localhost/source', type: 'myType' };

/**
 * The files of a folder by their names: `tck` with its cases, `other` where a file has no tests, or `unreadable` with why.
 */
export function readTck(folder) {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => ({ name, ...readFile(join(folder, name)) }));
}

function readFile(path) {
  try {
    const document = parseDocument(readFileSync(path, 'utf8'), { schema: 'failsafe' });
    const [error] = document.errors;
    if (error !== undefined) return { kind: 'unreadable', why: error.message.split('\n')[0] };
    const tests = document.get('tests', true);
    return isSeq(tests) ? { kind: 'tck', cases: tests.items.map(toCase) } : { kind: 'other' };
  } catch (error) {
    return { kind: 'unreadable', why: error.message };
  }
}

function toCase(node, index) {
  if (!isMap(node) || typeof node.get('expression') !== 'string')
    throw new Error(`test ${index + 1} has no expression`);
  const result = node.get('result', true);
  const error = node.get('error');
  return {
    name: String(node.get('name') ?? `test ${index + 1}`),
    expression: node.get('expression'),
    event: membersOf(node.get('event', true)) ?? { ...BASE_EVENT, ...membersOf(node.get('eventOverrides', true)) },
    ...(result !== undefined && { result: scalarOf(result) }),
    ...(error !== undefined && { error }),
  };
}

function membersOf(node) {
  if (!isMap(node)) return undefined;
  return Object.fromEntries(node.items.map(({ key, value }) => [String(key), scalarOf(value)]));
}

/** A Boolean or an Integer where a plain scalar is written as one, else the text. */
function scalarOf(node) {
  if (!isScalar(node)) throw new Error('a value is no scalar');
  const text = String(node.value);
  if (node.type !== 'PLAIN') return text;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return /^[-+]?[0-9]+$/.test(text) ? Number(text) : text;
}
