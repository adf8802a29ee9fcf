import { resolve } from 'node:path';

/** What the command line asks for. Paths are absolute. */
export interface LaunchOptions {
  /** Open the window, write a picture of it to this file, quit. */
  readonly smoke: string | undefined;
  /** `--smoke` without a file. */
  readonly smokeWithoutFile: boolean;
  /** Open this project instead of the last one. */
  readonly project: string | undefined;
  /** Keep settings here instead of in the usual place. Chromium's own switch. */
  readonly userData: string | undefined;
}

/** Reads `--name value` and `--name=value`; what it does not know is left to Electron and Chromium. */
export function readLaunchOptions(argv: readonly string[], workingFolder: string): LaunchOptions {
  const path = (name: string): string | undefined => {
    const value = valueOf(argv, name);
    return value === undefined || value === '' ? undefined : resolve(workingFolder, value);
  };
  return {
    smoke: path('--smoke'),
    smokeWithoutFile: valueOf(argv, '--smoke') === '',
    project: path('--project'),
    userData: path('--user-data-dir'),
  };
}

/** Undefined when the option is absent, empty when it has no value. */
function valueOf(argv: readonly string[], name: string): string | undefined {
  for (const [index, argument] of argv.entries()) {
    if (argument.startsWith(`${name}=`)) return argument.slice(name.length + 1);
    if (argument !== name) continue;
    const next = argv[index + 1];
    return next === undefined || next.startsWith('--') ? '' : next;
  }
  return undefined;
}
