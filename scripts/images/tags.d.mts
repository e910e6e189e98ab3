/** The names of the images that `npm run images` makes. */
export declare const TAGS: { readonly target: string; readonly mosquitto: string; readonly kafka: string };
