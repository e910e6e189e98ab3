/** Puts a token for `{token}` into every string of a value, keys left alone. Parts without it are not copied. */
export declare function substitute<T>(value: T, token: string): T;
