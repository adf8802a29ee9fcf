// @ts-check
import { basename } from 'node:path';

/**
 * The npm client that runs us, or the one on the path: with it come the user's registry, proxy and credentials.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(args, env = process.env) {
  const running = env['npm_execpath'];
  return running && basename(running) === 'npm-cli.js'
    ? { command: process.execPath, args: [running, ...args] }
    : { command: 'npm', args: [...args] };
}
