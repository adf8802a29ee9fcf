import { describe, expect, test } from 'vitest';
import { fitWindow, type Area } from '../../src/main/window-place';

const first: Area = { x: 0, y: 0, width: 1600, height: 900 };
const second: Area = { x: 1600, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number, width = 1000, height = 700) =>
  ({ x, y, width, height, maximised: false }) as const;

describe('fitWindow', () => {
  test('the first time it has its own size, and the system chooses where', () => {
    expect(fitWindow(undefined, [second])).toEqual({ width: 1320, height: 880 });
  });

  test('the first time on a small screen it is no larger than the screen', () => {
    expect(fitWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600,
    });
  });

  test('it returns to where it was, also at the corner 0, 0 and on a second screen', () => {
    expect(fitWindow(at(0, 0), [first])).toEqual({ x: 0, y: 0, width: 1000, height: 700 });
    expect(fitWindow(at(2000, 100), [first, second])).toMatchObject({ x: 2000, y: 100 });
  });

  test.each([
    ['the second screen is gone', at(2000, 100)],
    ['all but a strip is to the left', at(-960, 100)],
    ['the title bar is below the screen', at(100, 880)],
    ['the title bar is above the screen', at(100, -50)],
  ])('it comes back to the first screen when %s', (_why, place) => {
    expect(fitWindow(place, [first])).toEqual({ width: 1000, height: 700 });
  });

  test('it is never smaller than the app can be', () => {
    expect(fitWindow(at(5000, 0, 10, 10), [first])).toEqual({ width: 720, height: 480 });
  });
});
