// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../bin/bundle.mjs';
import { root } from '../../scripts/places.mjs';

/** Makes what the fault tests run: the worker for plain Node and, where there is a compiler, the injector. */
export async function setup() {
  // What a kill leaves is the same in memory, and thousands of syncs cost minutes on a slow disk.
  if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm';
  const folder = mkdtempSync(join(tmpdir(), 'postil-faults-'));
  const entry = 'tests/faults/worker.ts';
  const worker = await bundle({ root, entry, folder, name: 'worker.mjs', whole: true });
  process.env['POSTIL_FAULT_WORKER'] = worker;
  const library = join(folder, 'inject.so');
  const source = join(root, 'tests', 'faults', 'inject.c');
  const compiled =
    process.platform === 'linux' &&
    spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']).status === 0;
  process.env['POSTIL_FAULT_INJECTOR'] = compiled ? library : '';
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
