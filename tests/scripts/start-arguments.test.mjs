// @ts-check
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appArguments } from '../../scripts/start-arguments.mjs';

describe('appArguments', () => {
  const caller = resolve('/somewhere');

  it('resolves the smoke picture against the folder the person was in', () => {
    expect(appArguments(['--smoke', 'out.png'], caller)).toEqual([
      '--smoke',
      resolve(caller, 'out.png'),
    ]);
    expect(appArguments(['--smoke=out.png'], caller)).toEqual([
      `--smoke=${resolve(caller, 'out.png')}`,
    ]);
  });

  it('passes everything else through', () => {
    const args = ['--smoke', '--verbose', 'project', resolve('/a/b.png')];
    expect(appArguments(args, caller)).toEqual(args);
  });
});
