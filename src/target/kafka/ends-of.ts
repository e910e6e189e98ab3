// Where a topic ends at this moment.
import type { Admin } from 'kafkajs';
import type { Offsets } from './reader.js';

/** The offset that the next record of each partition will have. */
export async function endsOf(admin: Admin, topic: string): Promise<Offsets> {
  const partitions = await admin.fetchTopicOffsets(topic);
  return new Map(partitions.map(({ partition, high }) => [partition, BigInt(high)]));
}
