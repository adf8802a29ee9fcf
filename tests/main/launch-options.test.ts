import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLaunchOptions } from '../../src/main/launch-options';

const NOTHING = {
  smoke: undefined,
  smokeWithoutFile: false,
  project: undefined,
  userData: undefined,
};

describe('readLaunchOptions', () => {
  test.each([
    ['electron .', {}],
    ['electron . --smoke out.png', { smoke: resolve('/here/out.png') }],
    ['electron . --smoke=out.png', { smoke: resolve('/here/out.png') }],
    ['postil --smoke /there/out.png --other', { smoke: resolve('/there/out.png') }],
    ['electron . --smoke', { smokeWithoutFile: true }],
    ['electron . --smoke --no-sandbox', { smokeWithoutFile: true }],
    ['electron . --smoke=', { smokeWithoutFile: true }],
    ['electron . --smoker x', {}],
    ['electron . --project texts', { project: resolve('/here/texts') }],
    ['electron . --project', {}],
    ['electron --no-sandbox . --user-data-dir=/data', { userData: resolve('/data') }],
  ])('%s', (line, expected) => {
    expect(readLaunchOptions(line.split(' '), '/here')).toEqual({ ...NOTHING, ...expected });
  });
});
