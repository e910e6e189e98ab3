// What it takes to watch a producer from outside: everything that it sends, and when enough was seen.
import type { SinkMessage } from '../types.js';

export interface CaptureOptions {
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** A longer body is answered 413, and the message is not kept. Default 1 MiB. */
  readonly maxBodyBytes?: number;
  /** All that is kept together, header lines included. What comes beyond it is accepted and not kept. Default 64 MiB. */
  readonly maxTotalBytes?: number;
  /** Messages that are kept. What comes beyond is accepted and not kept. Default 10 000. */
  readonly maxMessages?: number;
  /** A request has to be complete after so many milliseconds. Default 30 000. */
  readonly requestTimeoutMs?: number;
  /** Whether a message counts for `count` and `quietMs`. Default: every one does. */
  readonly counts?: (message: SinkMessage) => boolean;
}

/**
 * Why a capture ended: enough messages; its time was over; no message for a while; the program that sends them ended; the
 * user ended it; it was still waiting for something of these when the longest time was over.
 */
export type CaptureEnd = 'count' | 'for' | 'quiet' | 'program-ended' | 'interrupted' | 'max-time';

/** What ends a capture: whichever is first. Times are milliseconds from the call. */
export interface UntilOptions {
  readonly count?: number;
  readonly forMs?: number;
  /** No message for so long, after at least one, and none under way. */
  readonly quietMs?: number;
  readonly maxMs?: number;
  readonly signal?: AbortSignal;
  /** Settles when the program that sends the messages ended. */
  readonly ended?: Promise<unknown>;
  /** After that, the capture ends when nothing came for so long. Default 500. */
  readonly graceMs?: number;
}

/** Why a message is not kept: the names of `CaptureLosses`. */
export type Loss = 'tooLarge' | 'noRoom' | 'incomplete' | 'unreadable';

/** What came and is not among the messages. Numbers of messages, or of connections where no message could be read. */
export interface CaptureLosses {
  /** The body, or the header, was longer than one may be. */
  readonly tooLarge: number;
  /** There was no room for them. */
  readonly noRoom: number;
  /** The connection ended, or time was over, before the message did; or there were too many connections at a time. */
  readonly incomplete: number;
  /** The bytes were no HTTP/1.1. */
  readonly unreadable: number;
  /** What was wrong with the first unreadable one: a part of a sentence, safe to print. */
  readonly unreadableBecause?: string;
}

export interface Capture {
  /** Where it listens, as a program on the same machine reaches it. */
  readonly url: URL;
  /** What was captured so far, in the order in which it was complete. */
  messages(): readonly SinkMessage[];
  losses(): CaptureLosses;
  /**
   * Resolves with what ended the capture; nothing is kept afterwards, though it is still answered. A capture ends once: a
   * second call gives the same end.
   */
  until(options: UntilOptions): Promise<CaptureEnd>;
  /** Ends all connections. A capture that did not end yet is interrupted. */
  close(): Promise<void>;
}
