// The HTTP messages of a report as a HAR 1.2 archive, which browsers and proxies open. Secrets are hidden in it as they are in the
// report. It says in its comments what it does not know, rather than making it up.
import { jsonText } from '../render/json-text.js';
import type { RenderContext } from '../render/render-context.js';
import { safe } from '../text/safe.js';
import type { Report } from '../types.js';
import { entriesOf } from './entries-of.js';

const COMMENT =
  'HTTP alone: messages over brokers, events, expressions and values are in the JSON report. It does not know when each message was sent, ' +
  'nor how long it took: startedDateTime is the start of the run, time is 0, what does not apply is -1. ' +
  'Headers are those that were kept: secrets are replaced by [redacted], and what a client adds on its own is not in it.';

export function renderHar(report: Report, _context: RenderContext): string {
  const { tool, target } = report;
  const entries = entriesOf(report);
  return jsonText({
    log: {
      version: '1.2',
      creator: { name: safe(tool.name, 100), version: safe(tool.version, 100) },
      entries,
      comment: `${report.verdict}: ${safe(target.name, 200)}. ${entries.length === 0 ? 'No message went over HTTP. ' : ''}${COMMENT}`,
    },
  });
}
