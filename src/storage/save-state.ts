import type { Fault } from '../core/result';

/** Whether what a person did is on disk. Main sends this to the window as it is (`src/ipc/contract.ts`). */
export type SaveState =
  | { readonly kind: 'saving' }
  /** Everything up to `serial` outlives a crash and a power cut of this computer. */
  | {
      readonly kind: 'saved';
      readonly serial: number;
      /** Why the project's folder does not have all of it yet; absent when it has, or is about to. */
      readonly folder?: Fault;
      /** The JSON files in the folder are not made anew yet from the journal, which is there. */
      readonly files?: 'behind';
    }
  /** Something is nowhere on disk; it is kept in memory and tried again by itself, or by `retrySave`. */
  | { readonly kind: 'failed'; readonly fault: Fault };
