// Every format that a report can be written in. A renderer, and the library that it uses, is loaded when it is asked for.
import type { Renderer } from './render-context.js';

const RENDERERS = {
  json: async () => (await import('./render-json.js')).renderJson,
} as const satisfies Readonly<Record<string, () => Promise<Renderer>>>;

export type Format = keyof typeof RENDERERS;

export const FORMATS: readonly Format[] = Object.keys(RENDERERS) as Format[];

export const isFormat = (name: string): name is Format => Object.hasOwn(RENDERERS, name);

/** Loads the renderer of a format. */
export const loadRenderer = (format: Format): Promise<Renderer> => RENDERERS[format]();
