/** The text of an expression, as long as it is. */
export function expressionText(source) {
    if (typeof source === 'string')
        return source;
    const { before = '', repeat, times, middle = '', close = '', after = '' } = source;
    return [before, repeat.repeat(times), middle, close.repeat(times), after].join('');
}
