import type { EmissionRule } from '../../types.js';
/** An event is one JSON object, with a member for each attribute. Native types are the matter of `json.type`. */
export declare const ENV_MEMBERS: EmissionRule;
