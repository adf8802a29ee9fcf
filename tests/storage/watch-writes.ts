import { vi } from 'vitest';
import type { Result } from '../../src/core/result';
import { JsonFile } from '../../src/storage/json-file';

const real = Object.getOwnPropertyDescriptors(JsonFile.prototype).write.value as (
  this: JsonFile<object>,
  data: object,
) => Promise<Result<undefined>>;

/** Calls `before` and `after` each write of a JSON file, which is carried out. Until `vi.restoreAllMocks`. */
export function watchWrites(watch: {
  readonly before?: (path: string) => unknown;
  readonly after?: (path: string) => unknown;
}): void {
  vi.spyOn(JsonFile.prototype, 'write').mockImplementation(async function (
    this: JsonFile<object>,
    data,
  ) {
    await watch.before?.(this.path);
    const written = await real.call(this, data);
    await watch.after?.(this.path);
    return written;
  });
}
