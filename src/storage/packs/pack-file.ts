import { open } from 'node:fs/promises';
import { parseWith } from '../../core/project/parse-with';
import { createFault, fail, ok, type Result } from '../../core/result';
import { parseJsonText } from '../../core/text/json';
import { damaged } from '../file-format';
import { hashOf, readSealed, readSealedHead, writeSealed, type SealedFormat } from '../sealed-file';
import { PACK_HEAD, packBodySchema, type PackFacts, type PackHead } from './pack-format';

const PACK: SealedFormat<PackHead> = {
  head: PACK_HEAD,
  broken: (path) => createFault('pack.fault.broken', { path }),
};

/** Files by their paths in a project's folder. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>;

export async function writePack(
  path: string,
  head: PackFacts,
  files: PackedFiles,
): Promise<Result<undefined>> {
  const body = JSON.stringify(
    Object.fromEntries(
      [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
    ),
  );
  return writeSealed(PACK, path, { ...head, bodyHash: hashOf(body) }, body);
}

export interface Pack {
  readonly head: PackHead;
  readonly files: PackedFiles;
}

/** What a pack says of itself; whether it holds that is not asked. */
export function readPackHead(path: string): Promise<Result<PackHead>> {
  return readSealedHead(PACK, path);
}

/** Refused unless it holds what was put in. Nothing is written. */
export async function readPack(path: string): Promise<Result<Pack>> {
  const sealed = await readSealed(PACK, path);
  if (!sealed.ok) return sealed;
  const { head, body } = sealed.value;
  const json = parseJsonText(body);
  if (!json.ok) return fail(damaged(path, json.fault));
  const files = parseWith(packBodySchema, json.value);
  if (!files.ok) return fail(damaged(path, files.fault));
  const bytes = Object.entries(files.value).map(
    ([name, base64]) => [name, new Uint8Array(Buffer.from(base64, 'base64'))] as const,
  );
  return ok({ head, files: new Map(bytes) });
}

/** Whether a file begins as everything that is compressed with gzip does. */
export async function isPack(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
