import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * What scrolls is at its top again when it is about something else. Asking it where it is would have the page laid out; that
 * it was scrolled is told with the next frame, so that a key in the same moment is before the telling.
 */
export function useTopOf(about: unknown): {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onScroll: () => void;
} {
  const ref = useRef<HTMLElement>(null);
  const isScrolled = useRef(false);
  useLayoutEffect(() => {
    const toTop = (): void => {
      if (isScrolled.current) ref.current?.scrollTo({ top: 0, left: 0 });
      isScrolled.current = false;
    };
    toTop();
    const later = requestAnimationFrame(toTop);
    return () => {
      cancelAnimationFrame(later);
    };
  }, [about]);
  const onScroll = (): void => {
    isScrolled.current = true;
  };
  return { ref, onScroll };
}
