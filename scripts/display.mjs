// @ts-check
import { spawnSync } from 'node:child_process';

export const NO_DISPLAY = 'No display found: running under Xvfb.';
const SCREEN = '-screen 0 1600x1200x24';
/** Succeeds where a user may make the namespaces that Chromium's sandbox consists of. */
const SANDBOX_PROBE = { command: 'unshare', args: ['--user', '--map-root-user', 'true'] };

/** @returns {boolean} whether windows need a screen of their own here */
export function needsVirtualDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * How to run a command that opens windows: as it is, or under a virtual screen.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {boolean} [virtual]
 * @returns {{ command: string, args: string[] }}
 */
export function underDisplay(command, args, virtual = needsVirtualDisplay()) {
  return virtual
    ? { command: 'xvfb-run', args: ['-a', '-s', SCREEN, command, ...args] }
    : { command, args: [...args] };
}

/**
 * Arguments Electron's process needs on this machine. Chromium refuses its sandbox to root, and
 * some systems keep unprivileged users from making one; the windows' own `sandbox: true` stays.
 * @returns {string[]}
 */
export function electronArguments() {
  if (process.platform !== 'linux') return [];
  return process.getuid?.() === 0 || !canMakeSandbox() ? ['--no-sandbox'] : [];
}

/** @returns {boolean} true also where it cannot be found out */
function canMakeSandbox() {
  const { command, args } = SANDBOX_PROBE;
  const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
  return error !== undefined || status === 0;
}
