import type { Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
/** Every case over captured messages. `requirementOf` throws for a rule that no requirement stands behind. */
export declare function captureCases(requirementOf: (id: string) => Requirement): readonly Case[];
