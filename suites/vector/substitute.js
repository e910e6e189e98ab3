const PLACEHOLDER = '{token}';
/** Puts a token for `{token}` into every string of a value, keys left alone. Parts without it are not copied. */
export function substitute(value, token) {
    return walk(value, token);
}
function walk(value, token) {
    if (typeof value === 'string')
        return value.includes(PLACEHOLDER) ? value.replaceAll(PLACEHOLDER, () => token) : value;
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array)
        return value;
    let copy;
    // The keys of an array are its indices.
    for (const key of Object.keys(value)) {
        const member = value[key];
        const walked = walk(member, token);
        if (walked === member)
            continue;
        copy ??= (Array.isArray(value) ? [...value] : { ...value });
        copy[key] = walked;
    }
    return copy ?? value;
}
