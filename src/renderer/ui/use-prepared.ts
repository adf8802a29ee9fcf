import { useEffect, useState } from 'react';
import { workBetweenFrames } from './between-frames';

/**
 * Works off what a page needs before it can be shown, between frames. True when `key` is undefined, where nothing is to be
 * prepared, and when what was made for it is done. Begun for each key once, and left when the page goes.
 */
export function usePrepared(key: string | undefined, make: () => Iterator<void, void>): boolean {
  const [done, setDone] = useState<string>();
  useEffect(() => {
    if (key === undefined) return undefined;
    return workBetweenFrames(make(), () => {
      setDone(key);
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says what is prepared
  }, [key]);
  return key === undefined || done === key;
}
