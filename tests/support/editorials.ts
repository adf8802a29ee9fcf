import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'documents');

const FILES = {
  '000': '000_c87761d3782190ae.txt',
  '001': '001_315e80eadd720ddc.txt',
  '004': '004_a0861b498aee9519.txt',
} as const;

export type EditorialId = keyof typeof FILES;
export const EDITORIAL_IDS = ['000', '001', '004'] as const satisfies readonly EditorialId[];

/** The text of one of the editorials that ship with the app, as it is on disk. */
export function readEditorial(id: EditorialId): string {
  return readFileSync(join(folder, FILES[id]), 'utf8');
}
