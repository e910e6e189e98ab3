// The events of a run: the telling ones, and those that the seed draws. fast-check is loaded here, and only if needed.
import { TELLING_EVENTS } from '../../generate/telling/telling-events.js';
import type { Told } from '../../report/interop/build-interop.js';

/** One in so many of the generated ones is a batch of several. */
const BATCH_EACH = 10;

/** Events of a generated batch. */
const IN_A_BATCH = 3;

/** The telling events, and so many generated ones. The same seed gives the same. */
export async function toldEvents(seed: string, generated: number): Promise<readonly Told[]> {
  const telling = TELLING_EVENTS.map((one): Told => ({ ...one, origin: 'telling' }));
  if (generated === 0) return telling;
  const [{ event }, { sample }, fc] = await Promise.all([
    import('../../generate/event.js'),
    import('../../generate/sample.js'),
    import('fast-check'),
  ]);
  const batches = Math.floor(generated / BATCH_EACH);
  const single = sample(event, seed, generated - batches).map((one) => [one]);
  const several = sample(fc.array(event, { minLength: 2, maxLength: IN_A_BATCH }), seed, batches);
  const named =
    (name: string) =>
    (events: Told['events'], index: number): Told => ({
      name: `${name} ${index + 1}`,
      origin: 'generated',
      events,
    });
  return [...telling, ...single.map(named('generated event')), ...several.map(named('generated batch'))];
}
