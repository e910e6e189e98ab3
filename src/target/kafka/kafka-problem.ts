// Why a cluster cannot be used, in words for whoever named it: one error with a diagnosis, as sockets have theirs.

export interface KafkaProblem {
  readonly code:
    | 'kafka.url' // no such address can be
    | 'kafka.unreachable' // no connection
    | 'kafka.protocol' // something else listens there
    | 'kafka.tls' // handshake or certificate
    | 'kafka.auth' // user, password or mechanism are refused
    | 'kafka.denied' // authenticated, and not allowed to
    | 'kafka.topic' // a topic is missing, and cannot be made
    | 'kafka.timeout' // not done in time
    | 'kafka.aborted' // the run was ended
    | 'kafka.failed'; // anything else that a broker says
  /** One sentence, safe to print, without secrets: what failed, and what was seen. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

export type KafkaError = Error & { readonly problem: KafkaProblem };

/** The error that carries a problem. */
export function kafkaError(problem: KafkaProblem, cause?: unknown): KafkaError {
  return Object.assign(new Error(problem.message, { cause }), { problem });
}

/** The problem that an error carries. */
export const kafkaProblemOf = (error: unknown): KafkaProblem | undefined =>
  error instanceof Error && 'problem' in error ? (error as KafkaError).problem : undefined;
