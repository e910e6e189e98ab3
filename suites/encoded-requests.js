// The requests of every case, as the build encoded them: encoding is most of what a short run would spend its time on.
import { existsSync, readFileSync } from 'node:fs';
/** Stands for the token in the file. No word of a vector looks like it. */
export const SENTINEL = 't000000000000';
export const NOT_ENCODED = () => undefined;
/** Reads the file beside the built code. The sources have none, so that no test meets what an older build encoded. */
export function loadEncodedRequests(digest) {
    const path = new URL('../requests.json', import.meta.url);
    if (!existsSync(path))
        return NOT_ENCODED;
    const file = JSON.parse(readFileSync(path, 'utf8'));
    return file.digest === digest ? decodeRequests(file) : NOT_ENCODED;
}
/** The requests of a file. */
export const decodeRequests = (file) => (caseId, token) => file.requests[caseId]?.map((request) => decoded(request, token));
/** The file of some cases, whose requests were encoded with the sentinel for their token. */
export const encodeRequests = (digest, cases) => ({
    digest,
    requests: Object.fromEntries(cases.map(({ id, requests }) => [id, requests.map(encoded)])),
});
function decoded({ headers, body, ...request }, token) {
    return {
        ...request,
        headers: headers.map((line) => line[1].includes(SENTINEL) ? [line[0], line[1].replaceAll(SENTINEL, () => token)] : line),
        body: 'text' in body
            ? Buffer.from(body.text.replaceAll(SENTINEL, () => token), 'utf8')
            : Buffer.from(Buffer.from(body.base64, 'base64')
                .toString('latin1')
                .replaceAll(SENTINEL, () => token), 'latin1'),
    };
}
function encoded({ body, ...request }) {
    const bytes = Buffer.from(body);
    const text = bytes.toString('utf8');
    return {
        ...request,
        body: Buffer.from(text, 'utf8').equals(bytes) ? { text } : { base64: bytes.toString('base64') },
    };
}
