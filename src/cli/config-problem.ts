// What is wrong with a setting, in words: what was seen, and what it takes.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { didYouMean } from './nearest.js';
import { kindOf, MOST_SHOWN, showValue } from './yaml/show-value.js';

export interface Problem {
  readonly message: string;
  readonly hint: string;
}

/** As much of a schema as a hint needs. */
interface Wanted {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Describes an error of the configuration's schema (ajv in verbose mode). Header values may be secret: never shown. */
export function describeConfigError(error: ErrorObject): Problem {
  const [setting = '', index] = error.instancePath.split('/').slice(1);
  if (error.keyword === 'additionalProperties') return unknownSetting(error);
  if (setting === '')
    return { message: `it holds ${kindOf(error.data)}`, hint: 'write settings, each as `name: value`' };
  const name = index === undefined ? setting : `entry ${Number(index) + 1} of ${setting}`;
  const message = `${name} is ${setting === 'header' && error.keyword === 'pattern' ? 'no header line' : shown(error.data, setting)}`;
  return {
    message,
    hint: `${name} takes ${FORMS[setting] !== undefined && index !== undefined ? FORMS[setting] : wanted(error)}`,
  };
}

/** What an entry of a list looks like, where the schema has a pattern for it. */
const FORMS: Readonly<Record<string, string>> = {
  header: 'the form "Name: value", in quotes',
  report: 'the form FORMAT=FILE, such as json=report.json',
};

function unknownSetting(error: ErrorObject): Problem {
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
  const unknown = String(error.params['additionalProperty']);
  return {
    message: `there is no setting ${JSON.stringify(unknown.slice(0, MOST_SHOWN))}`,
    hint: didYouMean(unknown.replaceAll(/[-_]/g, ''), known) ?? `the settings are ${known.join(', ')}`,
  };
}

function wanted({ keyword, parentSchema }: ErrorObject): string {
  if (keyword === 'minItems') return 'at least one entry';
  const schema = (parentSchema ?? {}) as Wanted;
  if (schema.enum !== undefined) return `any of ${schema.enum.join(', ')}`;
  switch (schema.type) {
    case 'integer':
      return `a whole number from ${schema.minimum} to ${schema.maximum}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list: [one, another]';
    default:
      return 'text; quote what YAML would read otherwise';
  }
}

const shown = (value: unknown, setting: string): string => (setting === 'header' ? kindOf(value) : showValue(value));
