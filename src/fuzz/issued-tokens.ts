// The tokens of the last events, so that what belongs to another event is known when it turns up in an answer.
export interface Tokens {
  issue(token: string): void;
  isIssued(token: string): boolean;
}

/** As many as a target could have kept by mistake, and no more, however long the run. */
const MOST = 20_000;

/** Remembers the last tokens, in two halves of which the older one is forgotten. */
export function createTokens(most: number = MOST): Tokens {
  let [younger, older] = [new Set<string>(), new Set<string>()];
  return {
    issue(token) {
      younger.add(token);
      if (younger.size >= most / 2) [younger, older] = [new Set(), younger];
    },
    isIssued: (token) => younger.has(token) || older.has(token),
  };
}
