import { useEffect, useMemo, useState } from 'react';
import { workASlice, workBetweenFrames } from './between-frames';

/**
 * What work in steps comes to: at once where it takes no longer than a slice of a frame, so that nothing flickers; else
 * undefined until it is done between frames. Begun anew when `make` is another function (`useCallback`).
 */
export function useInSteps<Result>(make: () => Iterator<void, Result>): Result | undefined {
  const work = useMemo(() => {
    const steps = make();
    return { steps, atOnce: workASlice(steps) };
  }, [make]);
  const [late, setLate] = useState<{ readonly of: typeof work; readonly result: Result }>();
  useEffect(() => {
    if (work.atOnce !== undefined) return undefined;
    return workBetweenFrames(work.steps, (result) => {
      setLate({ of: work, result });
    });
  }, [work]);
  return work.atOnce?.result ?? (late?.of === work ? late.result : undefined);
}
