import type { EmissionRule } from '../../types.js';
/** A structured event is labelled as one. Which format the label names is a rule of the formats. */
export declare const STR_CT: EmissionRule;
/**
 * A batch is labelled as one. By 1.0.2 the media type of any event format will do, also that of one event; that it has to
 * be the one of batches is a rule of the JSON format.
 */
export declare const BAT_CT: EmissionRule;
