import { useLayoutEffect, useRef, type MouseEvent } from 'react';

/**
 * Scrolls the active option of a list into view when keys or typing made it active (`asked` is what the list was made
 * for). The pointer never scrolls: the list would move away under it, and a click would take the neighbour.
 *
 * Gives what a row asks when the pointer moves over it: whether it truly moved. A list that scrolls under a pointer at
 * rest sends the same event, and must not take the active option away from the keys.
 */
export function useActiveInView(
  active: unknown,
  asked: unknown,
  find: () => Element | null | undefined,
): (event: MouseEvent) => boolean {
  const isPointed = useRef(false);
  const latest = useRef(find);
  useLayoutEffect(() => {
    latest.current = find;
  });
  // In the same task as the row's becoming active: the pointer may move again before a later one.
  useLayoutEffect(() => {
    if (!isPointed.current) latest.current()?.scrollIntoView({ block: 'nearest' });
    isPointed.current = false;
  }, [active, asked]);
  return ({ movementX, movementY }) => {
    if (movementX === 0 && movementY === 0) return false;
    isPointed.current = true;
    return true;
  };
}
