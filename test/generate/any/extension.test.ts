import { describe } from 'vitest';
import { isAttributeName, isCoreAttribute } from '../../../src/event/names.js';
import { anyExtension, type Extension } from '../../../src/generate/any/extension.js';
import { obeysTheLaws } from '../helpers/laws.js';

const ofLength =
  (length: number) =>
  ([name]: Extension): boolean =>
    name.length === length;

describe('an extension', () => {
  obeysTheLaws(anyExtension, {
    // A name that is the index of an array would change its place in an object.
    isLegal: ([name]) => isAttributeName(name, 'main') && !isCoreAttribute(name) && String(Number(name) >>> 0) !== name,
    kinds: {
      'a name of one character': ofLength(1),
      'a name of 20 characters': ofLength(20),
      'a name of 21 characters': ofLength(21),
      'a name that objects have': ([name]) => name === 'constructor',
      'a Boolean': ([, value]) => typeof value === 'boolean',
      'an Integer': ([, value]) => typeof value === 'number',
      'an empty value': ([, value]) => value === '',
    },
    isSmall: ([name, value]) => name.length === 1 && value === '',
  });
});
