import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { snapToGraphemes } from '../../core/text/snap';
import type { Span } from '../../core/text/span';
import { offsetAt, placeOf } from './offset-at';

/**
 * Tells which words of the text are selected, once the pointer lets go; keys tell at once. Selecting elsewhere changes
 * nothing, so that the panel about the words can be used. Where the words are made anew while they are selected, they are
 * marked again.
 */
export function useSelectedSpan(
  scroller: RefObject<HTMLElement | null>,
  text: string,
  isSelected: boolean,
  onSelect: (span: Span | undefined) => void,
): {
  /** The paragraph in which the pointer went down last, by its index. */
  readonly held: number | undefined;
} {
  const [held, setHeld] = useState<number>();
  const isDown = useRef(false);
  /** Where the selection began and where it ends, in UTF-16 code units. */
  const marked = useRef<readonly [number, number]>(undefined);
  useEffect(() => {
    let presses = 0;
    const read = (): void => {
      const { current: root } = scroller;
      const selection = getSelection();
      if (root === null || selection === null || isDown.current) return;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      const [from, to] = [
        offsetAt(root, anchorNode, anchorOffset),
        offsetAt(root, focusNode, focusOffset),
      ];
      if (from === undefined || to === undefined) return;
      marked.current = [from, to];
      const [start, end] = withoutBlanks(text, Math.min(from, to), Math.max(from, to));
      onSelect(start < end ? snapToGraphemes(text, start, end) : undefined);
    };
    const onDown = ({ target }: PointerEvent): void => {
      isDown.current = true;
      presses += 1;
      const place = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
      if (place !== null && scroller.current?.contains(place) === true)
        setHeld(Number(place.dataset['index']));
    };
    const onUp = (): void => {
      const press = presses;
      // The browser makes its selection of this press first.
      requestAnimationFrame(() => {
        if (press !== presses) return;
        isDown.current = false;
        read();
      });
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
  useLayoutEffect(() => {
    if (!isSelected || isDown.current || marked.current === undefined) return;
    if (scroller.current !== null) markAgain(scroller.current, marked.current);
  });
  return { held };
}

/** An end of the selection whose words were taken away is left in what they were in; there they are marked anew. */
function markAgain(root: HTMLElement, [from, to]: readonly [number, number]): void {
  const selection = getSelection();
  const ends = [selection?.anchorNode, selection?.focusNode];
  if (!ends.some((node) => node instanceof Element && root.contains(node))) return;
  const [first, last] = [placeOf(root, from), placeOf(root, to)];
  if (first === undefined || last === undefined) return;
  selection?.setBaseAndExtent(first.node, first.within, last.node, last.within);
}

function withoutBlanks(text: string, start: number, end: number): readonly [number, number] {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return [start + before, start + before + words.trim().length];
}
