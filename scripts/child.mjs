// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Finished
 * @property {number} code the exit code; 128 + number for a signal, 127 when the command cannot be started
 * @property {string} output what it wrote, when captured
 * @property {boolean} interrupted whether we were asked to stop while it ran
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeout] milliseconds
 * @property {boolean} [capture] collect the output instead of showing it
 * @property {(line: string) => boolean} [hideError] lines of its error output that are not shown
 */

/** @type {Partial<Record<NodeJS.Signals, number>>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };
const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const groups = process.platform !== 'win32';

/**
 * Runs a command to its end. A shown command gets a process group of its own, and the signals that
 * ask us to stop go to the whole group: xvfb-run would keep them from the app it runs.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { capture = false, hideError, ...options } = {}) {
  return new Promise((resolve) => {
    const detached = groups && !capture;
    const child = spawn(command, args, {
      ...options,
      detached,
      stdio: capture
        ? ['ignore', 'pipe', 'pipe']
        : ['inherit', 'inherit', hideError ? 'pipe' : 'inherit'],
    });
    const interruption = detached ? forwardSignals(child.pid) : { stop: () => false };
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    if (capture) child.stderr?.on('data', collect);
    else if (child.stderr && hideError) showLines(child.stderr, hideError);
    child.on('error', ({ message }) =>
      resolve({ code: 127, output: output + message, interrupted: interruption.stop() }),
    );
    child.on('close', (code, signal) => {
      const number = signalNumbers[signal ?? 'SIGKILL'] ?? 0;
      resolve({ code: code ?? 128 + number, output, interrupted: interruption.stop() });
    });
  });
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => boolean} hidden
 */
function showLines(stream, hidden) {
  createInterface({ input: stream }).on('line', (line) => {
    if (!hidden(line)) console.error(line);
  });
}

/** @param {number | undefined} group */
function forwardSignals(group) {
  let asked = false;
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    asked = true;
    try {
      if (group !== undefined) process.kill(-group, signal);
    } catch {
      // It has ended in the meantime.
    }
  };
  for (const signal of forwarded) process.on(signal, forward);
  return {
    /** @returns {boolean} whether a signal had come */
    stop: () => {
      for (const signal of forwarded) process.off(signal, forward);
      return asked;
    },
  };
}
