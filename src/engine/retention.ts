// What a run keeps of what a target sends. A target may answer every case with a gigabyte; a run must end with a report.
import type { HeaderLine, HttpMessage, Message } from '../binding/types.js';
import type { CloudEvent } from '../event/types.js';
import type { Reply, SinkMessage } from '../target/types.js';
import type { Evidence } from './evidence.js';

/** Bodies are kept whole as long as those of a run come to no more than this, far beyond what events need. */
const RUN_BYTES = 64 * 1024 * 1024;

/** Of other bodies, and of those that were cut on their way in, this much is kept: enough to see what they are. */
const CUT_BYTES = 16 * 1024;

/** Gives evidence as it is kept, counting the bytes of one run. */
export function createRetention(runBytes: number = RUN_BYTES): (evidence: Evidence) => Evidence {
  let kept = 0;
  return (evidence) => {
    const size = sizeOf(evidence);
    const isOver = kept + size > runBytes;
    if (!isOver && !evidence.replies.some(isTruncated)) {
      kept += size;
      return evidence;
    }
    // A message that is cut short is no event, and one that is left out has not failed to arrive: nothing is concluded.
    const arrived = isOver ? evidence.arrived.filter(isShort) : evidence.arrived;
    return {
      ...evidence,
      replies: evidence.replies.map((reply) => (isOver || isTruncated(reply) ? cutReply(reply) : reply)),
      arrived,
      ...(arrived.length < evidence.arrived.length ? { fence: 'lost' as const } : {}),
    };
  };
}

const sizeOf = ({ replies, arrived }: Evidence): number =>
  replies.reduce((sum, reply) => sum + replySize(reply), 0) + arrived.reduce((sum, one) => sum + messageSize(one), 0);

const messageSize = ({ headers, body }: Message): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, body.length);

function replySize(reply: Reply): number {
  switch (reply.kind) {
    case 'response':
      return messageSize(reply.response);
    case 'messages':
      return reply.messages.reduce((sum, message) => sum + messageSize(message), 0);
    case 'events':
      return reply.events.reduce((sum, event) => sum + eventSize(event), 0);
    case 'rejected':
    case 'unwritten':
    case 'invalid':
      return reply.reason.length;
    case 'value':
      return JSON.stringify(reply.value)?.length ?? 0;
    case 'unset':
      return reply.reason.length;
    case 'set':
    case 'published':
    case 'valid':
    case 'unsupported':
    case 'failure':
      return 0;
  }
}

function eventSize({ attributes, data }: CloudEvent): number {
  const texts = [...attributes].reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
  switch (data?.kind) {
    case undefined:
      return texts;
    case 'json':
      return texts + JSON.stringify(data.value).length;
    case 'text':
      return texts + data.text.length;
    case 'binary':
      return texts + data.bytes.length;
  }
}

const isTruncated = (reply: Reply): boolean => reply.kind === 'response' && reply.response.truncated;

const isShort = (message: SinkMessage): boolean => messageSize(message) <= CUT_BYTES;

const LEFT_OUT = 'the reply is left out: those of this run are larger than the harness keeps';

// Copied, because a part of a buffer keeps the whole of it in memory.
function cutReply(reply: Reply): Reply {
  if (replySize(reply) <= CUT_BYTES) return reply;
  if (reply.kind !== 'response') return { kind: 'failure', failure: { code: 'aborted', message: LEFT_OUT } };
  const body = new Uint8Array(reply.response.body.subarray(0, CUT_BYTES));
  return {
    kind: 'response',
    response: { ...reply.response, headers: firstLines(reply.response), body, truncated: true },
  };
}

function firstLines({ headers }: HttpMessage): readonly HeaderLine[] {
  let size = 0;
  return headers.filter(([name, value]) => {
    size += name.length + value.length;
    return size <= CUT_BYTES;
  });
}
