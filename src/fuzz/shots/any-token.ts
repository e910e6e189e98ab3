/** Stands for a token where it does not matter which. */
export const ANY_TOKEN = 't000000000000';
