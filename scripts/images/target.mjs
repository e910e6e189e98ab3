// A small receiver of CloudEvents over HTTP: one static program and nothing else.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGo } from './copy-programs.mjs';

/** Programs that it is made with, and what installs them. */
export const needs = { go: 'Go 1.23 or later, from https://go.dev/dl/' };

/** Fills a folder, and gives the rest of the Dockerfile. */
export function fill(folder) {
  buildGo(fileURLToPath(new URL('target', import.meta.url)), join(folder, 'target'));
  return ['EXPOSE 8080', 'ENTRYPOINT ["/target"]'];
}
