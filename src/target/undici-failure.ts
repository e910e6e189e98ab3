// Puts the errors of undici 7 (its lib/core/errors.js) into the harness's own words.
import { codeOf, failureOf } from './transport-failure.js';
import type { TransportFailure } from './types.js';

/** How far a response had come when the error struck. */
export type ResponseProgress = 'nothing' | 'head' | 'body';

/**
 * What an error given to a dispatch handler means, or undefined when it is not about the target: a request undici
 * refuses to send, or a fault inside undici. Of texts, only those compiled into undici's parser are passed on.
 */
export function undiciFailure(error: Error, progress: ResponseProgress): TransportFailure | undefined {
  const code = codeOf(error);
  switch (code) {
    case 'UND_ERR_SOCKET':
      return error.message === 'bad upgrade' || error.message === 'bad response'
        ? notHttp(error.message)
        : closed(progress);
    case 'UND_ERR_HEADERS_OVERFLOW':
      return { code: 'too-large', message: 'the header lines of the response are beyond the limit' };
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      // Before the body this is how undici names any parser error that follows a Content-Length line.
      return progress === 'body' ? closed(progress) : notHttp('malformed head');
    case 'UND_ERR_DESTROYED':
    case 'UND_ERR_CLOSED':
    case 'UND_ERR_ABORTED':
    case 'UND_ERR_ABORT':
    case 'UND_ERR_INFO':
      return { code: 'aborted', message: 'the run ended before a response came' };
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return { code: 'timeout', message: `no complete response in time (${code})` };
    default:
      return error.name === 'HTTPParserError' ? parserFailure(error, progress) : failureOf(error);
  }
}

/** undici 7 leaves the code of these out: what they mean is in the reason, one of llhttp's own constant texts. */
function parserFailure(error: Error, progress: ResponseProgress): TransportFailure {
  const reason = /\(([^()]*)\)$/.exec(error.message)?.[1] ?? 'the parser refused it';
  return reason === 'Invalid EOF state' ? closed(progress) : notHttp(reason);
}

function closed(progress: ResponseProgress): TransportFailure {
  const when = progress === 'nothing' ? 'without a response' : 'before the response was complete';
  return { code: 'closed', message: `the target closed the connection ${when}` };
}

function notHttp(why: string): TransportFailure {
  return { code: 'not-http', message: `what came is no HTTP response: ${why}` };
}
