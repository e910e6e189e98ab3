// An adapter program as a participant.
import type { ContentMode } from '../../binding/types.js';
import { toAdapterMessage } from '../../target/adapter/adapter-message.js';
import type { Adapter, AdapterHello } from '../../target/adapter/protocol.js';
import type { SubjectEntry } from '../subjects-file.js';
import { decodedOf, encodedOf, encodeRequest } from './answers.js';
import { type AskingOptions, asking } from './asking.js';
import type { Participant } from './participant.js';

const MODES: readonly ContentMode[] = ['binary', 'structured', 'batch'];

/** A program that has said hello. */
export function adapterParticipant(
  { id, sdk }: Pick<SubjectEntry, 'id' | 'sdk'>,
  adapter: Adapter,
  hello: AdapterHello,
  options: AskingOptions,
): Participant {
  const { ask, gaveUp } = asking(adapter, options);
  const { name, version, language, supports } = hello;
  const modesOf = (op: string): readonly ContentMode[] =>
    MODES.filter((mode) => supports.includes(`${op}:http-${mode}`));
  return {
    subject: { id, sdk, name, version, language, encodes: modesOf('encode'), decodes: modesOf('decode') },
    encode: async (events, mode) => encodedOf(await ask(encodeRequest(events, mode)), `encode:http-${mode}`),
    decode: async (message, mode) =>
      decodedOf(
        await ask({ op: 'decode', binding: 'http', message: toAdapterMessage(message) }),
        `decode:http-${mode}`,
      ),
    gaveUp,
    close: () => adapter.close(),
  };
}
