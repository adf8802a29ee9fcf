import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the marker of the chosen passage on the screen: when another is chosen, and when the text is laid out anew because
 * the window has another size. `bring` scrolls to the marker's paragraph where that is not there yet.
 */
export function useChosenInView(
  scroller: RefObject<HTMLElement | null>,
  chosen: string | undefined,
  bring: () => void,
): void {
  const latest = useRef(bring);
  useEffect(() => {
    latest.current = bring;
  });
  useEffect(() => {
    const { current: element } = scroller;
    if (element === null || chosen === undefined) return undefined;
    let later = 0;
    const find = (): Element | null =>
      element.querySelector(`[data-group="${CSS.escape(chosen)}"]`);
    const show = (): void => {
      const marker = find();
      if (marker === null) latest.current();
      marker?.scrollIntoView({ block: 'nearest' });
      // Paragraphs that came on the screen are measured then, and move it.
      later = requestAnimationFrame(() => {
        later = requestAnimationFrame(() => find()?.scrollIntoView({ block: 'nearest' }));
      });
    };
    // Tells its size at once, too.
    const observer = new ResizeObserver(show);
    observer.observe(element);
    return () => {
      cancelAnimationFrame(later);
      observer.disconnect();
    };
  }, [scroller, chosen]);
}
