import { checkedJson } from './checked-json.js';
import { FUZZ_SCHEMA, type FuzzReport } from './types.js';

/** Reads a report of the fuzzer and checks it against its schema. Throws a usage error that says what is wrong, and where. */
export const parseFuzz = (text: string, file: string): FuzzReport =>
  checkedJson<FuzzReport>(text, file, {
    name: 'fuzz',
    schema: FUZZ_SCHEMA,
    hint: 'give a report that ce-conform fuzz wrote with --report json=FILE or --json',
  });
