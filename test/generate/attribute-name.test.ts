import { describe } from 'vitest';
import { isAttributeName, isCoreAttribute } from '../../src/event/names.js';
import { extensionName } from '../../src/generate/attribute-name.js';
import { obeysTheLaws } from './helpers/laws.js';

describe('the name of an extension', () => {
  obeysTheLaws(extensionName, {
    isLegal: (name) => isAttributeName(name, '1.0.2') && isAttributeName(name, 'main') && !isCoreAttribute(name),
    kinds: {
      'a digit first': (name) => /^[0-9]/.test(name),
      'more than twenty characters': (name) => name.length > 20,
      'what objects have already': (name) => name in {},
    },
    isSmall: (name) => name.length === 1,
  });
});
