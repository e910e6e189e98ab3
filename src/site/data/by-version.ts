const natural = new Intl.Collator('en', { numeric: true });

/** Orders versions such as 2.9.0 and 2.16.2, the newest first; a pre-release stands behind its release. */
export function byVersion(a: string, b: string): number {
  const [[coreA, preA], [coreB, preB]] = [parted(a), parted(b)];
  const core = natural.compare(coreB, coreA);
  if (core !== 0) return core;
  if (preA === undefined || preB === undefined) return Number(preB === undefined) - Number(preA === undefined);
  return natural.compare(preB, preA);
}

function parted(version: string): readonly [core: string, pre: string | undefined] {
  // What stands behind a plus does not count.
  const [text = ''] = version.split('+');
  const at = text.indexOf('-');
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
