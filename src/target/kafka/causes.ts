// What is known of an error of kafkajs. Its texts are never passed on: they can hold what a broker chose.

/** An error with all that it was wrapped around: kafkajs wraps each failure once for every layer that gave up on it. */
export function causesOf(error: unknown): readonly Error[] {
  const found: Error[] = [];
  for (let at: unknown = error; at instanceof Error && !found.includes(at); at = innerOf(at)) found.push(at);
  return found;
}

/** An aggregate, of which there is one for each topic that was asked for, stands for its first. */
const innerOf = (error: Error): unknown =>
  'errors' in error && Array.isArray(error.errors) ? (error.errors[0] as unknown) : error.cause;

/** The name that the Kafka protocol has for it, such as `TOPIC_AUTHORIZATION_FAILED`, or else undefined. */
export const typeOf = (error: unknown): string | undefined =>
  causesOf(error)
    .map((one) => ('type' in one && typeof one.type === 'string' ? one.type : undefined))
    .find((type) => type !== undefined && /^[A-Z_]+$/.test(type));

/** Whether it says of itself that it may pass. */
export function isPassing(error: unknown): boolean {
  const causes = causesOf(error);
  const root = causes.at(-1);
  return root !== undefined && 'retriable' in root && root.retriable === true && !causes.some(isDefect);
}

/** A mistake in a program, ours or that of kafkajs, and nothing that a broker did. */
export const isDefect = (error: Error): boolean =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError;

/** What can be told of it in a sentence: what the protocol calls it, or the class of the error. */
export const nameOf = (error: unknown): string => typeOf(error) ?? causesOf(error).at(-1)?.name ?? 'an unknown error';
