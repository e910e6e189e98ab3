// The badge on the page of an SDK. The one place to change when badges are made elsewhere in the project.
import { makeBadge } from 'badge-maker';
import { oneLine } from '../../report/page/one-line.js';
import type { Report } from '../../report/types.js';
import { mustsOf } from './musts-of.js';

/** The badge of a run as an SVG file. Green is for a whole run that is conformant, and for nothing else. */
export function badgeOf(report: Report): string {
  const { verdict, suite, requirements, selection } = report;
  const { verified, applicable } = mustsOf(requirements);
  const part = selection === undefined ? '' : ' of a part';
  return makeBadge({
    label: `CloudEvents ${oneLine(suite.specVersion, 20)}`,
    message: `${verdict}, ${verified}/${applicable} MUST${part}`,
    color: colorOf(report),
  });
}

function colorOf({ verdict, selection }: Report): string {
  switch (verdict) {
    case 'conformant':
      return selection === undefined ? 'brightgreen' : 'lightgrey';
    case 'nonconformant':
      return 'red';
    case 'inconclusive':
      return 'lightgrey';
  }
}
