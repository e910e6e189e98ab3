// Where a topic ends at this moment.
import type { Admin } from 'kafkajs';
import { isPassing } from './causes.js';
import type { Offsets } from './reader.js';
import { type Limit, pause, within } from './within.js';

const PAUSE_MS = 100;

/** The offset that the next record of each partition will have. A partition that was made just now may have no leader yet. */
export async function endsOf(admin: Admin, topic: string, limit: Limit): Promise<Offsets> {
  for (;;) {
    try {
      const partitions = await within(admin.fetchTopicOffsets(topic), limit);
      return new Map(partitions.map(({ partition, high }) => [partition, BigInt(high)]));
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await pause(PAUSE_MS, limit);
  }
}
