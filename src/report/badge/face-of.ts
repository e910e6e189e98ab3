import type { Report } from '../types.js';
import { claimOf } from './claim-of.js';
import { colourOf } from './colour-of.js';
import type { Claim, Face } from './types.js';

/**
 * What a badge of the run, or of one of its profiles, shows. Needs neither evidence nor digest. Throws a usage error for a profile that
 * the report does not decide.
 */
export function faceOf(report: Report, profile?: string): Face {
  const claim = claimOf(report, profile);
  return { label: labelOf(report, profile), message: messageOf(claim), color: colourOf(claim) };
}

function labelOf({ suite, profiles }: Report, profile: string | undefined): string {
  const specification = `CloudEvents ${suite.specVersion}`;
  if (profile !== undefined) return `${specification} ${profile}`;
  const [only, ...others] = profiles.map(({ id }) => id);
  if (only === undefined) return specification;
  return others.length === 0 ? `${specification} ${only}` : `${specification}, ${others.length + 1} profiles`;
}

function messageOf(claim: Claim): string {
  const { applicable, verified } = claim.requirements;
  return [`${verified}/${applicable} MUST`, ...verdictWords(claim), ...reservations(claim)].join(', ');
}

function verdictWords({ verdict, requirements: { failed } }: Claim): readonly string[] {
  switch (verdict) {
    case 'conformant':
      return [];
    case 'nonconformant':
      return [failed > 0 ? `${failed} failed` : 'nonconformant'];
    case 'inconclusive':
      return ['inconclusive'];
  }
}

const reservations = ({ harnessErrors, stopped, part, captured }: Claim): readonly string[] => [
  ...(captured === undefined ? [] : [`in ${captured} ${captured === 1 ? 'message' : 'messages'}`]),
  ...(harnessErrors > 0 ? ['with faults of the harness'] : []),
  ...(stopped === true ? ['stopped early'] : []),
  ...(part === undefined ? [] : [`only ${part.cases} of ${part.of} cases`]),
];
