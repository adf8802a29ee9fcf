import { access } from 'node:fs/promises';

/** True for a file or folder that exists and may be seen. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
