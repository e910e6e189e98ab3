import { TYPE_BIN, TYPE_BOOL, TYPE_INT } from './core/canonical-strings.js';
import { TYPE_CONVERT } from './core/convert.js';
import { ID_UNIQUE, ID_UNIQUE_STREAM } from './core/ids.js';
import { FORMAT_JSON } from './core/json-format.js';
import { DCT_FORMAT } from './core/media-type.js';
import { NAME_CHARSET, NAME_LETTER_FIRST, NAME_MAX, NAME_MIN, NAME_NO_DATA } from './core/names.js';
import { ID_NONEMPTY, SUBJECT_NONEMPTY, TYPEATTR_NONEMPTY } from './core/nonempty.js';
import { ATTR_REQUIRED, ATTR_UNIQUE } from './core/presence.js';
import { BATCH_SPECVERSION, SPECVERSION_VALUE } from './core/specversion.js';
import { STR_CLEAN } from './core/strings.js';
import { TIME_OUT } from './core/timestamps.js';
import { TYPEATTR_REVERSE_DNS } from './core/type-name.js';
import { DATASCHEMA_URI, SOURCE_ABSOLUTE, SOURCE_NONEMPTY, TYPE_URI } from './core/uris.js';
import { TYPE_CLOSED, TYPE_INT_RANGE } from './core/values.js';
/** What producers must do by the core document. */
export const CORE_RULES = [
    ATTR_REQUIRED,
    ATTR_UNIQUE,
    NAME_CHARSET,
    NAME_MIN,
    NAME_LETTER_FIRST,
    NAME_MAX,
    NAME_NO_DATA,
    TYPE_BOOL,
    TYPE_INT,
    TYPE_INT_RANGE,
    STR_CLEAN,
    TYPE_BIN,
    TYPE_URI,
    TIME_OUT,
    TYPE_CLOSED,
    TYPE_CONVERT,
    ID_NONEMPTY,
    ID_UNIQUE,
    SOURCE_NONEMPTY,
    SOURCE_ABSOLUTE,
    SPECVERSION_VALUE,
    TYPEATTR_NONEMPTY,
    TYPEATTR_REVERSE_DNS,
    DCT_FORMAT,
    DATASCHEMA_URI,
    SUBJECT_NONEMPTY,
    BATCH_SPECVERSION,
    FORMAT_JSON,
];
/** The same over everything that was captured. */
export const CORE_STREAM_RULES = [ID_UNIQUE_STREAM];
