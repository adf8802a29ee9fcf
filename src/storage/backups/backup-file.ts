import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createGunzip, gunzip, gzip } from 'node:zlib';
import { contentHash } from '../../core/project/content-hash';
import type { Project } from '../../core/project/project';
import { createFault, fail, ok, type Result } from '../../core/result';
import { realDisk, type Disk } from '../disk';
import { replaceFile } from '../durable-file';
import { isErrno, readFault } from '../file-fault';
import { damaged, parseFile } from '../file-format';
import { newestVersion } from '../migrations/migration';
import { BACKUP_HEAD, unpackProject, type BackupHead } from './backup-format';

/** Longer than the head of a project with 10,000 texts, in bytes. */
const LONGEST_HEAD = 1_000_000;
/** What a backup may become when it is unpacked; a text in memory cannot be much longer. */
const LARGEST = 500_000_000;

export async function writeBackup(
  path: string,
  head: BackupHead,
  body: string,
  disk: Disk = realDisk,
): Promise<Result<undefined>> {
  const formatVersion = newestVersion(BACKUP_HEAD.migrations);
  const line = JSON.stringify({ format: BACKUP_HEAD.name, formatVersion, ...head });
  return replaceFile(path, await promisify(gzip)(`${line}\n${body}\n`), disk);
}

/** What a backup holds, without reading all of it. */
export async function readBackupHead(path: string): Promise<Result<BackupHead>> {
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
      if (end !== -1) return parseFile(BACKUP_HEAD, Buffer.concat(chunks).toString('utf8'), path);
      if (length > LONGEST_HEAD) break;
    }
    return fail(notSame(path));
  } catch (error) {
    return fail(whyUnread(error, path));
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

export interface ReadBackup {
  readonly head: BackupHead;
  readonly project: Project;
}

/** Refused unless the project is the one that was put in. */
export async function readBackup(path: string): Promise<Result<ReadBackup>> {
  let text: string;
  try {
    const bytes = await promisify(gunzip)(await readFile(path), { maxOutputLength: LARGEST });
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return fail(whyUnread(error, path));
  }
  const end = text.indexOf('\n');
  const head = parseFile(BACKUP_HEAD, text.slice(0, end), path);
  if (!head.ok) return head;
  const body = text.slice(end + 1, -1);
  if (!text.endsWith('\n') || hashOf(body) !== head.value.bodyHash) return fail(notSame(path));
  const project = unpackProject(body);
  if (!project.ok) return fail(damaged(path, project.fault));
  return contentHash(project.value) === head.value.contentHash
    ? ok({ head: head.value, project: project.value })
    : fail(notSame(path));
}

export function hashOf(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function notSame(file: string) {
  return createFault('backups.fault.notSame', { file });
}

/** What the disk would not give, or what cannot be unpacked. */
function whyUnread(error: unknown, path: string) {
  const code = isErrno(error) ? error.code : '';
  const isOfDisk = code !== '' && !code.startsWith('Z_') && !code.startsWith('ERR_');
  return isOfDisk ? readFault(error, path) : notSame(path);
}
