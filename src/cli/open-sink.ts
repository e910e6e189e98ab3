// The harness's own listener, for what a target passes on.
import { ConformError, EXIT } from '../engine/error.js';
import type { Sink } from '../target/types.js';
import type { RunSettings } from './options.js';

/** Listens, where a setting says that events are passed on. Throws a usage error where it cannot. */
export async function openSink(settings: RunSettings): Promise<Sink | undefined> {
  if (settings.adapter !== undefined) return undefined;
  // What passes a filter is seen at the sink alone.
  const isSeen = settings.sinkPort !== undefined || settings.observe === 'sink' || settings.apply !== undefined;
  if (!isSeen) return undefined;
  const { startSink } = await import('../target/sink.js');
  try {
    return await startSink({
      port: settings.sinkPort ?? 0,
      ...(settings.sinkHost === undefined ? {} : { host: settings.sinkHost }),
    });
  } catch (error) {
    throw new ConformError({
      code: 'sink.listen',
      message: `failed to listen for forwarded events: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'choose another --sink-port, or 0 for a free one',
      exit: EXIT.usage,
    });
  }
}
