#!/usr/bin/env node
// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtCli } from './built-cli.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const path = await builtCli(root).catch((error) => {
  const missing =
    error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  process.stderr.write(
    missing
      ? 'Postil is not installed here yet. Run npm ci in its folder, then try again.\n'
      : `The command line could not be built: ${String(error)}\n`,
  );
  process.exit(1);
});
const { runCli } = await import(pathToFileURL(path).href);
process.exitCode = await runCli(process.argv.slice(2), { version });
