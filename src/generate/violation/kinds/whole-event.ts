/** What makes an event out of anything: where all of it is invalid, none of these may come out. */
export const WHOLE_EVENT: readonly string[] = ['id', 'source', 'type'];
