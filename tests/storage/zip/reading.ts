import type { Fault, Result } from '../../../src/core/result';
import { readZip, type ZipContents } from '../../../src/storage/zip/read-zip';
import type { ZipLimits } from '../../../src/storage/zip/zip-limits';

const LIMITS: ZipLimits = {
  archive: 10_000_000,
  entries: 100,
  entry: 3_000_000,
  total: 5_000_000,
  ratio: 100,
};

interface Given {
  readonly limits?: Partial<ZipLimits>;
  readonly wants?: (path: string) => boolean;
  readonly signal?: AbortSignal;
}

export function read(bytes: Uint8Array, given: Given = {}): Promise<Result<ZipContents>> {
  return readZip(Buffer.from(bytes), {
    archive: 'texts.zip',
    limits: { ...LIMITS, ...given.limits },
    wants: given.wants ?? (() => true),
    signal: given.signal ?? new AbortController().signal,
  });
}

/** Contents by path, as latin-1 so that every byte counts. Throws when the archive is refused. */
export async function contents(bytes: Uint8Array, given?: Given): Promise<Record<string, string>> {
  const found = await read(bytes, given);
  if (!found.ok) throw new Error(found.fault.text);
  return Object.fromEntries(
    [...found.value.files].map(([name, file]) => [name, Buffer.from(file).toString('latin1')]),
  );
}

/** Why an archive is refused. Throws when it is read. */
export async function refusal(bytes: Uint8Array, given?: Given): Promise<Fault> {
  const found = await read(bytes, given);
  if (found.ok) throw new Error(`Read: ${[...found.value.files.keys()].join(', ')}`);
  return found.fault;
}
