// Strings that a header, a JSON text or a URI library may take for something else.
import { attributes, type Telling } from './telling.js';

/** More than a header line of many servers holds is 8 KiB; this is well within. */
const LONG = 'x'.repeat(2000);

export const STRINGS: readonly Telling[] = [
  attributes('accented letters in subject', { subject: 'caf\u00e9 \u00fcber na\u00efve' }),
  attributes('Chinese in subject', { subject: '\u4e8b\u4ef6\u5df2\u521b\u5efa' }),
  attributes('emoji in subject', { subject: 'done \u{1f600}\u{1f680}' }),
  attributes('emoji joined to one in subject', { subject: '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}' }),
  attributes('accent as a character of its own in subject', { subject: 'cafe\u0301' }),
  attributes('text from right to left in subject', {
    subject: '\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627',
  }),
  attributes('private use in subject', { subject: '\ue000 \u{10fffd}' }),
  attributes('letters beyond ASCII in type', { type: 'org.example.\u00e4nderung' }),
  attributes('letters beyond ASCII in id', { id: 'n\u00ba-\u4e00' }),
  attributes('letters beyond ASCII in an extension', { region: 'S\u00e3o Paulo' }),
  attributes('percent sign in subject', { subject: '100% of 50%' }),
  attributes('what looks like an escape in subject', { subject: 'a%41b%2520c%C3%A9' }),
  attributes('escape in source', { source: 'https://conform.example/a%2Fb?q=%26' }),
  attributes('double quotes in subject', { subject: 'say "hi" twice' }),
  attributes('subject that is quoted as a whole', { subject: '"quoted"' }),
  attributes('backslashes in subject', { subject: 'C:\\new\\"table"' }),
  attributes('blanks at both ends of subject', { subject: '  padded  ' }),
  attributes('comma and semicolon in subject', { subject: 'a, b; c=d, e' }),
  attributes('plus sign in subject', { subject: '1+1=2' }),
  attributes('markup in subject', { subject: '<b>&amp;</b>' }),
  attributes('JSON in subject', { subject: '{"a":[1,null]}' }),
  attributes('id that looks like a number', { id: '007' }),
  attributes('long id', { id: LONG }),
];
