// @ts-check
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './places.mjs';

/**
 * What is given away of out/ and its surroundings: no maps of the sources, no types, none of what package.json says to
 * developers.
 * @param {string} productName
 * @param {string} folder made, and filled
 */
export async function gatherApp(productName, folder) {
  for (const name of ['main', 'preload', 'renderer']) {
    await cp(join(root, 'out', name), join(folder, 'out', name), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  }
  await cp(join(root, 'documents'), join(folder, 'documents'), { recursive: true });
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const { name, version, description, license, type, main } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const kept = { name, productName, version, description, license, type, main };
  await writeFile(join(folder, 'package.json'), JSON.stringify(kept, undefined, 2));
  return folder;
}
