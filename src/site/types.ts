import type { Registry } from '../../suites/registry.js';
import type { Suite } from '../engine/suite.js';
import type { Matrix } from '../report/matrix/types.js';
import type { Html } from '../report/page/html.js';
import type { Sdk, SiteInput } from './data/types.js';
import type { Guide } from './markdown/guide.js';

/** All that a page maker may look at. */
export interface SiteContext extends SiteInput {
  readonly registry: Registry;
  readonly suite: Suite;
  /** Of the newest versions. */
  readonly matrix: Matrix;
  /** In the order of the columns of the matrix. */
  readonly columns: readonly Column[];
  readonly guides: readonly Guide[];
  /** Of every case of the suite. */
  readonly caseIds: ReadonlySet<string>;
}

export interface Column {
  readonly sdk: Sdk;
  /** What the head of a narrow column says: the language where that is enough. */
  readonly label: string;
}

/** The parts of the site that its head links to. */
export type Part = 'sdks' | 'requirements' | 'guides' | 'search';

export interface SitePage {
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  readonly part?: Part;
  readonly main: Html;
}

/** A built site: texts by path, and files of the repository that are taken over, by path. */
export interface Site {
  readonly files: ReadonlyMap<string, string>;
  readonly copies: ReadonlyMap<string, string>;
}
