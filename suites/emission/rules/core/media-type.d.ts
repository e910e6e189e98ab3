import type { EmissionRule } from '../../types.js';
/** datacontenttype is a media type. In binary mode its place is Content-Type. */
export declare const DCT_FORMAT: EmissionRule;
