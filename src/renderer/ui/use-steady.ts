import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function at every render, which does what the one given last does: what is given it is not drawn anew because
 * of it. For what people do, not to be called while something is drawn.
 */
export function useSteady<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
