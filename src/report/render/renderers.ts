// Every format that a report can be written in. A renderer, and the library that it uses, is loaded when it is asked for.
import type { Renderer } from './render-context.js';

export type Format = 'json' | 'text' | 'markdown' | 'junit' | 'tap' | 'ctrf' | 'sarif' | 'har' | 'github' | 'html';

const RENDERERS: Readonly<Record<Format, () => Promise<Renderer>>> = {
  json: async () => (await import('./render-json.js')).renderJson,
  text: async () => (await import('./render-plain-text.js')).renderPlainText,
  markdown: async () => (await import('../job-summary/render-job-summary.js')).renderJobSummary,
  junit: async () => (await import('../junit/render-junit.js')).renderJunit,
  tap: async () => (await import('../tap/render-tap.js')).renderTap,
  ctrf: async () => (await import('../ctrf/render-ctrf.js')).renderCtrf,
  sarif: async () => (await import('../sarif/render-sarif.js')).renderSarif,
  har: async () => (await import('../har/render-har.js')).renderHar,
  html: async () => (await import('../html/render-html.js')).renderHtmlReport,
  github: async () => (await import('../github/render-github.js')).renderGithub,
};

export const FORMATS: readonly Format[] = Object.keys(RENDERERS) as Format[];

export const isFormat = (name: string): name is Format => Object.hasOwn(RENDERERS, name);

/** Loads the renderer of a format. */
export const loadRenderer = (format: Format): Promise<Renderer> => RENDERERS[format]();
