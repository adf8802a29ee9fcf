/** How far it has come to find out what a merge would bring, or what does not match: so many of so many. */
export interface Looking {
  /** Journals and annotation sets are read, of so many coders and so many files; then it is put together. */
  readonly step: 'journals' | 'files' | 'together';
  readonly done: number;
  readonly of: number;
}

/** About how much of the time each step takes. */
const SHARES = { journals: [0, 0.6], files: [0.6, 0.85], together: [0.85, 1] } as const;

/** From 0 to 1. */
export function shareOf({ step, done, of }: Looking): number {
  const [from, to] = SHARES[step];
  return of === 0 ? from : from + ((to - from) * done) / of;
}
