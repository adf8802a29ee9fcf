import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupReason } from '../../core/backup/reason';
import { findSuperfluous } from '../../core/backup/thin';
import type { DocumentId, ProjectId, Timestamp } from '../../core/ids';
import { contentHash } from '../../core/project/content-hash';
import { allAnnotations } from '../../core/project/uses';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { realDisk, type Disk } from '../disk';
import { ensureFolder, replaceFile } from '../durable-file';
import { isErrno, writeFault } from '../file-fault';
import { hashOf, readSealedHead, writeSealed } from '../sealed-file';
import { sweepTemporaryFiles } from '../temporary-file';
import { BACKUP, readBackup, type ReadBackup } from './backup-file';
import { unpackProject, type BackupHead } from './backup-format';

/** Bytes that the backups of one project may take, without their texts. */
const ROOM = 500_000_000;

/** A file of the folder, and what its first line says or why that cannot be read. */
export interface ListedBackup {
  /** Its name in the folder. */
  readonly name: string;
  readonly at: Timestamp;
  /** Bytes on disk. */
  readonly size: number;
  readonly head: Result<BackupHead>;
}

/** A backup that was read and found to be what it was when it was made. */
export interface WholeBackup extends ReadBackup {
  readonly texts: ReadonlyMap<DocumentId, string>;
}

export interface BackupWish {
  readonly at: Timestamp;
  readonly reason: BackupReason;
  /** The project's. */
  readonly folder: string;
}

/** A project of which there are backups. */
export interface BackupShelf {
  /** Name of the folder of its backups. */
  readonly id: string;
  /** As the newest backup has it. */
  readonly title: string;
  readonly newest: Timestamp;
}

/** All projects that have backups below a folder, the latest first. */
export async function listShelves(root: string): Promise<readonly BackupShelf[]> {
  const found: BackupShelf[] = [];
  for (const id of await readdir(root).catch(() => [])) {
    const head = await new BackupFolder(join(root, id)).readNewestHead();
    if (head !== undefined) found.push({ id, title: head.title, newest: head.at });
  }
  return found.sort((a, b) => (a.newest < b.newest ? 1 : -1));
}

/** Where the backups of a project are, below the folder of all backups: any id makes a good name. */
export function backupFolderOf(root: string, id: ProjectId): string {
  return join(root, createHash('sha256').update(id).digest('hex').slice(0, 16));
}

/** The backups of one project: a file each, and the texts of all of them once, by hash. */
export class BackupFolder {
  readonly #texts: string;

  constructor(
    readonly path: string,
    private readonly disk: Disk = realDisk,
  ) {
    this.#texts = join(path, 'texts');
  }

