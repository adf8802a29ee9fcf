import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createGunzip, gunzip, gzip } from 'node:zlib';
import { fail, ok, type Fault, type Result } from '../core/result';
import { realDisk, type Disk } from './disk';
import { replaceFile } from './durable-file';
import { isErrno, readFault } from './file-fault';
import { parseFile, type FileFormat } from './file-format';
import { newestVersion } from './migrations/migration';

/** Longer than the head of a file about 10,000 texts, in bytes. */
const LONGEST_HEAD = 1_000_000;
/** What a file may become when it is unpacked, in bytes; a text in memory cannot be much longer. */
const LARGEST = 500_000_000;

/**
 * A kind of file with two lines, compressed with gzip, so `zcat … | head -1 | jq` shows the first. The first says what the
 * file is, the second is what it holds, and the first has the hash of the second: its seal.
 */
export interface SealedFormat<Head extends { readonly bodyHash: string }> {
  readonly head: FileFormat<Head>;
  /** That a file does not hold what it should: it was cut short, changed, or is another file. */
  readonly broken: (path: string) => Fault;
}

/** SHA-256, 64 hexadecimal digits. */
export function hashOf(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** `head.bodyHash` is `hashOf(body)`. */
export async function writeSealed<Head extends { readonly bodyHash: string }>(
  { head: format }: SealedFormat<Head>,
  path: string,
  head: Head,
  body: string,
  disk: Disk = realDisk,
): Promise<Result<undefined>> {
  const formatVersion = newestVersion(format.migrations);
  const line = JSON.stringify({ format: format.name, formatVersion, ...head });
  return replaceFile(path, await promisify(gzip)(`${line}\n${body}\n`), disk);
}

/** What a file says of itself, without reading all of it. */
export async function readSealedHead<Head extends { readonly bodyHash: string }>(
  { head: format, broken }: SealedFormat<Head>,
  path: string,
): Promise<Result<Head>> {
  const chunks: Buffer[] = [];
  let length = 0;
  const source = createReadStream(path);
  const unpacked = createGunzip();
  // An error of the disk ends the reading too.
  source.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      const end = chunk.indexOf(0x0a);
      chunks.push(end === -1 ? chunk : chunk.subarray(0, end));
      length += chunk.length;
      if (end !== -1) return parseFile(format, Buffer.concat(chunks).toString('utf8'), path);
      if (length > LONGEST_HEAD) break;
    }
    return fail(broken(path));
  } catch (error) {
    return fail(whyUnread(error, path, broken));
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/** Both lines; refused unless the second is the one that was sealed. */
export async function readSealed<Head extends { readonly bodyHash: string }>(
  { head: format, broken }: SealedFormat<Head>,
  path: string,
): Promise<Result<{ readonly head: Head; readonly body: string }>> {
  let text: string;
  try {
    const bytes = await promisify(gunzip)(await readFile(path), { maxOutputLength: LARGEST });
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return fail(whyUnread(error, path, broken));
  }
  const end = text.indexOf('\n');
  const head = parseFile(format, end === -1 ? text : text.slice(0, end), path);
  if (!head.ok) return head;
  const body = text.slice(end + 1, -1);
  if (!text.endsWith('\n') || hashOf(body) !== head.value.bodyHash) return fail(broken(path));
  return ok({ head: head.value, body });
}

/** What the disk would not give, or what cannot be unpacked. */
function whyUnread(error: unknown, path: string, broken: (path: string) => Fault): Fault {
  const code = isErrno(error) ? error.code : '';
  const isOfDisk = code !== '' && !code.startsWith('Z_') && !code.startsWith('ERR_');
  return isOfDisk ? readFault(error, path) : broken(path);
}
