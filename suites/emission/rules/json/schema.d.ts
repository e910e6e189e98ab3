import type { EmissionRule } from '../../types.js';
/** Whether the schema of the repository allows an event. It is a help, not a rule. */
export declare const SCHEMA_HELP: EmissionRule;
