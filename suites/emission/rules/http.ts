import type { HttpMessage } from '../../../src/binding/types.js';
import { ofHttp } from '../of-binding.js';
import type { EmissionRule, StreamRule } from '../types.js';
import { ATTRS_OUT } from './http/attributes.js';
import { BODY_OUT } from './http/body.js';
import { STR_COMPLETE } from './http/complete.js';
import { CT_NONE_OUT, CT_OUT, NO_DCT_HEADER } from './http/content-type.js';
import { ENC_CONTROL } from './http/control.js';
import { ENC_PERCENT, ENC_QUOTE, ENC_SPACE } from './http/encoded-ascii.js';
import { ENC_ASCII, ENC_ASTRAL, ENC_UTF8 } from './http/encoded-utf8.js';
import { ENC_SINGLE, ENC_UPPER } from './http/encoding-form.js';
import { BAT_CT, STR_CT } from './http/event-formats.js';
import { ENC_ALL } from './http/every-attribute.js';
import { ENC_EXAMPLE } from './http/example.js';
import { STR_MIRROR } from './http/mirror.js';
import { MODE_BOTH, MODE_JSON } from './http/modes.js';
import { SECONDARY } from './http/secondary.js';
import { BATCH_UNASKED, BATCH_UNASKED_STREAM } from './http/unasked.js';

const RULES: readonly EmissionRule<HttpMessage>[] = [
  MODE_BOTH,
  MODE_JSON,
  BATCH_UNASKED,
  CT_OUT,
  CT_NONE_OUT,
  NO_DCT_HEADER,
  BODY_OUT,
  ATTRS_OUT,
  SECONDARY,
  ENC_ASCII,
  ENC_SPACE,
  ENC_QUOTE,
  ENC_PERCENT,
  ENC_UTF8,
  ENC_ASTRAL,
  ENC_EXAMPLE,
  ENC_UPPER,
  ENC_SINGLE,
  ENC_CONTROL,
  ENC_ALL,
  STR_CT,
  STR_COMPLETE,
  STR_MIRROR,
  BAT_CT,
];

/** What producers must do by the HTTP binding. */
export const HTTP_RULES: readonly EmissionRule[] = RULES.map(ofHttp);

/** The same over everything that was captured. */
export const HTTP_STREAM_RULES: readonly StreamRule[] = [BATCH_UNASKED_STREAM];
