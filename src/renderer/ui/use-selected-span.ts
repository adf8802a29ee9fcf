import { useEffect, useState, type RefObject } from 'react';
import { snapToGraphemes } from '../../core/text/snap';
import type { Span } from '../../core/text/span';
import { offsetAt } from './offset-at';

/**
 * Tells which words of the text are selected, once the pointer lets go; keys tell at once. Selecting elsewhere changes
 * nothing, so that the panel about the words can be used.
 */
export function useSelectedSpan(
  scroller: RefObject<HTMLElement | null>,
  text: string,
  onSelect: (span: Span | undefined) => void,
): {
  /** The paragraph in which the pointer went down last, by its index. */
  readonly held: number | undefined;
} {
  const [held, setHeld] = useState<number>();
  useEffect(() => {
    let isDown = false;
    const read = (): void => {
      const { current: root } = scroller;
      const selection = getSelection();
      if (root === null || selection === null || isDown) return;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      const [from, to] = [
        offsetAt(root, anchorNode, anchorOffset),
        offsetAt(root, focusNode, focusOffset),
      ];
      if (from === undefined || to === undefined) return;
      const [start, end] = withoutBlanks(text, Math.min(from, to), Math.max(from, to));
      onSelect(start < end ? snapToGraphemes(text, start, end) : undefined);
    };
    const onDown = ({ target }: PointerEvent): void => {
      isDown = true;
      const place = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
      if (place !== null && scroller.current?.contains(place) === true)
        setHeld(Number(place.dataset['index']));
    };
    const onUp = (): void => {
      isDown = false;
      // The browser makes its selection of this press first.
      requestAnimationFrame(read);
    };
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', onUp);
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onUp);
    };
  }, [scroller, text, onSelect]);
  return { held };
}

function withoutBlanks(text: string, start: number, end: number): readonly [number, number] {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return [start + before, start + before + words.trim().length];
}
