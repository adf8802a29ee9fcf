// @ts-check
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npmCommand } from '../../scripts/npm.mjs';

describe('npmCommand', () => {
  it('is the npm that runs us, not another package manager', () => {
    const npm = resolve('/npm/bin/npm-cli.js');
    expect(npmCommand(['ci'], { npm_execpath: npm })).toEqual({
      command: process.execPath,
      args: [npm, 'ci'],
    });
    expect(npmCommand(['ci'], { npm_execpath: resolve('/yarn/yarn.js') })).toEqual({
      command: 'npm',
      args: ['ci'],
    });
  });
});
