import { startTransition, useEffect, useState } from 'react';

/** Of which version each part is that was made, by its index. */
type Made = ReadonlyMap<number, unknown>;

/**
 * Makes costly parts one a frame, so that many of them together hold up no key: `first` (or where that is not wanted, the
 * first that is), then the nearest to it. When `version` is another object all are made anew in the same way, and are what
 * they were until it is their turn. The answer has the parts that there are, with the version each is to be of.
 */
export function useGradually(
  wanted: readonly number[],
  version: unknown,
  first: number | undefined,
): Made {
  const [made, setMade] = useState<Made>(new Map());
  const start = first !== undefined && wanted.includes(first) ? first : (wanted[0] ?? 0);
  const next = wanted
    .filter((index) => made.get(index) !== version)
    .toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start))[0];
  useEffect(() => {
    if (next === undefined) return undefined;
    const later = requestAnimationFrame(() => {
      startTransition(() => {
        setMade((before) => {
          const kept = [...before].filter(([index]) => wanted.includes(index));
          return new Map(kept).set(next, version);
        });
      });
    });
    return () => {
      cancelAnimationFrame(later);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a frame for each part, whatever else is rendered meanwhile
  }, [next, version]);
  return made;
}
