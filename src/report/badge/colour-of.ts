import { type Claim, type Colour, GREEN } from './types.js';

/** The colour of a claim. This is the one place that gives a green one. */
export function colourOf(claim: Claim): Colour {
  switch (claim.verdict) {
    case 'nonconformant':
      return 'red';
    case 'inconclusive':
      return 'lightgrey';
    case 'conformant':
      return reserved(claim) ?? GREEN;
  }
}

// Conformant, but not beyond doubt: a fault of ours may hide a failure, and a part is not the whole.
function reserved({ requirements, harnessErrors, stopped, part }: Claim): Colour | undefined {
  const { applicable, verified, failed } = requirements;
  const isProved = applicable > 0 && verified === applicable && failed === 0;
  if (!isProved || harnessErrors > 0 || stopped === true) return 'lightgrey';
  return part === undefined ? undefined : 'blue';
}