  /** Of these hashes, those whose texts are not here, or not as they were. */
  async findMissingTexts(hashes: readonly string[]): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const hash of new Set(hashes)) {
      if ((await this.#readText(hash)) === undefined) missing.push(hash);
    }
    return missing;
  }

  async storeText(text: string): Promise<Result<undefined>> {
    try {
      await mkdir(this.path, { recursive: true });
    } catch (error) {
      return fail(writeFault(error, this.path));
    }
    const made = await ensureFolder(this.#texts, this.disk);
    if (!made.ok) return made;
    const bytes = new TextEncoder().encode(text);
    return replaceFile(this.#text(hashOf(bytes)), bytes, this.disk);
  }

  /**
   * Writes a backup of what `packProject` made, whose texts were stored before, reads it back and then lets superfluous
   * ones go. Nothing old is touched unless the new one is whole. The answer is its name; undefined if the newest backup
   * holds the same already.
   */
  async make(body: string, wish: BackupWish): Promise<Result<string | undefined>> {
    try {
      await mkdir(this.path, { recursive: true });
    } catch (error) {
      return fail(writeFault(error, this.path));
    }
    await sweepTemporaryFiles(this.path);
    const unpacked = unpackProject(body);
    if (!unpacked.ok) return unpacked;
    const project = unpacked.value;
    const hash = contentHash(project);
    const newest = await this.readNewestHead();
    if (newest?.contentHash === hash) return ok(undefined);
    const name = nameOf(wish.at);
    const path = join(this.path, name);
    const head: BackupHead = {
      ...wish,
      projectId: project.id,
      title: project.title,
      documents: project.documents.length,
      annotations: allAnnotations(project).length,
      texts: [...new Set(project.documents.map(({ sha256 }) => sha256))],
      bodyHash: hashOf(body),
      contentHash: hash,
    };
    const written = await writeSealed(BACKUP, path, head, body, this.disk);
    if (!written.ok) return written;
    const back = await this.read(name);
    if (!back.ok) {
      await unlink(path).catch(ignoreErrno);
      return back;
    }
    await this.#thin(wish.at);
    return ok(name);
  }

  /** The newest first. A folder that is not there has none. */
  async list(): Promise<readonly ListedBackup[]> {
    const names = await readdir(this.path).catch(() => []);
    const found: ListedBackup[] = [];
    for (const name of names) {
      const at = timeOf(name);
      if (at === undefined) continue;
      const path = join(this.path, name);
      const info = await stat(path).catch(() => undefined);
      if (info === undefined) continue;
      found.push({ name, at, size: info.size, head: await readSealedHead(BACKUP, path) });
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Of the newest backup that can be read. */
  async readNewestHead(): Promise<BackupHead | undefined> {
    const names = await readdir(this.path).catch(() => []);
    for (const name of names
      .filter((one) => timeOf(one) !== undefined)
      .sort()
      .reverse()) {
      const head = await readSealedHead(BACKUP, join(this.path, name));
      if (head.ok) return head.value;
    }
    return undefined;
  }

  /** Refused unless the project and all its texts have the hashes that they had. */
  async read(name: string): Promise<Result<WholeBackup>> {
    const file = join(this.path, name);
    if (timeOf(name) === undefined) return fail(BACKUP.broken(file));
    const backup = await readBackup(file);
    if (!backup.ok) return backup;
    const texts = new Map<DocumentId, string>();
    for (const { id, sha256, title } of backup.value.project.documents) {
      const text = await this.#readText(sha256);
      if (text === undefined) return fail(this.#textFault(sha256, title.value));
      texts.set(id, text);
    }
    return ok({ ...backup.value, texts });
  }

  async #readText(hash: string): Promise<string | undefined> {
    const bytes = await readFile(this.#text(hash)).catch(() => undefined);
    if (bytes === undefined || hashOf(bytes) !== hash) return undefined;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  #textFault(hash: string, title: string): Fault {
    return createFault('backups.fault.text', { file: this.#text(hash), title });
  }

  /**
   * One that cannot be read is never counted, so it pushes no other out. A file that cannot be removed stays, and is
   * tried again with the next backup.
   */
  async #thin(now: Timestamp): Promise<void> {
    const all = (await this.list()).filter(({ head }) => head.ok);
    const gone = new Set(findSuperfluous(all, now, ROOM));
    if (gone.size === 0) return;
    for (const { name } of gone) await unlink(join(this.path, name)).catch(ignoreErrno);
    const needed = new Set(
      all.flatMap((one) => (one.head.ok && !gone.has(one) ? one.head.value.texts : [])),
    );
    for (const file of await readdir(this.#texts).catch(() => [])) {
      if (TEXT.test(file) && !needed.has(file.slice(0, 64))) {
        await unlink(join(this.#texts, file)).catch(ignoreErrno);
      }
    }
  }

  #text(hash: string): string {
    return join(this.#texts, `${hash}.txt`);
  }
}

const TEXT = /^[0-9a-f]{64}[.]txt$/u;

/** Colons are not allowed in names on Windows. */
function nameOf(at: Timestamp): string {
  return `${at.replaceAll(':', '-')}.jsonl.gz`;
}

function timeOf(name: string): Timestamp | undefined {
  const [, day, hour, minute, second] =
    /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d[.]\d{3}Z)[.]jsonl[.]gz$/u.exec(name) ?? [];
  if (day === undefined) return undefined;
  return `${day}T${String(hour)}:${String(minute)}:${String(second)}` as Timestamp;
}

function ignoreErrno(error: unknown): void {
  if (!isErrno(error)) throw error;
}
