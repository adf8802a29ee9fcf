import { expect, it } from 'vitest';
import { placeBar } from '../../../src/renderer/reader/bar-place';
import type { Box } from '../../../src/renderer/state/text-page';

/** Lines of 30 from 0 on, each `[left, right]` in its place; an empty one is a gap. */
function lines(...ends: readonly (readonly [left: number, right: number] | undefined)[]): Box[] {
  return ends.flatMap((line, n) =>
    line === undefined
      ? []
      : [{ left: line[0], right: line[1], top: n * 30 + 4, bottom: n * 30 + 26 }],
  );
}

/** A passage in line `n`, its bar to begin at `left`. */
function passageIn(n: number, left: number): Box {
  return { left, right: left, top: n * 30 + 4, bottom: n * 30 + 26 };
}

const bar = { width: 200, height: 40 };
const room: Box = { left: 0, right: 600, top: 0, bottom: 600 };
const full = [0, 600] as const;

it('[B1] amid full lines it stands below, where the line that leads up to the passage stays free', () => {
  const text = lines(full, full, full, full, full, full);
  expect(placeBar(passageIn(2, 100), bar, room, text)).toEqual({ left: 100, top: 96 });
});

it('[B2] above, where that covers less', () => {
  const text = lines(full, undefined, undefined, full, full, full, full);
  expect(placeBar(passageIn(3, 100), bar, room, text)).toEqual({ left: 100, top: 44 });
});

it('[B2b] not over half a line that leads up to it, if it can stand on a whole one that follows', () => {
  const text = lines(full, undefined, [0, 260], full, full, full, full);
  expect(placeBar(passageIn(3, 100), bar, { ...room, right: 320 }, text).top).toBe(126);
});

it('[B3] beside the end of a short line rather than over it', () => {
  const text = lines(full, full, full, [0, 250], undefined, full);
  expect(placeBar(passageIn(2, 100), bar, room, text)).toEqual({ left: 400, top: 96 });
});

it('[B4] in sight, whatever it covers; below when the passage leaves no room', () => {
  const text = lines(full, full, full, full);
  const low = { ...room, bottom: 120 };
  expect(placeBar(passageIn(2, 100), bar, low, text).top).toBe(14);
  expect(placeBar(passageIn(0, 100), bar, { ...room, bottom: 60 }, text).top).toBe(36);
});

it('[B5] within the page, though the page be narrower', () => {
  expect(placeBar(passageIn(0, 550), bar, room, []).left).toBe(400);
  expect(placeBar(passageIn(0, -40), bar, room, []).left).toBe(0);
  expect(placeBar(passageIn(0, 50), bar, { ...room, right: 150 }, []).left).toBe(0);
});
