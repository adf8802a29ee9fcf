import { useEffect, useRef, type RefObject } from 'react';

interface Laid {
  /** Scrolls to the marker's paragraph where that is not there yet. */
  readonly bring: () => void;
  /** Whether all paragraphs near the screen are there; while they come they are measured, and move the marker. */
  readonly isLaid: boolean;
}

/** Frames in which everything must have been there, until the marker's place is taken for its last. */
const AT_REST = 4;

/**
 * Keeps the marker of the chosen passage on the screen: when another is chosen, and when the text is laid out anew because
 * the window has another size. Who scrolls meanwhile is not held.
 */
export function useChosenInView(
  scroller: RefObject<HTMLElement | null>,
  chosen: string | undefined,
  laid: Laid,
): void {
  const latest = useRef(laid);
  useEffect(() => {
    latest.current = laid;
  });
  useEffect(() => {
    const { current: element } = scroller;
    if (element === null || chosen === undefined) return undefined;
    let later = 0;
    const find = (): Element | null =>
      element.querySelector(`[data-group="${CSS.escape(chosen)}"]`);
    const keep = (rest: number): void => {
      find()?.scrollIntoView({ block: 'nearest' });
      if (rest === 0) return;
      later = requestAnimationFrame(() => {
        keep(latest.current.isLaid ? rest - 1 : AT_REST);
      });
    };
    const show = (): void => {
      cancelAnimationFrame(later);
      if (find() === null) latest.current.bring();
      keep(AT_REST);
    };
    const letGo = (): void => {
      cancelAnimationFrame(later);
    };
    // Tells its size at once, too.
    const observer = new ResizeObserver(show);
    observer.observe(element);
    element.addEventListener('wheel', letGo, { passive: true });
    element.addEventListener('pointerdown', letGo);
    return () => {
      letGo();
      observer.disconnect();
      element.removeEventListener('wheel', letGo);
      element.removeEventListener('pointerdown', letGo);
    };
  }, [scroller, chosen]);
}
