import type { Drive } from '../engine/drive.js';
import { exchangeCase } from '../engine/exchange-case.js';
import { observe } from '../engine/observe.js';
import type { Observed } from '../engine/observed.js';

/** The answer to the plainest event, of which no more has to be seen than that there is one. */
export async function askWhetherAlive(drive: Drive): Promise<Observed> {
  return observe(await exchangeCase(drive.fence, { ...drive, observation: 'status' }));
}
