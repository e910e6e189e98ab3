import type { Version } from '../data/types.js';

/** What a badge says, for those who do not see it. */
export const badgeText = ({ badge }: Version): string =>
  unescaped(/<title>([^<]*)<\/title>/.exec(badge)?.[1] ?? 'badge');

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescaped = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
