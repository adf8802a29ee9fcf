import type { Fault } from '../core/result';

/** Whether what a person did is on disk. */
export type SaveState =
  | { readonly kind: 'saving' }
  /** Everything up to `serial` is on disk. */
  | { readonly kind: 'saved'; readonly serial: number }
  /** Something is not on disk; it is kept in memory and tried again with the next command or by `retrySave`. */
  | { readonly kind: 'failed'; readonly fault: Fault };
