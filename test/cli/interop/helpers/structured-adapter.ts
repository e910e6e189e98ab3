// An adapter of structured mode that does all well, but for the faults it is given. It is run as a program of its own.
import type { SubjectEntry } from '../../../../src/cli/subjects-file.js';

/** Runs in another process: it uses nothing from outside. */
function adapter(faults: readonly string[]): void {
  const supports = ['encode:http-structured', 'decode:http-structured'];
  const hello = { protocol: 1, name: 'small', version: '0.1.0', language: 'javascript', supports };
  const isJson = (type = 'application/json'): boolean => /[/+]json *(;|$)/i.test(type);
  // biome-ignore lint/suspicious/noExplicitAny: a program of its own, in JavaScript
  type Json = any;

  function encode({ attributes, data }: Json): Json {
    const written = { ...attributes };
    if (faults.includes('drops-subject')) delete written.subject;
    if (data !== undefined) {
      if ('base64' in data) written.data_base64 = data.base64;
      else written.data = 'text' in data ? data.text : data.json;
    }
    const headers = [['content-type', 'application/cloudevents+json']];
    return { message: { headers, body: { text: JSON.stringify(written) } } };
  }

  function decode(text: string): Json {
    const { data, data_base64, ...attributes } = JSON.parse(text);
    if (faults.includes('refuses-subject') && attributes.subject) return { rejected: { reason: 'no subject, please' } };
    if (faults.includes('upper-case')) attributes.id = attributes.id.toUpperCase();
    if (data_base64 !== undefined) return { events: [{ attributes, data: { base64: data_base64 } }] };
    if (data === undefined) return { events: [{ attributes }] };
    const isText = typeof data === 'string' && !isJson(attributes.datacontenttype);
    return { events: [{ attributes, data: isText ? { text: data } : { json: data } }] };
  }

  /** A file that tells that it waits, and goes on waiting. */
  const marker = faults.find((fault) => fault.startsWith('waits='))?.slice('waits='.length);
  let kept = '';
  process.stdin.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (kept + chunk).split('\n');
    kept = lines.pop() ?? '';
    for (const line of lines) {
      const { id, op, events, message } = JSON.parse(line);
      const answer = (reply: object): boolean => process.stdout.write(`${JSON.stringify({ id, ...reply })}\n`);
      const text = message?.body?.text ?? '';
      if (op === 'hello') answer(hello);
      else if (op === 'decode' && faults.includes('dies') && text.includes('"emoji in subject"')) process.exit(7);
      else if (op === 'decode' && faults.includes('hangs') && text.includes('"emoji in subject"')) continue;
      else if (op === 'decode' && marker !== undefined) require('node:fs').writeFileSync(marker, '');
      else if (op === 'decode') answer(decode(text));
      else if (op === 'encode') answer(encode(events[0]));
      else answer({ unsupported: true });
    }
  });
}

/** The subject of this id, with these faults. */
export const small = (id: string, ...faults: readonly string[]): SubjectEntry => ({
  id,
  sdk: `small ${id}`,
  run: [process.execPath, '-e', `(${adapter.toString()})(${JSON.stringify(faults)})`],
});
