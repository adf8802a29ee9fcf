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
  process.env['POSTIL_FAULT_INJECTOR'] = compileInjector(join(folder, 'inject.so'));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/**
 * @param {string} library where it is to be
 * @returns {string} where it is; empty where it cannot be made
 */
function compileInjector(library) {
  if (process.platform !== 'linux') return '';
  const source = join(root, 'tests', 'faults', 'inject.c');
  const args = ['-shared', '-fPIC', '-O1', '-Wall', '-Wextra', '-Werror', '-o', library, source];
  const { error, status, stderr } = spawnSync('cc', [...args, '-ldl', '-pthread']);
  if (error !== undefined) return '';
  if (status !== 0) throw new Error(`cc does not compile ${source}:\n${String(stderr)}`);
  return library;
}
