/** Whether two strings are the same value of an attribute: an instant for `time` (A07), a media type for its type. */
export declare function sameAttribute(name: string, one: string, other: string): boolean;
