/** `content` is the header value, without the quotes around it where it is the value in quotes. */
export type Written = {
    readonly kind: 'missing';
}
/** Lines that say different things. */
 | {
    readonly kind: 'several';
} | Present;
export type Present = 
/** One round of percent-decoding gives the value. Characters that have to be encoded can stand in it all the same. */
{
    readonly kind: 'once';
    readonly content: string;
}
/** Nothing is encoded, and something would have to be. */
 | {
    readonly kind: 'literal';
    readonly content: string;
}
/** Escapes that the value has of its own stand as they are, and the rest is encoded (position A31). */
 | {
    readonly kind: 'own-escapes';
    readonly content: string;
}
/** What comes out of the rules is encoded once more (section 3.1.3.2), or quoted in place of them. */
 | {
    readonly kind: 'further';
    readonly how: 'in quotes' | 'percent-encoded twice';
    readonly content: string;
}
/** A MIME encoded-word or an extended parameter in place of percent-encoding. */
 | {
    readonly kind: 'word';
    readonly content: string;
} | {
    readonly kind: 'other';
    readonly content: string;
};
/** How the lines of the header of this attribute stand for the value that was asked for. */
export declare function writtenAs(name: string, value: string, lines: readonly string[] | undefined): Written;
/** Whether a value is a MIME encoded-word (RFC 2047) or the value of an extended parameter (RFC 8187). */
export declare const isWord: (raw: string) => boolean;
/** One round of percent-decoding; undefined where the octets are not UTF-8. */
export declare function decoded(content: string): string | undefined;
/** As much of a value as can be read: octets that are not UTF-8 hide the characters outside ASCII alone. */
export declare const readable: (content: string) => string;
/** The value as a header value: canonical strings are texts, header values have a character for each byte. */
export declare const bytesOf: (text: string) => string;
