import { spawn, type ChildProcess } from 'node:child_process';
import type { Report } from './report';
import type { Task } from './worker';

export const SEED = Number(process.env['POSTIL_FAULT_SEED'] ?? Date.now() % 1_000_000);
/** How many rounds of the random tests, as a multiple of what fits into CI. */
export const TIMES = Number(process.env['POSTIL_FAULT_TIMES'] ?? 1);
/** The library that makes calls fail; empty without a C compiler. */
export const INJECTOR = process.env['POSTIL_FAULT_INJECTOR'] ?? '';
export const NO_INJECTOR = 'needs Linux and a C compiler (cc) for tests/faults/inject.c';

export interface Ended<Line> {
  readonly lines: readonly Line[];
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
}

export interface Running<Line> {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended<Line>>;
}

/** Starts a worker; `onFirst` is called at its first word. A line that a kill cut off was not said. */
export function startWorker<Line = Report>(
  task: Task,
  env: Readonly<Record<string, string>> = {},
  onFirst: () => void = () => undefined,
): Running<Line> {
  const child = spawn(
    process.execPath,
    [process.env['POSTIL_FAULT_WORKER'] ?? '', JSON.stringify(task)],
    { env: { ...process.env, UV_USE_IO_URING: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (output === '') onFirst();
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<Ended<Line>>((resolve) => {
    child.on('close', (code, signal) => {
      const whole = output.slice(0, output.lastIndexOf('\n') + 1);
      const lines = whole.split('\n').filter(Boolean);
      resolve({ lines: lines.map((line) => JSON.parse(line) as Line), code, signal, errors });
    });
  });
  return { child, ended };
}
