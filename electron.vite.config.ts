import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

/**
 * In development the page comes from Vite's server with inline scripts and a socket, which the page's own policy
 * forbids. The built page keeps it.
 */
const withoutPolicyInDevelopment: Plugin = {
  name: 'postil:no-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/**
 * The oldest runtime that the app starts on decides the targets: Electron 33 with Node 20.18 and Chrome 130. Everything
 * but Electron and Node is bundled, so that what runs is what was built.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/main'),
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          'slow-worker': resolve(root, 'src/main/slow-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    base: './',
    plugins: [react(), withoutPolicyInDevelopment],
    build: {
      target: 'chrome130',
      outDir: resolve(root, 'out/renderer'),
      sourcemap: true,
      minify: true,
      // The page's policy allows neither inline scripts nor fonts from data: addresses.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Read from the disk, not from a network.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
});
