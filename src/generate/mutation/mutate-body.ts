// Changes of the bytes of a body. Total: a place is within what is there, and the result within its bounds.
import { Buffer } from 'node:buffer';
import { MOST_BODY, MOST_LEVELS } from './bounds.js';
import type { Step } from './types.js';

type BodyStep = Extract<
  Step,
  { readonly kind: 'flip' | 'insert' | 'delete' | 'double' | 'truncate' | 'member' | 'nest' }
>;

const CLOSING = '}'.charCodeAt(0);

/** The body after one step. */
export function mutateBody(body: Uint8Array, step: BodyStep): Uint8Array {
  const bytes = Buffer.from(body);
  switch (step.kind) {
    case 'flip': {
      if (bytes.length === 0) return bytes;
      const at = Math.min(placeOf(bytes, step.at), bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (step.mask & 0xff);
      return bytes;
    }
    case 'insert':
      return spliced(bytes, placeOf(bytes, step.at), 0, repeated(step.bytes, step.times));
    case 'delete':
      return spliced(bytes, placeOf(bytes, step.at), step.length, Buffer.alloc(0));
    case 'double': {
      const at = placeOf(bytes, step.at);
      return spliced(bytes, at, 0, bytes.subarray(at, at + step.length));
    }
    case 'truncate':
      return bytes.subarray(0, placeOf(bytes, step.at));
    case 'member':
      return withMember(bytes, step.name, Buffer.from(step.json, 'latin1'));
    case 'nest': {
      const value = nested(step.levels, step.bracket);
      return step.member === undefined ? value : withMember(bytes, step.member, value);
    }
  }
}

const placeOf = (bytes: Uint8Array, at: number): number =>
  Math.floor((bytes.length * Math.min(Math.max(at, 0), 1000)) / 1000);

const repeated = (text: string, times: number): Buffer =>
  Buffer.from(text.repeat(Math.max(0, Math.min(times, Math.floor(MOST_BODY / Math.max(1, text.length))))), 'latin1');

function spliced(bytes: Buffer, at: number, drop: number, put: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + Math.max(0, drop))]).subarray(0, MOST_BODY);
}

// Before the last bracket, which in most bodies is that of the event. Where there is none, it goes to the end.
function withMember(bytes: Buffer, name: string, value: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(CLOSING);
  const member = Buffer.concat([Buffer.from(`, ${JSON.stringify(name)} : `), value, Buffer.from(' ')]);
  return spliced(bytes, end === -1 ? bytes.length : end, 0, member);
}

function nested(levels: number, bracket: 'array' | 'object' | 'open'): Buffer {
  const count = Math.max(0, Math.min(levels, MOST_LEVELS));
  switch (bracket) {
    case 'array':
      return Buffer.from('['.repeat(count) + ']'.repeat(count));
    case 'object':
      return Buffer.from(`${'{"a":'.repeat(count)}1${'}'.repeat(count)}`);
    case 'open':
      return Buffer.from('['.repeat(count));
  }
}
