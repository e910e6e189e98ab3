import type { EmissionRule } from '../../types.js';
/** An event is labelled application/cloudevents+json. */
export declare const ENV_MEDIA_TYPE: EmissionRule;
/** A batch is labelled application/cloudevents-batch+json. */
export declare const BATCH_MEDIA_TYPE: EmissionRule;
