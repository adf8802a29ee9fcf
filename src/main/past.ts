import { basename, resolve, sep } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { DocumentId, ProjectId } from '../core/ids';
import type { Stamp } from '../core/journal/stamp';
import type { ProjectDifference } from '../core/past/compare-projects';
import { createFault, fail, ok, type Result } from '../core/result';
import type { BackupList, PastId } from '../ipc/contract';
import type { PastPlace } from '../storage/backups/past-place';
import { localFolderOf } from '../storage/local-folder';
import { ProjectFiles } from '../storage/project-files';
import type { ProjectSession } from '../storage/project-session';
import { packCalmly, type Backups } from './backups';
import type { ProjectHost } from './project-host';
import type { RunSlowly } from './slow-tasks';

/** More than a coder reads; older acts are found by choosing a document. */
const MOST_DEEDS = 20_000;

interface Surroundings {
  readonly host: ProjectHost;
  readonly backups: Backups;
  readonly runSlowly: RunSlowly;
  /** Where this computer keeps its own journals. */
  readonly journals: string;
  /** Asks for the folder of a copy; undefined when cancelled. */
  readonly askForCopy: (
    parent: BrowserWindow | undefined,
    title: string,
  ) => Promise<string | undefined>;
}

/** The open project's backups and history: shown, compared with now, and restored as a new project beside it. */
export class Past {
  /** Where the last copy was made, and of which project if that is open, for the person who wants to open it. */
  #copy: { readonly folder: string; readonly of: ProjectId | undefined } | undefined;

  constructor(private readonly around: Surroundings) {}

  /** Of the open project, or where none is open, of the one that was backed up last; or those on a shelf. */
  async list(shelf: string | undefined): Promise<Result<BackupList>> {
    const { backups, host } = this.around;
    const { session } = host;
    const own = session && backups.folderOf(session.project);
    const shelves = await backups.listShelves();
    const wanted = shelf ?? (own === undefined ? shelves[0]?.id : undefined);
    const folder = wanted === undefined ? own : backups.shelf(wanted);
    const all = (await folder?.list()) ?? [];
    return ok({
      shelf: folder === undefined ? '' : basename(folder.path),
      isOpenProject: folder !== undefined && folder.path === own?.path,
      shelves: shelves.map(({ id, title }) => ({ id, title })),
      backups: all.map(({ name, at, size, head }) => {
        if (!head.ok) return { name, at, size, fault: head.fault };
        const { reason, documents, annotations } = head.value;
        const elsewhere =
          head.value.folder === session?.folder ? {} : { folder: head.value.folder };
        return { name, at, size, holds: { reason, documents, annotations, ...elsewhere } };
      }),
    });
  }

  /** Waits for the backup; true if one was made, false if the newest one holds the same. */
  async make(): Promise<Result<boolean>> {
    const session = this.around.host.require();
    if (!session.ok) return session;
    const made = await this.around.backups.make(session.value, session.value.project, 'asked');
    return made.ok ? ok(made.value !== undefined) : made;
  }

  /** As JSON text: one string crosses several times faster than the objects in it. */
  async deeds(documentId: DocumentId | undefined): Promise<Result<string>> {
    const session = this.around.host.require();
    if (!session.ok) return session;
    const { folder } = session.value;
    // What is being written is part of it; what cannot be written is on this computer.
    await session.value.settled();
    const local = await this.#localOf(session.value);
    const read = await this.around.runSlowly('past.deeds', folder, local, {
      reader: this.around.host.coderId,
      documentId,
      most: MOST_DEEDS,
    });
    return read.ok ? ok(JSON.stringify(read.value)) : read;
  }

  async compare(id: PastId): Promise<Result<ProjectDifference>> {
    const session = this.around.host.require();
    if (!session.ok) return session;
    const { project } = session.value;
    const place = await this.#placeOf(session.value, id);
    if (!place.ok) return place;
    const { coderId } = this.around.host;
    return this.around.runSlowly('past.compare', place.value, await packCalmly(project), coderId);
  }

  /** Asks for a folder and writes the earlier state there as a project; the answer is its place. */
  async restore(
    id: PastId,
    parent: BrowserWindow | undefined,
  ): Promise<Result<string | undefined>> {
    const { session } = this.around.host;
    const place = await this.#placeOf(session, id);
    if (!place.ok) return place;
    const chosen = await this.around.askForCopy(parent, await this.#titleOf(session, id));
    if (chosen === undefined) return ok(undefined);
    const target = resolve(chosen);
    if (session !== undefined) {
      if (`${target}${sep}`.startsWith(`${session.folder}${sep}`)) {
        return fail(createFault('backups.fault.inside', { folder: target }));
      }
      this.around.backups.before(session, session.project, 'restore');
    }
    const copied = await this.around.runSlowly('past.copy', place.value, target);
    if (!copied.ok) return copied;
    this.#copy = { folder: target, of: isOfOpenProject(id) ? session?.project.id : undefined };
    return ok(target);
  }

  /** Opens the copy that was made last in place of the project. */
  async openCopy(): Promise<Result<undefined>> {
    if (this.#copy === undefined) return fail(createFault('backups.fault.noCopy'));
    const { folder, of } = this.#copy;
    // It opens at the place where one is in the project.
    const head = of && (await new ProjectFiles(folder).head.read());
    if (of && head?.ok === true) this.around.host.rememberLike(head.value.id, of);
    return this.around.host.open(folder);
  }

  /** Only what is on a shelf can be had without an open project: a lost one, when there is no other. */
  async #placeOf(session: ProjectSession | undefined, id: PastId): Promise<Result<PastPlace>> {
    const { backups } = this.around;
    if (id.kind === 'backup' && id.shelf !== undefined) {
      return ok({ kind: 'backup', folder: backups.shelf(id.shelf).path, name: id.name });
    }
    if (session === undefined) return fail(createFault('main.fault.noProject'));
    if (id.kind === 'backup') {
      return ok({ kind: 'backup', folder: backups.folderOf(session.project).path, name: id.name });
    }
    await session.settled();
    const local = await this.#localOf(session);
    return ok({ kind: 'moment', folder: session.folder, local, stamp: id.stamp as Stamp });
  }

  async #titleOf(session: ProjectSession | undefined, id: PastId): Promise<string> {
    if (session !== undefined && isOfOpenProject(id)) return session.project.title;
    const shelves = await this.around.backups.listShelves();
    const found = shelves.find((one) => id.kind === 'backup' && one.id === id.shelf);
    return found?.title ?? session?.project.title ?? '';
  }

  #localOf({ folder }: ProjectSession): Promise<string> {
    return localFolderOf(this.around.journals, folder);
  }
}

/** The window names the shelf of another project, and none for the open one. */
function isOfOpenProject(id: PastId): boolean {
  return id.kind === 'moment' || id.shelf === undefined;
}
