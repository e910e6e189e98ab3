import { describe } from 'vitest';
import type { Form } from '../../../src/binding/encode-message.js';
import { PLAIN } from '../../../src/generate/writing/types.js';
import { writings } from '../../../src/generate/writing/writings.js';
import { FORMS } from '../helpers/forms.js';
import { obeysTheLaws } from '../helpers/laws.js';

const [first] = FORMS;
const isOf = (form: Form, binding: Form['binding']): boolean => form.binding === binding;

describe('a writing', () => {
  obeysTheLaws(writings(FORMS), {
    isLegal: ({ form, spelling }) => FORMS.includes(form) && (spelling.pieces === undefined || isOf(form, 'http')),
    kinds: {
      'a plain one': ({ spelling }) => JSON.stringify(spelling) === JSON.stringify(PLAIN),
      'another order': ({ spelling }) => spelling.order > 0,
      'the order as it is, with escapes': ({ spelling }) => spelling.order === 0 && spelling.escapes === 'needless',
      'single bytes': ({ spelling }) => spelling.pieces === 1,
      'segments of a kilobyte': ({ spelling }) => spelling.pieces === 1024,
      'names in capitals': ({ form, spelling }) => isOf(form, 'http') && spelling.names === 'upper',
      'a form of MQTT 3.1.1': ({ form }) => isOf(form, 'mqtt3'),
    },
    isSmall: ({ form, spelling }) => form === first && JSON.stringify(spelling) === JSON.stringify(PLAIN),
  });
});
