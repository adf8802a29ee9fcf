import { useEffect, useState } from 'react';

/** What is done between two frames, in milliseconds: the rest of a frame is for painting and for keys. */
const SLICE = 6;

/**
 * Works off what a page needs before it can be shown, between frames. True when `key` is undefined, where nothing is to be
 * prepared, and when what was made for it is done. Begun for each key once, and left when the page goes.
 */
export function usePrepared(key: string | undefined, make: () => Iterator<void>): boolean {
  const [done, setDone] = useState<string>();
  useEffect(() => {
    if (key === undefined) return undefined;
    const steps = make();
    let timer = 0;
    const slice = (): void => {
      const until = performance.now() + SLICE;
      while (performance.now() < until) {
        if (steps.next().done === true) {
          setDone(key);
          return;
        }
      }
      timer = window.setTimeout(slice);
    };
    timer = window.setTimeout(slice);
    return () => {
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says what is prepared
  }, [key]);
  return key === undefined || done === key;
}
