// @ts-check
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles a TypeScript file of src/ into one ES module for Node. Packages stay outside: they are in node_modules.
 * @param {{ root: string, entry: string, folder: string, name: string }} given `entry` is relative to `root`
 * @returns {Promise<string>} the path of the bundle
 */
export async function bundle({ root, entry, folder, name }) {
  await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: name } },
    },
  });
  return join(folder, name);
}
