// The fuzzer: how fast it is beside a bare loop and beside another fuzzer, and whether its memory grows with what it sends.
import { againstBare } from './fuzz/against-bare.mjs';
import { againstSchemathesis } from './fuzz/against-schemathesis.mjs';
import { memory } from './fuzz/memory.mjs';

export async function fuzz(options) {
  return [...(await againstBare(options)), ...(await againstSchemathesis(options)), ...(await memory(options))];
}
