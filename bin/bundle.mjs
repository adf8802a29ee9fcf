// @ts-check
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles a TypeScript file into one ES module for Node. Packages stay outside, in node_modules, unless it is to be
 * whole: that starts in half the time.
 * @param {{ root: string, entry: string, folder: string, name: string, whole?: boolean }} given `entry` is relative to
 * `root`
 * @returns {Promise<string>} the path of the bundle
 */
export async function bundle({ root, entry, folder, name, whole = false }) {
  await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    ...(whole && { ssr: { noExternal: true } }),
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
