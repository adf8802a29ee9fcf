import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { createFault, ok, type Fault, type Result } from '../core/result';
import { createCoalescer } from './coalescer';
import { exists, isErrno, writeFault } from './file-fault';
import type { FileFormat } from './file-format';
import { JsonFile } from './json-file';

/** What the app remembers on this computer. Nothing of a project depends on it. */
export interface AppState<State> {
  /** What was noticed while opening. */
  readonly notices: readonly Fault[];
  get(): State;
  /** Changes the state at once; it is written in the background, several changes in one write. */
  update(change: (state: State) => State): void;
  /** Resolves when the last change is on disk, or with why it is not. */
  flush(): Promise<Result<undefined>>;
}

/**
 * Opens `settings.json` in `folder`, which is made if it is missing. A damaged file, or one that does not fit the
 * schema, is set aside beside it as `settings.json.damaged-<n>`, and the app starts with `initial`.
 */
export async function openAppState<State extends object>(
  folder: string,
  given: { readonly schema: z.ZodType<State>; readonly initial: State },
): Promise<AppState<State>> {
  const path = join(folder, 'settings.json');
  const format: FileFormat<State> = {
    name: 'postil-settings',
    migrations: [],
    schema: given.schema,
  };
  const file = new JsonFile(path, format, given.initial);
  const notices: Fault[] = [];
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    notices.push(writeFault(error, folder));
  });
  const read = await file.read();
  let state = given.initial;
  if (read.ok) state = read.value;
  else notices.push(await setAside(path, read.fault));

  let outcome: Result<undefined> = ok(undefined);
  const writing = createCoalescer(async () => {
    outcome = await file.write(state);
  });
  return {
    notices,
    get: () => state,
    update: (change) => {
      const next = change(state);
      if (next === state) return;
      state = next;
      writing.request();
    },
    flush: async () => {
      await writing.idle();
      return outcome;
    },
  };
}

async function setAside(path: string, fault: Fault): Promise<Fault> {
  for (let n = 1; ; n += 1) {
    const aside = `${path}.damaged-${String(n)}`;
    if (await exists(aside)) continue;
    try {
      await rename(path, aside);
    } catch (error) {
      if (isErrno(error)) return fault;
      throw error;
    }
    return createFault('storage.settings.setAside', { file: path, aside });
  }
}
