// A short stay with rights of an administrator, on connections of its own: it may come when others were lost.
import type { Admin } from 'kafkajs';
import { createClient } from './client.js';
import type { KafkaSettings } from './types.js';
import { createWire } from './wire.js';
import { type Limit, within } from './within.js';

/** Connects, works and leaves. Rejects where one of these fails, or at the limit. */
export async function withAdmin<T>(
  settings: KafkaSettings,
  limit: Limit,
  work: (admin: Admin) => Promise<T>,
): Promise<T> {
  const wire = createWire(settings);
  try {
    const kafka = await createClient(settings, wire, Math.max(1, limit.deadline - performance.now()));
    const admin = kafka.admin();
    await within(admin.connect(), limit);
    const result = await within(work(admin), limit);
    await within(admin.disconnect(), limit);
    return result;
  } finally {
    wire.end();
  }
}
