import type { Annotation } from '../../core/annotation/annotation';
import type { Code } from '../../core/codebook/codebook';
import type { Span } from '../../core/text/span';

/** Looks of a part that differ without colour. */
const PART_LOOKS = 4;

/** A part of the selected annotation, as it is shown in the text. */
export interface PaintedPart extends Span {
  readonly name: string;
  /** From 0 to `PART_LOOKS` - 1: the same for the same name. */
  readonly look: number;
}

/** The parts in text order. The looks follow the order in which the code defines its parts. */
export function paintParts(
  annotation: Annotation | undefined,
  code: Code | undefined,
): readonly PaintedPart[] {
  if (annotation === undefined) return [];
  const defined = code?.parts.map((part) => part.name) ?? [];
  const names = [...new Set([...defined, ...annotation.parts.map((part) => part.name)])];
  return annotation.parts
    .map(({ name, selector: { start, end } }) => ({
      name,
      start,
      end,
      look: names.indexOf(name) % PART_LOOKS,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
