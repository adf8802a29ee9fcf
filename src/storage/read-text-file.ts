import { open } from 'node:fs/promises';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { readFault } from './file-fault';

/** Largest file that is taken as a text, in bytes. */
export const LARGEST_TEXT = 50_000_000;

/** The bytes of a file that may become a text: a plain file of at most `LARGEST_TEXT` bytes. */
export function readTextFile(path: string): Promise<Result<Uint8Array>> {
  return readBoundedFile(path, LARGEST_TEXT, (sizes) =>
    createFault('storage.text.large', { file: path, ...sizes }),
  );
}

/** The bytes of a plain file of at most `largest` bytes; a larger one is not read. */
export async function readBoundedFile(
  path: string,
  largest: number,
  tooLarge: (sizes: { readonly megabytes: number; readonly max: number }) => Fault,
): Promise<Result<Buffer>> {
  try {
    const handle = await open(path, 'r');
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return fail(createFault('storage.text.notFile', { file: path }));
      if (stats.size > largest) {
        const megabytes = Math.ceil(stats.size / 1_000_000);
        return fail(tooLarge({ megabytes, max: largest / 1_000_000 }));
      }
      return ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(readFault(error, path));
  }
}
