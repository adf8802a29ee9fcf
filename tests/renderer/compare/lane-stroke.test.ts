import { describe, expect, it } from 'vitest';
import type { LaneMark } from '../../../src/core/comparison/lanes';
import { backgroundOf, type Stroke } from '../../../src/renderer/compare/lane-stroke';

function line(stroke: Stroke, colour: string, fromBottom: number, ends: Partial<LaneMark> = {}) {
  return { mark: { starts: false, ends: false, ...ends } as LaneMark, stroke, colour, fromBottom };
}

describe('the lines under a stretch', () => {
  it('are one picture where they run through, each in its colour in the middle of its lane', () => {
    const all = [line('alike', 'red', 1), line('alone', 'green', 0), line('code', 'blue', 2)];
    expect(backgroundOf(all, 6)).toEqual({
      backgroundImage:
        'linear-gradient(to top, green 0 5px, transparent 5px 7px, red 7px 10px, transparent 10px 12px, ' +
        'blue 12px 14px, transparent 14px 15px, blue 15px 17px)',
      backgroundSize: '100% 17px',
      backgroundPosition: 'left 0 bottom 0px',
      backgroundRepeat: 'no-repeat',
    });
  });

  it('begin above the lowest lane where that is empty', () => {
    const { backgroundImage, backgroundPosition } = backgroundOf([line('alike', 'red', 3)], 8);
    expect(backgroundImage).toBe('linear-gradient(to top, red 0 3px)');
    expect(backgroundPosition).toBe('left 0 bottom 26px');
  });

  it('have ends and patterns as pictures of their own, above what runs through', () => {
    const all = [line('boundary', 'red', 0, { starts: true }), line('attribute', 'green', 1)];
    expect(backgroundOf(all, 8)).toMatchObject({
      backgroundSize: '3px 7px, 11px 3px, 100% 2px',
      backgroundPosition: 'left 0 bottom 0px, left 0 bottom 10px, left 0 bottom 2px',
      backgroundRepeat: 'no-repeat, repeat-x, no-repeat',
    });
  });

  it('are no picture where nobody has anything', () => {
    expect(backgroundOf([], 8)).toEqual({});
  });
});
