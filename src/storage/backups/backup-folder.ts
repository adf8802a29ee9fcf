import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { findSuperfluous } from '../../core/backup/thin';
import type { DocumentId, Timestamp } from '../../core/ids';
import { contentHash } from '../../core/project/content-hash';
import type { Project, TextSource } from '../../core/project/project';
import { createFault, fail, ok, type Result } from '../../core/result';
import { ensureFolder, replaceFile } from '../durable-file';
import { isErrno, readFault, writeFault } from '../file-fault';
import { parseFile, serializeFile } from '../file-format';
import { BACKUP_FORMAT, packProject, unpackProject, type BackupReason } from './backup-format';

/** Bytes that the backups of one project may take, without their texts. */
const ROOM = 500_000_000;

/** A file of the folder, by its name alone. */
export interface ListedBackup {
  readonly path: string;
  readonly at: Timestamp;
  readonly size: number;
}

/** A backup that was read and found to be what it was when it was made. */
export interface ReadBackup {
  readonly at: Timestamp;
  readonly reason: BackupReason;
  readonly project: Project;
  readonly texts: ReadonlyMap<DocumentId, string>;
}

/** The backups of one project: a file each, and the texts of all of them once, by hash. Nobody else writes here. */
export class BackupFolder {
  readonly #texts: string;

  constructor(private readonly folder: string) {
    this.#texts = join(folder, 'texts');
  }

  /**
   * Writes a backup, reads it back and then lets superfluous ones go. Nothing old is touched unless the new one is whole.
   * The answer is its path; undefined if the newest backup holds the same already.
   */
  async make(
    project: Project,
    textOf: TextSource,
    reason: BackupReason,
    at: Timestamp,
  ): Promise<Result<string | undefined>> {
    const hash = contentHash(project);
    const [newest] = await this.list();
    if (newest !== undefined) {
      const before = await this.#read(newest.path);
      if (before.ok && before.value.contentHash === hash) return ok(undefined);
    }
    const texts = await this.#storeTexts(project, textOf);
    if (!texts.ok) return texts;
    const path = join(this.folder, nameOf(at));
    const backup = packProject(project, { at, reason, contentHash: hash });
    const bytes = new TextEncoder().encode(serializeFile(BACKUP_FORMAT, backup));
    const written = await replaceFile(path, bytes);
    if (!written.ok) return written;
    const back = await this.read(path);
    if (!back.ok) return back;
    await this.#thin(at);
    return ok(path);
  }

  /** The newest first. */
  async list(): Promise<readonly ListedBackup[]> {
    const names = await readdir(this.folder).catch(() => []);
    const found: ListedBackup[] = [];
    for (const name of names) {
      const at = timeOf(name);
      const path = join(this.folder, name);
      const info = at === undefined ? undefined : await stat(path).catch(() => undefined);
      if (at !== undefined && info !== undefined) found.push({ path, at, size: info.size });
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Refused unless the project and all its texts have the hashes that they had. */
  async read(path: string): Promise<Result<ReadBackup>> {
    const backup = await this.#read(path);
    if (!backup.ok) return backup;
    const project = unpackProject(backup.value);
    if (contentHash(project) !== backup.value.contentHash) {
      return fail(createFault('backups.fault.notSame', { file: path }));
    }
    const texts = new Map<DocumentId, string>();
    for (const { id, sha256, title } of project.documents) {
      const file = this.#text(sha256);
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes === undefined || hashOf(bytes) !== sha256) {
        return fail(createFault('backups.fault.text', { file, title: title.value }));
      }
      texts.set(id, bytes.toString('utf8'));
    }
    const { at, reason } = backup.value;
    return ok({ at, reason, project, texts });
  }

  async #read(path: string): Promise<ReturnType<typeof parseFile<BackupData>>> {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
      return parseFile(BACKUP_FORMAT, text, path);
    } catch (error) {
      if (error instanceof TypeError)
        return fail(createFault('storage.file.notUtf8', { file: path }));
      return fail(readFault(error, path));
    }
  }

  async #storeTexts(project: Project, textOf: TextSource): Promise<Result<undefined>> {
    try {
      await mkdir(this.folder, { recursive: true });
    } catch (error) {
      return fail(writeFault(error, this.folder));
    }
    const made = await ensureFolder(this.#texts);
    if (!made.ok) return made;
    for (const { id, sha256 } of project.documents) {
      const text = textOf(id);
      const file = this.#text(sha256);
      const there = await readFile(file).catch(() => undefined);
      if (text === undefined || (there !== undefined && hashOf(there) === sha256)) continue;
      const written = await replaceFile(file, new TextEncoder().encode(text));
      if (!written.ok) return written;
    }
    return ok(undefined);
  }

  /** A file that cannot be removed stays, and is tried again with the next backup. */
  async #thin(now: Timestamp): Promise<void> {
    for (const { path } of findSuperfluous(await this.list(), now, ROOM)) {
      await unlink(path).catch((error: unknown) => {
        if (!isErrno(error)) throw error;
      });
    }
  }

  #text(sha256: string): string {
    return join(this.#texts, `${sha256}.txt`);
  }
}

type BackupData = ReturnType<typeof packProject>;

/** Colons are not allowed in names on Windows. */
function nameOf(at: Timestamp): string {
  return `${at.replaceAll(':', '-')}.json`;
}

function timeOf(name: string): Timestamp | undefined {
  const [, day, hour, minute, second] =
    /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d[.]\d{3}Z)[.]json$/u.exec(name) ?? [];
  if (day === undefined) return undefined;
  return `${day}T${String(hour)}:${String(minute)}:${String(second)}` as Timestamp;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
