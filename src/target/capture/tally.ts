// What a capture has seen so far, and who wants to know when that changes.

/** `message`: one that counts came. `settled`: a request is not under way any more, whatever became of it. */
export type TallyChange = 'message' | 'settled';

export interface Tally {
  /** Messages that count, kept or not. */
  readonly counted: number;
  /** Requests whose head was read and whose body was not. */
  readonly underWay: number;
  begin(): void;
  count(): void;
  settle(): void;
  /** Gives back what takes the listener out again. */
  watch(listener: (change: TallyChange) => void): () => void;
}

export function createTally(): Tally {
  const listeners = new Set<(change: TallyChange) => void>();
  let counted = 0;
  let underWay = 0;
  const tell = (change: TallyChange): void => {
    for (const listener of listeners) listener(change);
  };
  return {
    get counted() {
      return counted;
    },
    get underWay() {
      return underWay;
    },
    begin() {
      underWay += 1;
    },
    count() {
      counted += 1;
      tell('message');
    },
    settle() {
      underWay -= 1;
      tell('settled');
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
