import type { Annotation } from '../annotation/annotation';
import { findWords } from '../text/find-words';
import type { Selector } from '../text/quote';

/**
 * The annotation where its words stand in this text; undefined when one of its pieces or parts is nowhere, could be in
 * several places, or they come in another order than they were.
 */
export function placedAnew(
  text: string | undefined,
  annotation: Annotation,
): Annotation | undefined {
  if (text === undefined) return undefined;
  const pieces: Selector[] = [];
  for (const piece of annotation.pieces) {
    const place = findWords(text, piece);
    if (place === undefined || place.start < (pieces.at(-1)?.end ?? 0)) return undefined;
    pieces.push(place);
  }
  const parts = annotation.parts.flatMap((part) => {
    const selector = findWords(text, part.selector);
    return selector === undefined ? [] : [{ ...part, selector }];
  });
  const [first, ...others] = pieces;
  return first === undefined || parts.length < annotation.parts.length
    ? undefined
    : { ...annotation, pieces: [first, ...others], parts };
}
