import { DATA_B64, DATA_B64_NOTYPE, DATA_B64_TYPE } from './json/base64.js';
import { BATCH_ARRAY, BATCH_INDICATED } from './json/batch.js';
import { DATA_DEFAULT, DATA_NATIVE, DATA_ONE, DATA_STRING } from './json/data.js';
import { DATA_IS_JSON, DATA_NOT_JSON, DATA_REFUSE, DATA_TEXT } from './json/data-type.js';
import { BATCH_MEDIA_TYPE, ENV_MEDIA_TYPE } from './json/media-type.js';
import { ENV_MEMBERS } from './json/members.js';
import { NULL_EMIT } from './json/null.js';
import { SCHEMA_HELP } from './json/schema.js';
import { ENV_TOP_LEVEL } from './json/top-level.js';
import { TYPE_BINARY, TYPE_BOOL, TYPE_INT, TYPE_TEXT } from './json/types.js';
import { ENV_UTF8 } from './json/utf8.js';
/** What producers must do by the JSON format. */
export const JSON_RULES = [
    ENV_MEDIA_TYPE,
    ENV_MEMBERS,
    ENV_TOP_LEVEL,
    ENV_UTF8,
    TYPE_BOOL,
    TYPE_INT,
    TYPE_TEXT,
    TYPE_BINARY,
    NULL_EMIT,
    DATA_B64,
    DATA_B64_TYPE,
    DATA_B64_NOTYPE,
    DATA_NATIVE,
    DATA_STRING,
    DATA_IS_JSON,
    DATA_NOT_JSON,
    DATA_DEFAULT,
    DATA_TEXT,
    DATA_REFUSE,
    DATA_ONE,
    BATCH_MEDIA_TYPE,
    BATCH_ARRAY,
    BATCH_INDICATED,
    SCHEMA_HELP,
];
/** The same over everything that was captured. The format says nothing about several messages. */
export const JSON_STREAM_RULES = [];
