import type { EmissionRule } from '../../types.js';
/** type starts like `com.example.`. Which top-level domains there are is not looked up. */
export declare const TYPEATTR_REVERSE_DNS: EmissionRule;
