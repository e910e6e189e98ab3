// Why a broker cannot be used, in words for whoever named it: one error with a diagnosis, as sockets have theirs.

export interface MqttProblem {
  readonly code:
    | 'mqtt.url' // no such address can be
    | 'mqtt.unreachable' // no connection
    | 'mqtt.protocol' // something else listens there
    | 'mqtt.tls' // handshake or certificate
    | 'mqtt.auth' // user or password are refused, or missing
    | 'mqtt.version' // the broker does not speak this version
    | 'mqtt.denied' // connected, and not allowed to subscribe
    | 'mqtt.refused' // the broker does not want the connection, for any other reason
    | 'mqtt.timeout' // not done in time
    | 'mqtt.aborted'; // the run was ended
  /** One sentence, safe to print, without secrets: what failed, and what was seen. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

export type MqttError = Error & { readonly problem: MqttProblem };

/** The error that carries a problem. */
export function mqttError(problem: MqttProblem, cause?: unknown): MqttError {
  return Object.assign(new Error(problem.message, { cause }), { problem });
}

/** The problem that an error carries. */
export const mqttProblemOf = (error: unknown): MqttProblem | undefined =>
  error instanceof Error && 'problem' in error ? (error as MqttError).problem : undefined;
