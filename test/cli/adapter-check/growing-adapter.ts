// An adapter as its author writes it, version after version: each repairs what the check said about the one before.

/** One version, the step at which the check stops, and what it says there. */
export interface Version {
  readonly source: string;
  readonly step: string;
  readonly problem: string | RegExp;
  readonly next: string;
  /** What the program should have written, or a part of it. */
  readonly line?: string;
}

const LOOP = (body: string): string =>
  `require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => { ${body} });`;

const HELLO = (supports: readonly string[]): string =>
  `{ protocol: 1, name: 'mini', version: '0.1.0', language: 'javascript', supports: ${JSON.stringify(supports)} }`;

const ALL = [
  'decode:http-binary',
  'decode:http-structured',
  'decode:http-batch',
  'encode:http-binary',
  'encode:http-structured',
  'encode:http-batch',
  'evaluate:cesql',
  'evaluate:operator',
  'evaluate:functions',
  'validate',
];

const ANSWERING = `
  const handlers = {};
  const answer = (request) => {
    const handler = handlers[[request.op, request.mode].filter(Boolean).join(' ')];
    return handler ? handler(request) : { unsupported: true };
  };`;

const REPLYING = LOOP(`
  const request = JSON.parse(line);
  console.log(JSON.stringify({ id: request.id, ...answer(request) }));`);

const CATCHING = LOOP(`
  const request = JSON.parse(line);
  let reply;
  try { reply = answer(request); } catch (error) { reply = { rejected: { reason: error.message } }; }
  console.log(JSON.stringify({ id: request.id, ...reply }));`);

const hello = `handlers.hello = () => (${HELLO(ALL)});`;
const build = (...parts: readonly string[]): string => [ANSWERING, hello, ...parts, CATCHING].join('\n');

const CODEC = (cut: string, base64: string): string => `
  const text = (value) => value === undefined ? '' : value.text === undefined ? ${base64} : value.text${cut};
  const fromJson = ({ data, data_base64, ...attributes }) => ({
    attributes,
    ...(data_base64 !== undefined ? { data: { base64: data_base64 } } : data !== undefined && { data: { json: data } }),
  });
  const toJson = ({ attributes, data = {} }) => ({
    ...attributes,
    ...(data.base64 !== undefined ? { data_base64: data.base64 } : data.json !== undefined && { data: data.json }),
  });`;
const SLOPPY = CODEC('.slice(0, 9000)', "Buffer.from(value.base64, 'base64').toString()");

const BINARY = (keep: string): string =>
  `
  const binary = ({ headers, body }) => {
    const attributes = {};
    for (const [name, value] of headers) {
      if (name.toLowerCase() === 'content-type') attributes.datacontenttype = text(value);
      else if (${keep}) attributes[name.slice(3).toLowerCase()] = text(value);
    }
    const isJson = /json/.test(attributes.datacontenttype);
    if (body === undefined) return { attributes };
    return { attributes, data: isJson ? { json: JSON.parse(text(body)) } : body.base64 ? { BYTES } : { text: text(body) } };
  };`.replace('BYTES', 'base64: body.base64');
const LOSSY_BINARY = BINARY(`name.startsWith('ce-')`).replace('body.base64 ? { base64: body.base64 } : ', '');

const DECODE = `
  const typeOf = ({ headers }) => text((headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [])[1]);
  handlers.decode = ({ message }) => {
    if (/^application.cloudevents.json/.test(typeOf(message))) STRUCTURED
    if (/^application.cloudevents-batch/.test(typeOf(message))) BATCH
    return { events: [binary(message)] };
  };`;
const STRUCTURED = 'return { events: [fromJson(JSON.parse(text(message.body)))] };';
const BATCH = 'return { events: JSON.parse(text(message.body)).map(fromJson) };';
const UNSUPPORTED = 'return { unsupported: true };';
const decode = (structured: string, batch: string): string =>
  DECODE.replace('STRUCTURED', structured).replace('BATCH', batch);

const ENCODE_BINARY = (body: string): string => `
  handlers['encode binary'] = ({ events: [{ attributes: { datacontenttype, ...rest }, data }] }) => ({
    message: {
      headers: [['content-type', datacontenttype], ...Object.entries(rest).map(([name, value]) => ['ce-' + name, String(value)])],
      ...(${body}),
    },
  });`;
const BODY = 'data && { body: data.base64 ? data : { text: data.text ?? JSON.stringify(data.json) } }';
const json = (mode: string, type: string, body: string): string => `
  handlers['encode ${mode}'] = ({ events }) => ({
    message: { headers: [['Content-Type', { text: '${type}' }]], body: { text: JSON.stringify(${body}) } },
  });`;
