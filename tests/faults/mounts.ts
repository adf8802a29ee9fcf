import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { onTestFinished } from 'vitest';

/** Runs a command of the system; undefined if all went well, else why it did not. */
export function command(name: string, ...args: readonly string[]): string | undefined {
  const { error, status, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (error !== undefined) return `${name}: ${error.message}`;
  return status === 0 ? undefined : `${name} ${args.join(' ')}: ${stderr.trim()}`;
}

/** Runs a command that must go well. */
export function must(name: string, ...args: readonly string[]): void {
  const problem = command(name, ...args);
  if (problem !== undefined) throw new Error(problem);
}

/** Mounts something on a folder until the end of the test; the answer is why that is not possible here. */
export async function mount(
  folder: string,
  ...args: readonly string[]
): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const problem = command('mount', ...args, folder);
  // Given up even while something in it is open: the test has ended.
  if (problem === undefined) onTestFinished(() => void command('umount', '-l', folder));
  return problem && `nothing can be mounted here (${problem})`;
}
