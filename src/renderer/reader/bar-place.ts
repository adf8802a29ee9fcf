import type { Box } from '../state/text-page';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly left: number;
  readonly top: number;
}

/** Between the bar and its passage; CSS pixels. */
const GAP = 10;
/** How much covered text, in square pixels, a pixel of way to the side is worth. */
const WAY = 4;
/** How much worse it is to cover what leads up to the passage, which is what one codes it by, than what follows. */
const BEFORE = 3;

/**
 * Where a bar of this size covers the fewest words: below or above the passage, at its place or at a side; below where
 * it makes no difference. It stays in the room, which is the visible part of the page, unless the passage is out of
 * sight or fills it.
 */
export function placeBar(
  passage: Box,
  { width, height }: Size,
  room: Box,
  lines: readonly Box[],
): Point {
  const most = Math.max(room.left, room.right - width);
  const wanted = Math.min(Math.max(passage.left, room.left), most);
  const below = passage.bottom + GAP;
  const above = passage.top - GAP - height;
  const tops = [below, above].filter((top) => top >= room.top && top + height <= room.bottom);
  const candidates = (tops.length > 0 ? tops : [below]).flatMap((top) =>
    [wanted, room.left, most].map((left) => ({ left, top })),
  );
  const costOf = ({ left, top }: Point): number => {
    const box = { left, top, right: left + width, bottom: top + height };
    const weight = top < passage.top ? BEFORE : 1;
    const covered = lines.reduce((sum, line) => sum + weight * overlap(box, line), 0);
    return covered + WAY * Math.abs(left - wanted);
  };
  const [first = { left: wanted, top: below }, ...others] = candidates;
  return others.reduce((best, one) => (costOf(one) < costOf(best) ? one : best), first);
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
