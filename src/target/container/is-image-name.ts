// Names of images, as engines read them (github.com/distribution/reference): whatever else is asked for could lead anywhere.
const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?';
const TAG = ':\\w[\\w.-]{0,127}';
const DIGEST = '@[a-z0-9+._-]+:[0-9a-fA-F]{32,}';

const NAME = new RegExp(`^(?:${HOST}/)?${PART}(?:/${PART})*(?:${TAG})?(?:${DIGEST})?$`);

/** Whether a text is `NAME`, `NAME:TAG` or `NAME@DIGEST`, with or without the host of a registry before it. */
export const isImageName = (text: string): boolean => text.length <= 512 && NAME.test(text);
