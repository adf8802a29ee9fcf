import { startTransition, useEffect, useLayoutEffect, useState } from 'react';

/** How many rows that were not there are made in one frame. */
export const AT_ONCE = 6;

/**
 * Of the rows a list is to have, those it may have now: all that are there, and of the others the few that are nearest to
 * the one at `first` (an index into `keys`; -1 where none is).
 */
export function fewAtOnce<Key>(
  keys: readonly Key[],
  there: ReadonlySet<Key>,
  first: number,
): ReadonlySet<Key> {
  const missing = keys.flatMap((key, index) => (there.has(key) ? [] : [index]));
  const others = missing
    .toSorted((a, b) => Math.abs(a - first) - Math.abs(b - first))
    .slice(AT_ONCE);
  const later = new Set(others);
  return new Set(keys.filter((_key, index) => !later.has(index)));
}

/**
 * The rows a list may have now (`fewAtOnce`); the rest comes a few a frame, so that a jump to the far end of a long list
 * holds up no key.
 */
export function useFewAtOnce<Key>(keys: readonly Key[], first: number): ReadonlySet<Key> {
  // What was made, told when it is on the page: what is drawn and then thrown away was not.
  const [there] = useState(() => new Set<Key>());
  const [, setRound] = useState(0);
  const made = fewAtOnce(keys, there, first);
  useLayoutEffect(() => {
    there.clear();
    for (const key of made) there.add(key);
  });
  const isMore = made.size < keys.length;
  useEffect(() => {
    if (!isMore) return undefined;
    const later = requestAnimationFrame(() => {
      startTransition(() => {
        setRound((round) => round + 1);
      });
    });
    return () => {
      cancelAnimationFrame(later);
    };
  });
  return made;
}
