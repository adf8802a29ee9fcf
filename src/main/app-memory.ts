import { openAppState } from '../storage/settings-file';
import type { Fault, Result } from '../core/result';
import { rememberedSchema, type Remembered } from '../ipc/remembered';
import { NOTHING_REMEMBERED } from './remembered';

/** Scrolling tells a new place many times a second; the disk hears of it this often. */
const QUIET_MS = 300;

/** What this computer remembers: read at once, written to `settings.json` a moment later. */
export interface AppMemory {
  readonly notices: readonly Fault[];
  get(): Remembered;
  update(change: (remembered: Remembered) => Remembered): void;
  /** Writes what is waiting; resolves when it is on disk. */
  flush(): Promise<Result<undefined>>;
}

export async function openAppMemory(folder: string): Promise<AppMemory> {
  const file = await openAppState(folder, {
    schema: rememberedSchema,
    initial: NOTHING_REMEMBERED,
  });
  let current = file.get();
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    file.update(() => current);
  };
  return {
    notices: file.notices,
    get: () => current,
    update(change) {
      current = change(current);
      timer ??= setTimeout(write, QUIET_MS);
    },
    flush() {
      write();
      return file.flush();
    },
  };
}
