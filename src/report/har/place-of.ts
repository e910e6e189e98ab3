import type { Report } from '../types.js';

/**
 * A URL for a message. Where the report has none, a host that cannot exist stands for it (RFC 2606). A path is what somebody sent: it
 * names no other host.
 */
export function placeOf({ kind, url }: Pick<Report['target'], 'kind' | 'url'>, path: string = '/'): string {
  if (url !== undefined && /^https?:/i.test(url) && URL.canParse(url)) return new URL(url).href;
  const host = `http://${/^[a-z0-9-]{1,40}$/.test(kind) ? kind : 'target'}.invalid`;
  const place = `${host}/${encodeURI(path.replaceAll(/\p{Cs}/gu, '\ufffd').replace(/^\/+/, ''))}`;
  return URL.canParse(place) ? new URL(place).href : `${host}/`;
}
