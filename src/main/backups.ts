import { join } from 'node:path';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { BackupReason } from '../core/backup/reason';
import type { Timestamp } from '../core/ids';
import type { Project } from '../core/project/project';
import { createFault, fail, type Fault, type Result } from '../core/result';
import {
  BackupFolder,
  backupFolderOf,
  listShelves,
  type BackupShelf,
} from '../storage/backups/backup-folder';
import { packProject } from '../storage/backups/backup-format';
import type { ProjectSession } from '../storage/project-session';
import { reasonOf } from './log';
import { createTurns } from './one-at-a-time';
import type { RunSlowly } from './slow-tasks';

/** Between two backups that nobody asked for, in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

interface Surroundings {
  /** Where the backups of all projects are, outside every project's folder. */
  readonly root: string;
  readonly runSlowly: RunSlowly;
  readonly now: () => Timestamp;
  /** Says why a backup failed that nobody waits for. */
  readonly onFault: (fault: Fault) => void;
}

type Backed = Pick<ProjectSession, 'folder' | 'project' | 'textOf'>;

/**
 * Makes backups, one after the other and in the background. A project is a value: it is taken as it was when the backup
 * was wanted, whatever happens to it until the backup is written.
 */
export class Backups {
  readonly #inTurn = createTurns();
  #last: Promise<unknown> = Promise.resolve();
  /** The sentence said last, so that a full disk is not complained of at every act. */
  #said = '';

  constructor(private readonly around: Surroundings) {}

  folderOf(project: Project): BackupFolder {
    return new BackupFolder(backupFolderOf(this.around.root, project.id));
  }

  /** The backups of any project, by the name of their folder. */
  shelf(id: string): BackupFolder {
    return new BackupFolder(join(this.around.root, id));
  }

  listShelves(): Promise<readonly BackupShelf[]> {
    return listShelves(this.around.root);
  }

  /** Of the state `project` of the session, from which an act has just led on. */
  before(session: Backed, project: Project, reason: BackupReason): void {
    this.#makeUnasked(session, project, reason);
  }

  /** When the last one is older than a day and the project has changed since. */
  daily(session: Backed): void {
    const { project } = session;
    if (project.documents.length === 0) return;
    this.#keepTrack(this.#daily(session, project));
  }

  /** The answer is its name, and undefined when the newest one holds the same. */
  make(
    session: Backed,
    project: Project,
    reason: BackupReason,
  ): Promise<Result<string | undefined>> {
    const made = this.#inTurn(() => this.#write(session, project, reason));
    this.#keepTrack(made);
    return made;
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    for (let last: unknown; last !== this.#last;) {
      last = this.#last;
      await this.#last;
    }
  }

  async #daily(session: Backed, project: Project): Promise<void> {
    const newest = await this.folderOf(project).readNewestHead();
    const age = Date.parse(this.around.now()) - Date.parse(newest?.at ?? '');
    if (newest === undefined || age > DAY) this.#makeUnasked(session, project, 'daily');
  }

  #makeUnasked(session: Backed, project: Project, reason: BackupReason): void {
    const made = this.make(session, project, reason).then((done) => {
      const text = done.ok ? '' : done.fault.text;
      if (!done.ok && text !== this.#said) this.around.onFault(done.fault);
      this.#said = text;
    });
    this.#keepTrack(made);
  }

  async #write(
    { folder, textOf }: Backed,
    project: Project,
    reason: BackupReason,
  ): Promise<Result<string | undefined>> {
    const { path } = this.folderOf(project);
    const run = this.around.runSlowly;
    const refuse = (why: string) => fail(createFault('backups.fault.failed', { reason: why }));
    try {
      const missing = new Set(
        await run(
          'backup.missingTexts',
          path,
          project.documents.map(({ sha256 }) => sha256),
        ),
      );
      for (const { id, sha256 } of project.documents) {
        const text = missing.delete(sha256) ? textOf(id) : undefined;
        if (text === undefined) continue;
        const stored = await run('backup.storeText', path, text);
        if (!stored.ok) return refuse(stored.fault.text);
      }
      const pieces = await packCalmly(project);
      const at = this.around.now();
      const made = await run('backup.make', path, pieces, { at, reason, folder });
      return made.ok ? made : refuse(made.fault.text);
    } catch (error) {
      return refuse(reasonOf(error));
    }
  }

  #keepTrack(work: Promise<unknown>): void {
    this.#last = Promise.allSettled([this.#last, work]);
  }
}

/** A project as text for a slow task, made without keeping the window waiting. */
export async function packCalmly(project: Project): Promise<readonly string[]> {
  const pieces: string[] = [];
  for (const piece of packProject(project)) {
    pieces.push(piece);
    await letOthersRun();
  }
  return pieces;
}