const ENCODE_STRUCTURED = json('structured', 'application/cloudevents+json', 'toJson(events[0])');
const ENCODE_BATCH = json('batch', 'application/cloudevents-batch+json', 'events.map(toJson)');
const EVALUATE = (rest: string, value = 'true'): string => `
  handlers.evaluate = ({ expression }) => {
    if (expression.startsWith('type')) return { value: ${value}, errors: [] };
    ${rest}
  };`;
const MATH = `if (expression === '1 / 0') return { value: 0, errors: ['math'] };`;
const MISSING = `return { value: false, errors: ['missingFunction'] };`;
const FUNCTIONS = `
    const [, name, list] = /^CONFORM_(\\w+)\\((.*)\\)$/.exec(expression);
    const [x, y, z] = list.split(', ').map((text) => text.slice(1, -1));
    if (name === 'F') return { value: z ? 'many:4' : y ? 'two:' + x + ',' + y : 'one:' + x, errors: [] };
    if (name === 'CLASH') return { value: 'three', errors: [] };`;
const EVALUATES = EVALUATE(`${MATH} ${FUNCTIONS} return { value: 0, errors: ['functionEvaluation'] };`);
const VALIDATE = `handlers.validate = ({ event }) => event.attributes.type ? { valid: true } : { valid: false, reason: 'no type' };`;

const DECODES = decode(STRUCTURED, BATCH);
const GOOD_CODEC = CODEC('', "Buffer.from(value.base64, 'base64').toString()");
const ENCODES = [ENCODE_BINARY(BODY), ENCODE_STRUCTURED, ENCODE_BATCH];
const whole = (codec: string, binary: string, ...more: readonly string[]): string =>
  build(codec, binary, DECODES, ...ENCODES, EVALUATES, VALIDATE, ...more);
const evaluating = (evaluate: string): string => build(SLOPPY, LOSSY_BINARY, DECODES, ...ENCODES, evaluate);
const GOOD_BINARY = BINARY(`name.startsWith('ce-')`);

/** Answers when all that came at a time is there, each with what was asked last. */
const FORGETFUL = whole(SLOPPY, LOSSY_BINARY).replace(
  CATCHING,
  LOOP(`
    const request = JSON.parse(line);
    globalThis.last = request;
    setTimeout(() => console.log(JSON.stringify({ id: request.id, ...answer(globalThis.last) })), 50);`),
);

