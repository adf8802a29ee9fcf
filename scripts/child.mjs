// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Finished
 * @property {number} code the exit code; 128 + number for a signal, 127 when the command cannot be started
 * @property {string} output what it wrote, when captured
 */

/** @type {Record<string, number>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * @param {number | null} code
 * @param {string | null} signal
 */
export const exitCode = (code, signal) => code ?? 128 + (signalNumbers[signal ?? ''] ?? 0);

/**
 * Runs a command to its end. With `capture`, its output is collected instead of shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, timeout?: number }} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { capture = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output }));
  });
}
