import { startTransition, useEffect, useState } from 'react';
import { workBetweenFrames } from './between-frames';

/** What prepared work follows from; the first says what it is about. */
export type Basis = readonly [about: unknown, unknown, unknown, unknown, unknown];

const NOTHING: readonly undefined[] = [undefined, undefined, undefined, undefined, undefined];

/**
 * What a page may show: `value` once what it needs is worked off between frames, which is begun anew whenever something of
 * `basis` is another. Until then it is the last one about the same thing, so that others' work does not blank the page;
 * undefined when there is none. At once where `basis` is undefined: then nothing is to be prepared.
 */
export function useWhenPrepared<Value>(
  value: Value,
  basis: Basis | undefined,
  make: () => Iterator<void, void>,
): Value | undefined {
  const [done, setDone] = useState<Basis>();
  const [last, setLast] = useState<{ readonly about: unknown; readonly value: Value }>();
  const isReady = basis === undefined || (done !== undefined && isSame(done, basis));
  // What is shown now is shown on while the next is prepared.
  if (isReady && basis !== undefined && last?.value !== value) setLast({ about: basis[0], value });
  useEffect(() => {
    if (basis === undefined) return undefined;
    return workBetweenFrames(make(), () => {
      // What is shown with it is made between frames, too.
      startTransition(() => {
        setDone(basis);
      });
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the basis says what is prepared
  }, basis ?? NOTHING);
  if (isReady) return value;
  return last?.about === basis[0] ? last?.value : undefined;
}

function isSame(a: Basis, b: Basis): boolean {
  return a.every((one, i) => one === b[i]);
}
