import { startTransition, useEffect, useState } from 'react';

/** Of which version each part is that was made, by its name. */
type Made = ReadonlyMap<string, unknown>;

/**
 * Makes costly parts one a frame, so that many of them together hold up no key: `first` (or where that is not wanted, the
 * first that is), then the nearest to it. When `version` is another object all are made anew in the same way, and are what
 * they were until it is their turn. The answer has the parts that there are, with the version each is to be of.
 * @param wanted Names of parts, in the order in which they stand on the page.
 */
export function useGradually(
  wanted: readonly string[],
  version: unknown,
  first: string | undefined,
): Made {
  const [made, setMade] = useState<Made>(new Map());
  const start = first === undefined ? 0 : Math.max(0, wanted.indexOf(first));
  const next = wanted
    .map((name, place) => ({ name, away: Math.abs(place - start) }))
    .filter(({ name }) => made.get(name) !== version)
    .toSorted((a, b) => a.away - b.away)[0]?.name;
  useEffect(() => {
    if (next === undefined) return undefined;
    const later = requestAnimationFrame(() => {
      startTransition(() => {
        setMade((before) => {
          const kept = [...before].filter(([name]) => wanted.includes(name));
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
