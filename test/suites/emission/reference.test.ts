import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../../src/engine/requirement.js';
import { encodeVectors, onReference } from './on-reference.js';

describe.each(DOCUMENTS.filter((document) => encodeVectors(document).length > 0))(
  'the faultless reference and %s',
  (document) => {
    const vectors = encodeVectors(document);

    test('every vector passes; a refusal only where a vector allows it', () => {
      const refusable = new Set(
        vectors
          .filter(({ mayRefuse, invalid }) => mayRefuse || invalid)
          .map(({ requirement, variant }) => `${requirement}/${variant}`),
      );
      const others = onReference(vectors).filter(({ id, judgement: { status } }) => {
        return status !== 'pass' && !(status === 'refused' && refusable.has(id.replace(/@.*$/, '')));
      });
      expect(others.map(({ id, judgement }) => `${judgement.status} ${id}: ${judgement.message}`)).toEqual([]);
    });
  },
);
