// A true race, so that whoever looks for one between two requests has one to find.
import { setImmediate } from 'node:timers/promises';

/**
 * One variable for everybody: a value is put down and picked up again one turn of the event loop later. Who is alone gets
 * its own; of several at a time each gets the one that was put down last.
 */
export function sharedVariable<T>(): (value: T) => Promise<T> {
  let shared: T;
  return async (value) => {
    shared = value;
    await setImmediate();
    return shared;
  };
}
