// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../bin/bundle.mjs';
import { root } from '../../scripts/places.mjs';

/** Makes what the fault tests run: the worker for plain Node and, where there is a compiler, the injector. */
export async function setup() {
  // What a kill leaves is the same in memory, and thousands of syncs cost minutes on a slow disk.
  if (hasRoom('/dev/shm')) process.env['TMPDIR'] = '/dev/shm';
  const folder = mkdtempSync(join(tmpdir(), 'postil-faults-'));
  const entry = 'tests/faults/worker.ts';
  const worker = await bundle({ root, entry, folder, name: 'worker.mjs', whole: true });
  process.env['POSTIL_FAULT_WORKER'] = worker;
  process.env['POSTIL_FAULT_INJECTOR'] = compile('inject', folder, ['-shared', '-fPIC', '-ldl']);
  process.env['POSTIL_FAULT_POWER_CUT'] = compile('power-cut', folder, []);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** In bytes: disks are made there too, and containers often have 64 MB. */
const ROOM = 1024 ** 3;

/** @param {string} folder */
function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/**
 * @param {string} name of a C file
 * @param {string} folder
 * @param {readonly string[]} options
 * @returns {string} what was made of it; empty where there is no compiler
 */
function compile(name, folder, options) {
  if (process.platform !== 'linux') return '';
  const made = join(folder, name);
  const source = join(root, 'tests', 'faults', `${name}.c`);
  const warnings = ['-Wall', '-Wextra', '-Werror'];
  const args = ['-O1', '-pthread', ...warnings, '-o', made, source, ...options];
  const { error, status, stderr } = spawnSync('cc', args);
  if (error !== undefined) return '';
  if (status !== 0) throw new Error(`cc does not compile ${source}:\n${String(stderr)}`);
  return made;
}
