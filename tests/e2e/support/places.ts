import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's folder, which is the app's. */
export const root = join(import.meta.dirname, '..', '..', '..');

export const builtMain = join(root, 'out', 'main', 'index.js');

/** Electron's program as its package's installer leaves it; undefined when there is none. */
export function findElectron(): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}
