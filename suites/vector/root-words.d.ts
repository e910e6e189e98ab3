import type { HttpMessage } from '../../src/binding/http/types.js';
/** What an error text says beside what it repeats: the root of many refusals often differs in the quoted input alone. */
export declare function rootWords(text: string, requests: readonly HttpMessage[]): string;
