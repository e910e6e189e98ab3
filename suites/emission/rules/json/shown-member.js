/** A member for a reader: null if it is not there, its text where its value is large. */
export function shownMember(member) {
    if (member === undefined)
        return null;
    return member.text.length > LONGEST ? `${member.text.slice(0, LONGEST)}…` : member.value;
}
/** A value is quoted as long as it fits into a report. */
const LONGEST = 400;
