import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { parseWith } from '../../core/project/parse-with';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { parseJsonText } from '../../core/text/json';
import { replaceFile } from '../durable-file';
import { isErrno, readFault } from '../file-fault';
import { damaged, parseFile } from '../file-format';
import { newestVersion } from '../migrations/migration';
import { PACK_HEAD, packBodySchema, type PackFacts, type PackHead } from './pack-format';

/** What a pack may become when it is unpacked, in bytes. */
const LARGEST = 500_000_000;

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
  const formatVersion = newestVersion(PACK_HEAD.migrations);
  const line = JSON.stringify({
    format: PACK_HEAD.name,
    formatVersion,
    ...head,
    bodyHash: hashOf(body),
  });
  return replaceFile(path, await promisify(gzip)(`${line}\n${body}\n`));
}

export interface Pack {
  readonly head: PackHead;
  readonly files: PackedFiles;
}

/** Refused unless it holds what was put in. Nothing is written. */
export async function readPack(path: string): Promise<Result<Pack>> {
  let text: string;
  try {
    const bytes = await promisify(gunzip)(await readFile(path), { maxOutputLength: LARGEST });
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return fail(whyUnread(error, path));
  }
  const end = text.indexOf('\n');
  const head = parseFile(PACK_HEAD, end === -1 ? text : text.slice(0, end), path);
  if (!head.ok) return head;
  const body = text.slice(end + 1, -1);
  if (!text.endsWith('\n') || hashOf(body) !== head.value.bodyHash) return fail(broken(path));
  const json = parseJsonText(body);
  if (!json.ok) return fail(damaged(path, json.fault));
  const files = parseWith(packBodySchema, json.value);
  if (!files.ok) return fail(damaged(path, files.fault));
  const bytes = Object.entries(files.value).map(
    ([name, base64]) => [name, new Uint8Array(Buffer.from(base64, 'base64'))] as const,
  );
  return ok({ head: head.value, files: new Map(bytes) });
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

function whyUnread(error: unknown, path: string): Fault {
  if (!isErrno(error)) return broken(path);
  const isOfTheFile = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO'].includes(error.code);
  return isOfTheFile ? readFault(error, path) : broken(path);
}

function broken(path: string): Fault {
  return createFault('pack.fault.broken', { path });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
