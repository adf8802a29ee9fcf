import { extentOf } from '../../core/annotation/annotation';
import { leaderOf } from '../../core/comparison/align';
import type { ComparedGroup } from '../../core/comparison/differences';
import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';

/**
 * The passage that is meant by pressing text: of those that are listed the shortest there, and at another press the next
 * longer one. Undefined where there is none, or where words were selected.
 */
export function groupAt(
  { target }: MouseEvent,
  inParagraph: readonly (readonly ComparedGroup[])[],
  paragraphs: readonly Paragraph[],
  listed: ReadonlySet<ComparedGroup>,
  chosen: ComparedGroup | undefined,
): ComparedGroup | undefined {
  const stretch = target instanceof Element ? target.closest<HTMLElement>('[data-from]') : null;
  if (stretch === null || getSelection()?.isCollapsed === false) return undefined;
  const offset = Number(stretch.dataset['from']);
  const here = (inParagraph[paragraphIndexAt(paragraphs, offset) ?? 0] ?? [])
    .filter((group) => listed.has(group) && covers(group, offset))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const at = chosen === undefined ? -1 : here.indexOf(chosen);
  return here[(at + 1) % Math.max(1, here.length)];
}

function covers({ members }: ComparedGroup, offset: number): boolean {
  return [...members.values()].some(({ pieces }) =>
    pieces.some(({ start, end }) => start <= offset && offset < end),
  );
}

function lengthOf(group: ComparedGroup): number {
  const { start, end } = extentOf(leaderOf(group));
  return end - start;
}
