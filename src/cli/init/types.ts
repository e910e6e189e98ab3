// What `init` is told, by flags or by answers, and what it writes.

/** What is judged. */
export type Subject =
  | { readonly kind: 'target'; readonly target: string }
  | { readonly kind: 'adapter'; readonly adapter: readonly string[] }
  | { readonly kind: 'producer'; readonly listen: string; readonly program: readonly string[] };

export const CI_KINDS = ['github', 'gitlab', 'none'] as const;
export type Ci = (typeof CI_KINDS)[number];

export interface Plan {
  readonly subject: Subject;
  readonly profiles: readonly string[];
  readonly ci: Ci;
  /** Whether the target is driven once, so that the baseline holds what fails today. */
  readonly drive: boolean;
}

export interface InitFlags {
  readonly target?: string;
  /** What stands behind two dashes is the command line of an adapter. */
  readonly adapter?: boolean;
  readonly listen?: string;
  readonly profile?: readonly string[];
  readonly ci?: Ci;
  /** False for `--no-run`. */
  readonly run?: boolean;
  /** Whatever is not given has its default, and nothing is asked. */
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** A file to be written, by its path below the working directory. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}
