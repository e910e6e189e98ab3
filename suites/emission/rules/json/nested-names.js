/** The names of members at any depth below the object, those in data aside. Keeps its own stack, as producers may nest. */
export function nestedNames(document) {
    const names = new Set();
    const pending = document.filter(({ name }) => name !== 'data').map(({ value }) => value);
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
        if (typeof value !== 'object' || value === null)
            continue;
        for (const [name, member] of Object.entries(value)) {
            if (!Array.isArray(value))
                names.add(name);
            pending.push(member);
        }
    }
    return names;
}