/** All versions but the last, which the check finds nothing wrong with. */
export const VERSIONS: readonly Version[] = [
  {
    source: '',
    step: 'starts',
    problem: 'the program ended before it replied (exit code 0)',
    next: 'Let it read lines from stdin in a loop',
  },
  {
    source: LOOP(''),
    step: 'hello',
    problem: 'no reply within 700 ms',
    next: 'Read stdin line by line, without waiting for its end; write the reply at once',
    line: '{"id":1,"protocol":1,"name":"the name of the SDK",',
  },
  {
    source: LOOP(`console.log('got', line);`),
    step: 'hello',
    problem: /^the program wrote a line that is no JSON: "got \{/,
    next: 'Write nothing on stdout but replies',
    line: '{"id":1,"protocol":1,',
  },
  {
    source: LOOP(`console.log(JSON.stringify(${HELLO([])}));`),
    step: 'hello',
    problem: /^the program wrote a reply without an id: /,
    next: 'Copy the id of the request, a number, into its reply.',
    line: '{"id":1,"protocol":1,',
  },
  {
    source: LOOP(`process.stdout.write(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO([])} }));`),
    step: 'hello',
    problem: /^the program wrote a line without its line feed: /,
    next: 'End each reply with a line feed.',
    line: '{"id":1,"protocol":1,',
  },
  {
    source: LOOP(`console.log(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO([])}, version: 1 }));`),
    step: 'hello.form',
    problem: "the adapter's reply to hello breaks the protocol: /version is 1, must be string",
    next: 'Correct that member of the reply to hello.',
    line: '"version":"1.2.3"',
  },
  {
    source: LOOP(`console.log(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO([])} }));`),
    step: 'supports',
    problem: 'supports is empty: there is nothing to ask',
    next: 'Name what the SDK can do. The words are decode:http-binary, ',
    line: '"supports":["decode:http-binary"]',
  },
  {
    source: LOOP(`console.log(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO(['decode:http-bianry'])} }));`),
    step: 'supports',
    problem: 'supports has "decode:http-bianry", which is no word of the protocol',
    next: 'did you mean decode:http-binary?',
  },
  {
    source: LOOP(`console.log(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO(['validate', 'validate'])} }));`),
    step: 'supports',
    problem: 'supports has validate twice',
    next: 'Name each word once.',
  },
  {
    source: LOOP(
      `console.log(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO(['validate', 'evaluate:functions'])} }));`,
    ),
    step: 'supports',
    problem: 'supports has evaluate:functions without evaluate:cesql',
    next: 'Claim evaluate:cesql too, or take evaluate:functions out.',
  },
  {
    source: LOOP(
      `console.log(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO(['evaluate:cesql', 'evaluate:operator', 'evaluate:complete'])} }));`,
    ),
    step: 'supports',
    problem: 'supports has evaluate:complete and evaluate:operator, which are several error modes',
    next: 'Claim the one that the documentation of the engine states, or none.',
  },
  {
    source: LOOP(`console.log(JSON.stringify({ id: JSON.parse(line).id, ...${HELLO(ALL)} }));`),
    step: 'canary',
    problem: /^the adapter's reply to canary-[0-9a-f]{8} breaks the protocol: it has no member unsupported/,
    next: 'Answer each op that the program does not know with `unsupported`',
    line: '{"id":2,"unsupported":true}',
  },
  {
    source: [ANSWERING, hello, REPLYING].join('\n'),
    step: 'decode:http-binary',
    problem: 'hello claims decode:http-binary, and the answer is unsupported',
    next: 'Answer it, or take decode:http-binary out of supports.',
    line: '{"id":3,"events":[{"attributes":{"specversion":"1.0","id":"one",',
  },
  {
    source: [ANSWERING, hello, 'handlers.decode = () => sdk.decode();', REPLYING].join('\n'),
    step: 'decode:http-binary',
    problem: 'the program ended before it replied (exit code 1)',
    next: 'Catch what is thrown and answer `rejected`',
    line: '{"id":3,"events":[',
  },
  {
    source: build('handlers.decode = () => sdk.decode();'),
    step: 'decode:http-binary',
    problem: 'a plain event was rejected: "sdk is not defined"',
    next: 'Hand the message or the event to the SDK as it came.',
    line: '{"id":3,"events":[',
  },
  {
    source: build(
      SLOPPY,
      BINARY(`['ce-id', 'ce-source', 'ce-type', 'ce-specversion', 'ce-subject', 'ce-time'].includes(name)`),
      decode(UNSUPPORTED, UNSUPPORTED),
    ),
    step: 'decode:http-binary',
    problem: 'the attribute "region" went in as "eu" and came out as nothing',
    next: 'Hand everything to the SDK as it came, and write down what it gave, attribute by attribute.',
    line: '"region":"eu"',
  },
  {
    source: build(SLOPPY, LOSSY_BINARY, decode(UNSUPPORTED, UNSUPPORTED)),
    step: 'decode:http-structured',
    problem: 'hello claims decode:http-structured, and the answer is unsupported',
    next: 'Answer it, or take decode:http-structured out of supports.',
  },
  {
    source: build(
      SLOPPY,
      LOSSY_BINARY,
      decode(STRUCTURED, BATCH.replace('.map(fromJson)', '.slice(0, 1).map(fromJson)')),
    ),
    step: 'decode:http-batch',
    problem: '2 events went in, 1 event came out',
    next: 'Hand everything to the SDK as it came',
    line: '"id":"two"',
  },
  {
    source: build(SLOPPY, LOSSY_BINARY, DECODES, ENCODE_BINARY(`{ body: 'text' }`)),
    step: 'encode:http-binary',
    problem: 'the adapter\'s reply to encode breaks the protocol: /message/body is "text", must be object',
    next: 'Write the reply in the form that `ce-conform schema adapter-reply` describes.',
    line: '"message":{"headers":[["ce-specversion",{"text":"1.0"}],',
  },
  {
    source: build(SLOPPY, LOSSY_BINARY, DECODES, ENCODE_BINARY('{}')),
    step: 'encode:http-binary',
    problem: String.raw`the data went in as the JSON value "{\"id\":\"one\"}" and came out as nothing`,
    next: 'Hand everything to the SDK as it came',
  },
  {
    source: build(
      SLOPPY,
      LOSSY_BINARY,
      DECODES,
      ENCODES[0] ?? '',
      json('structured', 'application/json', 'toJson(events[0])'),
    ),
    step: 'encode:http-structured',
    problem: 'the message holds no event: no header begins with ce-',
    next: 'Hand everything to the SDK as it came',
    line: '["Content-Type",{"text":"application/cloudevents+json"}]',
  },
  {
    source: build(
      SLOPPY,
      LOSSY_BINARY,
      DECODES,
      ...ENCODES.slice(0, 2),
      ENCODE_STRUCTURED.replace('encode structured', 'encode batch'),
    ),
    step: 'encode:http-batch',
    problem: 'the message is in structured mode, asked for was batch',
    next: 'Hand everything to the SDK as it came',
  },
  {
    source: evaluating(EVALUATE('', `'true'`)),
    step: 'evaluate:cesql',
    problem: String.raw`type = 'org.example.conform.check' is true, and came out as "\"true\"" with no errors`,
    next: 'Write the value as JSON of its type',
    line: '"value":true,"errors":[]',
  },
  {
    source: evaluating('handlers.evaluate = () => ({ value: false, errors: [`missingAttribute`] });'),
    step: 'evaluate:cesql',
    problem: `type = 'org.example.conform.check' is true, and came out as "false" with the errors missingAttribute`,
    next: 'Write the value as JSON of its type',
  },
  {
    source: evaluating(EVALUATE('process.exit(1);')),
    step: 'evaluate:cesql',
    problem: 'the program ended before it replied (exit code 1)',
    next: 'Catch the errors that the engine documents, and answer with their kinds.',
    line: '"value":0,"errors":["math"]',
  },
  {
    source: evaluating(EVALUATE(`return { thrown: { reason: 'division by zero' } };`)),
    step: 'evaluate:cesql',
    problem: '1 / 0 threw: "division by zero"',
    next: 'Catch the errors that the engine documents, and answer with their kinds.',
    line: '"value":0,"errors":["math"]',
  },
  {
    source: evaluating(EVALUATE('return { value: 0, errors: [] };')),
    step: 'evaluate:cesql',
    problem: '1 / 0 came out without an error',
    next: 'Write the kind of each error that the engine tells of',
  },
  {
    source: evaluating(EVALUATE(`return { value: 0, errors: ['MathError'] };`)),
    step: 'evaluate:cesql',
    problem:
      'the adapter\'s reply to evaluate breaks the protocol: /errors/0 is "MathError", must be parse, math, cast, missingAttribute, missingFunction, functionEvaluation or generic',
    next: 'Write the reply in the form that `ce-conform schema adapter-reply` describes.',
  },
  {
    source: evaluating(EVALUATE(`${MATH} return { unsupported: true };`)),
    step: 'evaluate:functions',
    problem: 'hello claims evaluate:functions, and the answer is unsupported',
    next: 'Answer it, or take evaluate:functions out of supports.',
    line: '"value":"one:a","errors":[]',
  },
  {
    source: evaluating(EVALUATE(`${MATH} ${MISSING}`)),
    step: 'evaluate:functions',
    problem: `CONFORM_F('a') is "one:a", and came out as "false" with the errors missingFunction`,
    next: 'Register the function as docs/adapters.md says',
  },
  {
    source: evaluating(EVALUATE(`${MATH} ${FUNCTIONS} ${MISSING}`)),
    step: 'evaluate:functions',
    problem: `CONFORM_FAIL('a') came out as a missing function`,
    next: 'Let CONFORM_FAIL give an error and no value',
    line: '"value":0,"errors":["functionEvaluation"]',
  },
  {
    source: evaluating(EVALUATE(`${MATH} ${FUNCTIONS} return { value: 0, errors: [] };`)),
    step: 'evaluate:functions',
    problem: `CONFORM_FAIL('a') came out without an error`,
    next: 'Let CONFORM_FAIL give an error and no value',
  },
  {
    source: build(SLOPPY, LOSSY_BINARY, DECODES, ...ENCODES, EVALUATES, 'handlers.validate = () => ({ valid: true });'),
    step: 'validate',
    problem: 'an event without the required attribute type was found valid',
    next: 'Build the event in the SDK and let the SDK decide',
    line: '"valid":false,"reason":"the attribute type is missing"',
  },
  {
    source: FORGETFUL,
    step: 'parallel',
    problem: 'the attribute "id" went in as "parallel-0" and came out as "parallel-7"',
    next: 'Several requests wait at the same time: answer each with its own id.',
  },
  {
    source: whole(SLOPPY, LOSSY_BINARY),
    step: 'large',
    problem: /^a plain event was rejected: "Unterminated string/,
    next: 'Hand the message or the event to the SDK as it came.',
  },
  {
    source: whole(GOOD_CODEC, LOSSY_BINARY),
    step: 'bytes',
    problem: /^the data went in as the bytes "AP\/\+gArDKA==" in base64 and came out as the text /,
    next: 'Hand everything to the SDK as it came',
    line: '"data":{"base64":"AP/+gArDKA=="}',
  },
  {
    source: whole(GOOD_CODEC, GOOD_BINARY, 'setInterval(() => undefined, 1000);'),
    step: 'end',
    problem: 'stdin was closed, and the program did not end within 5 seconds',
    next: 'Leave the loop when stdin ends',
  },
  {
    source: whole(GOOD_CODEC, GOOD_BINARY, 'process.exitCode = 3;'),
    step: 'end',
    problem: 'stdin was closed, and the program ended with exit code 3',
    next: 'Leave the loop when stdin ends',
  },
];

/** The last version. */
export const FINISHED: string = whole(GOOD_CODEC, GOOD_BINARY);
