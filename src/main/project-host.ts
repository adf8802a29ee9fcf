import { resolve } from 'node:path';
import type { CoderId, DeviceId, DocumentId, ProjectId } from '../core/ids';
import { reasonBefore, type BackupReason } from '../core/backup/reason';
import type { BatchCommand, Command } from '../core/project/command';
import { findCoder, type Coder, type Project } from '../core/project/project';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { isGold, peopleAmong } from '../core/verdict/gold-coder';
import { needsSnapshot } from '../core/teamwork/snapshot';
import { seesTheSame } from '../core/teamwork/visible';
import type { OpenProject, Performed } from '../ipc/contract';
import type { ReadingPlace } from '../ipc/settings';
import { createDeviceId } from '../storage/device-id';
import type { AppliedStep, ProjectSession } from '../storage/project-session';
import type { AppMemory } from './app-memory';
import type { Backups } from './backups';
import type { Outbox } from './ipc-door';
import { createTurns } from './one-at-a-time';
import { openAsCoder } from './open-as-coder';
import { describeOpenProject, historyNames, prepareSnapshot } from './open-project';
import { logError } from './log';
import {
  coderAt,
  memoryOf,
  withCoder,
  withMemory,
  withReadingPlace,
  withRecent,
} from './remembered';
import type { RunSlowly } from './slow-tasks';
import { checkWindowCommand } from './window-command';

/**
 * How often the folder is looked at for others' work, in milliseconds. Watching is not reliable on network drives and in
 * folders of sync services, and looking costs a few file sizes.
 */
const LOOK_OUTSIDE = 2_000;
/** Acts that are read again at each start until they are in a checkpoint; that one takes a thread some time. */
const WORTH_A_CHECKPOINT = 2_000;
/** So long after opening, in milliseconds, the checkpoint is made: the window comes first. */
const BEFORE_CHECKPOINT = 5_000;
/** How often it is asked whether a day has passed since the last backup, in milliseconds. */
const LOOK_AT_BACKUPS = 60 * 60 * 1000;

interface Surroundings {
  readonly memory: AppMemory;
  readonly outbox: Outbox;
  /** The project, its title or its history is another: menu and window show it. */
  readonly onChange: () => void;
  /** Lets the window hand over what is being typed. */
  readonly commitPendingEdits: () => Promise<void>;
  /** Where this computer keeps its own journals. */
  readonly journals: string;
  readonly backups: Backups;
  readonly runSlowly: RunSlowly;
  /** The state `project` is to be kept for agreement, from which a verdict has just led on. */
  readonly keepSnapshot: (session: ProjectSession, project: Project, coderId: CoderId) => void;
}

interface PerformOptions {
  /** Goes back with the event. */
  readonly token?: number | undefined;
  /** Why the state before is worth a backup. */
  readonly reason?: BackupReason | undefined;
}

/** An open project, and who codes in it here. */
interface Opened {
  readonly session: ProjectSession;
  readonly coderId: CoderId;
  /** Under which its memory is kept; an import into an empty project changes it. */
  readonly id: ProjectId;
  /** Who codes here and is not among the project's coders until they do something. */
  readonly newcomer?: Coder | undefined;
}

/**
 * The open project: at most one, changed by commands, undo and redo. Whatever happens to it is told to the window, the
 * window's own commands too.
 */
export class ProjectHost {
  readonly #around: Surroundings;
  #opened: Opened | undefined;
  /** The project is closed, and is open again in a moment. */
  #isReopening = false;
  #unseen: readonly Fault[] = [];
  /** The state that the window was told of last. */
  #told: Project | undefined;
  #stopListening: () => void = () => undefined;

  /** Runs acts that wait for the disk one after the other, so that no project opens while another act is under way. */
  readonly inTurn = createTurns();

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  get session(): ProjectSession | undefined {
    return this.#opened?.session;
  }

  /** Who codes here; undefined while no project is open. */
  get coderId(): CoderId | undefined {
    return this.#opened?.coderId;
  }

  /** The open project, or the sentence that there is none. */
  require(): Result<ProjectSession> {
    if (this.#isReopening) return fail(createFault('main.fault.reopening'));
    const session = this.session;
    return session === undefined ? fail(createFault('main.fault.noProject')) : ok(session);
  }

  /**
   * Opens the project in `folder` in place of the open one, which is saved first and stays if anything fails. `as` works
   * there, whoever is remembered.
   */
  open(folder: string, as?: CoderId): Promise<Result<undefined>> {
    return this.inTurn(async () => {
      const before = this.session;
      if (before?.folder !== resolve(folder)) {
        const saved = await this.#saveBeforeLeaving();
        if (!saved.ok) return saved;
        const next = await openAsCoder(folder, (id) => as ?? this.#coderAt(id, folder), {
          local: this.#around.journals,
          deviceId: this.#deviceId(),
        });
        if (!next.ok) return next;
        await prepareSnapshot(next.value.session.project, next.value.coderId);
        this.#take(next.value);
        const closed = await before?.close();
        if (closed?.ok === false) this.#around.outbox.send('notice', closed.fault);
      }
      if (this.#around.outbox.listening) {
        const described = this.describe();
        if (described.ok) this.#around.outbox.send('project.opened', described.value);
      }
      this.#around.onChange();
      return ok(undefined);
    });
  }

  /**
   * Closes the open project, lets `change` work in its folder and opens it again, whether or not that went well. For acts
   * that run in turn already.
   */
  async openAnew(change: () => Promise<Result<undefined>>): Promise<Result<undefined>> {
    try {
      return await this.#openAnew(change);
    } finally {
      this.#isReopening = false;
    }
  }

  async #openAnew(change: () => Promise<Result<undefined>>): Promise<Result<undefined>> {
    const opened = this.#opened;
    if (opened === undefined) return fail(createFault('main.fault.noProject'));
    const { session, coderId } = opened;
    const saved = await this.#saveBeforeLeaving();
    if (!saved.ok) return saved;
    this.#isReopening = true;
    const closed = await session.close();
    const changed = closed.ok ? await change() : closed;
    const next = await openAsCoder(session.folder, () => coderId, {
      local: this.#around.journals,
      deviceId: this.#deviceId(),
    });
    if (!next.ok) return next;
    await prepareSnapshot(next.value.session.project, next.value.coderId);
    this.#take(next.value);
    this.#isReopening = false;
    const described = this.describe();
    if (described.ok) this.#around.outbox.send('project.opened', described.value);
    this.#around.onChange();
    return changed;
  }

  /** The same without holding up others meanwhile. Where the project changes until then, it is made in one go. */
  async describeInSteps(): Promise<Result<OpenProject>> {
    const opened = this.#opened;
    if (opened !== undefined) await prepareSnapshot(opened.session.project, opened.coderId);
    return this.describe();
  }

  /** The open project as the window gets it, whole; what was noticed while opening it only the first time. */
  describe(): Result<OpenProject> {
    const opened = this.#opened;
    if (opened === undefined) return fail(createFault('main.fault.noProject'));
    const notices = this.#unseen;
    this.#unseen = [];
    const memory = memoryOf(this.#memory.get(), opened.id);
    return ok(describeOpenProject(opened, memory, notices));
  }

  /** A command of the window, in the name of its coder. `token` goes back with the event. */
  performForWindow(command: Command, token: number): Result<Performed> {
    if (this.#isReopening) return fail(createFault('main.fault.reopening'));
    const opened = this.#opened;
    if (opened === undefined) return fail(createFault('main.fault.noProject'));
    this.enter();
    const fault = checkWindowCommand(opened.session.project, command, opened.coderId);
    return fault === undefined ? this.perform(opened.session, command, { token }) : fail(fault);
  }

  /** A command that main found in order, told like all steps; what it changed is in a backup where that is worth it. */
  perform(
    session: ProjectSession,
    command: Command,
    { token, reason = reasonBefore(command) }: PerformOptions = {},
  ): Result<Performed> {
    this.enter();
    const { project } = session;
    const step = session.perform(command);
    if (step.ok && reason !== undefined) this.#around.backups.before(session, project, reason);
    if (step.ok && this.coderId !== undefined && needsSnapshot(project, command)) {
      this.#around.keepSnapshot(session, project, this.coderId);
    }
    return this.announce(step, token);
  }

  /**
   * Who works here does something, or says who they are: a newcomer is among the project's coders from now on, which is no
   * step to undo. Who only looks leaves nothing behind.
   */
  enter(): void {
    const opened = this.#opened;
    if (opened?.newcomer === undefined || this.#isReopening) return;
    const { session, newcomer, coderId, id } = opened;
    this.#opened = { session, coderId, id };
    const { coders } = session.project;
    if (coders.some((coder) => coder.id === newcomer.id)) return;
    const command = { kind: 'coder.add', coder: newcomer, index: coders.length } as const;
    const added = session.setUp(command);
    if (!added.ok) {
      this.#around.outbox.send('notice', added.fault);
      return;
    }
    this.#told = session.project;
    this.#remember(session, coderId);
    this.#tellQuietly(session, command);
  }

  /** What is no step to undo, carried out in the window too. */
  #tellQuietly({ serial, history }: ProjectSession, command: Command): void {
    this.#around.outbox.send('project.applied', {
      serial,
      command,
      token: undefined,
      reason: 'perform',
      name: '',
      history: historyNames(history),
    });
    this.#around.onChange();
  }

  #coderAt(id: ProjectId, folder: string): CoderId | undefined {
    return coderAt(memoryOf(this.#memory.get(), id), resolve(folder));
  }

  #remember({ folder, project }: ProjectSession, coderId: CoderId): void {
    this.#memory.update((known) =>
      withMemory(known, project.id, (memory) => withCoder(memory, folder, coderId)),
    );
  }

  /** What is recorded beside a person's steps, and is none to undo. */
  recordQuietly(command: Command): Result<undefined> {
    const session = this.require();
    if (!session.ok) return session;
    this.enter();
    const done = session.value.setUp(command);
    if (!done.ok) return done;
    if (isOfAll(command)) {
      this.#told = session.value.project;
      this.#around.outbox.send('project.outside', session.value.serial);
      this.#around.onChange();
    } else {
      // Taken anew, a project of many coders would hold the window up in the midst of somebody's work.
      this.#tellQuietly(session.value, command);
      this.#followSight();
    }
    return done;
  }

  undo(): Result<Performed> {
    const session = this.require();
    if (session.ok) this.enter();
    return session.ok ? this.announce(session.value.undo()) : session;
  }

  redo(): Result<Performed> {
    const session = this.require();
    if (session.ok) this.enter();
    return session.ok ? this.announce(session.value.redo()) : session;
  }

  /** Tells the window, the menu and the memory of a step that the open project has just taken. */
  announce(step: Result<AppliedStep>, token?: number): Result<Performed> {
    if (!step.ok) return step;
    const { serial, command, reason, name, history } = step.value;
    const isOthers = isOfAll(command);
    this.#followProjectId();
    this.#around.outbox.send('project.applied', {
      serial,
      command: isOthers ? { ...command, commands: [] } : command,
      token,
      reason,
      name,
      history: historyNames(history),
    });
    this.#followCoder();
    this.#followSight();
    if (isOthers) this.#around.outbox.send('project.outside', serial);
    this.#around.onChange();
    return ok({ serial, name });
  }

  /** Takes in what other coders, or this one at another computer, have done meanwhile. */
  async lookOutside(): Promise<void> {
    await this.session?.refresh();
  }

  /** Resolves when everything is on disk, or with why it is not. */
  settled(): Promise<Result<undefined>> {
    return this.session?.settled() ?? Promise.resolve(ok(undefined));
  }

  /** From now on this coder works here. */
  chooseCoder(coderId: CoderId): Result<undefined> {
    if (this.#isReopening) return fail(createFault('main.fault.reopening'));
    const opened = this.#opened;
    if (opened === undefined) return fail(createFault('main.fault.noProject'));
    if (isGold(coderId) || findCoder(opened.session.project, coderId) === undefined) {
      return fail(createFault('fault.command.unknownCoder', { id: coderId }));
    }
    this.#opened = { ...opened, coderId, newcomer: undefined };
    opened.session.workAs(coderId);
    this.#remember(opened.session, coderId);
    this.#around.outbox.send('coder.chosen', coderId);
    // Another coder may see other things.
    this.#around.outbox.send('project.outside', opened.session.serial);
    return ok(undefined);
  }

  rememberOpenDocument(openDocument: DocumentId): void {
    const id = this.#opened?.id;
    if (id === undefined) return;
    this.#memory.update((known) =>
      withMemory(known, id, (memory) => ({ ...memory, openDocument })),
    );
  }

  rememberPlace(documentId: DocumentId, place: ReadingPlace): void {
    const id = this.#opened?.id;
    if (id === undefined) return;
    this.#memory.update((known) =>
      withMemory(known, id, (memory) => withReadingPlace(memory, documentId, place)),
    );
  }

  get #memory(): AppMemory {
    return this.#around.memory;
  }

  /** This Postil at this computer; the first one to ask makes the id. */
  #deviceId(): DeviceId {
    const known = this.#memory.get().deviceId;
    if (known !== undefined) return known;
    const deviceId = createDeviceId();
    this.#memory.update((memory) => ({ ...memory, deviceId }));
    // Should the app be stopped now, the steps of today could not be taken back tomorrow.
    void this.#memory.flush();
    return deviceId;
  }

  async #saveBeforeLeaving(): Promise<Result<undefined>> {
    if (this.session === undefined) return ok(undefined);
    await this.#around.commitPendingEdits();
    const settled = await this.session.settled();
    if (settled.ok) return settled;
    return fail(createFault('main.fault.unsavedProject', { reason: settled.fault.text }));
  }

  #take({ session, coderId, newcomer }: Omit<Opened, 'id'>): void {
    this.#stopListening();
    const stopState = session.onSaveState((state) => {
      this.#keepDeviceId(session.deviceId);
      this.#around.outbox.send('save.state', state);
    });
    const stopOutside = session.onOutside(() => {
      this.#told = session.project;
      this.#followCoder();
      this.#around.outbox.send('project.outside', session.serial);
      this.#around.onChange();
    });
    const stopNotices = session.onNotice((notice) => {
      this.#around.outbox.send('notice', notice);
    });
    const checkpoint = setTimeout(() => {
      this.#leaveCheckpoint(session);
    }, BEFORE_CHECKPOINT).unref();
    const looking = setInterval(() => void this.lookOutside(), LOOK_OUTSIDE).unref();
    const dating = setInterval(() => {
      this.#around.backups.daily(session);
    }, LOOK_AT_BACKUPS).unref();
    this.#around.backups.daily(session);
    this.#stopListening = () => {
      clearTimeout(checkpoint);
      clearInterval(looking);
      clearInterval(dating);
      stopState();
      stopOutside();
      stopNotices();
    };
    const { id } = session.project;
    this.#told = session.project;
    this.#opened = { session, coderId, id, newcomer };
    this.#unseen = session.notices;
    this.#memory.update((known) =>
      withRecent(
        withMemory(known, id, (memory) =>
          newcomer === undefined ? withCoder(memory, session.folder, coderId) : memory,
        ),
        session.folder,
      ),
    );
  }

  /** The profile was cloned, and the other computer goes on under the id that both had. */
  #keepDeviceId(deviceId: DeviceId): void {
    if (this.#memory.get().deviceId === deviceId) return;
    this.#memory.update((memory) => ({ ...memory, deviceId }));
  }

  /** Spares the next start what this one had to read. A start without it is slower, and nothing else. */
  #leaveCheckpoint({ folder, actsRead }: ProjectSession): void {
    if (actsRead < WORTH_A_CHECKPOINT) return;
    const { runSlowly, journals } = this.#around;
    runSlowly('journals.checkpoint', journals, folder, this.#deviceId()).catch((error: unknown) => {
      logError('No checkpoint was made', error);
    });
  }

  /** What is remembered of a project is, for now, also what is remembered of another. */
  rememberLike(id: ProjectId, other: ProjectId): void {
    this.#memory.update((known) =>
      withMemory(known, id, () => ({ ...memoryOf(known, other), id })),
    );
  }

  /** Keeps what is remembered of a project whose id became another. */
  #followProjectId(): void {
    const opened = this.#opened;
    if (opened === undefined || opened.session.project.id === opened.id) return;
    const { id } = opened.session.project;
    this.#opened = { ...opened, id };
    this.rememberLike(id, opened.id);
  }

  /** Where a step changed what the coder may see, as finishing a document does, the window takes it anew. */
  #followSight(): void {
    const opened = this.#opened;
    if (opened === undefined) return;
    const { session, coderId } = opened;
    const told = this.#told ?? session.project;
    this.#told = session.project;
    if (seesTheSame(told, session.project, coderId)) return;
    this.#around.outbox.send('project.outside', session.serial);
  }

  /** An undo may take the coder away who works here; then it is the first of the others. */
  #followCoder(): void {
    const opened = this.#opened;
    if (opened === undefined || opened.newcomer !== undefined) return;
    const { coders } = opened.session.project;
    if (coders.some((coder) => coder.id === opened.coderId)) return;
    const [first] = peopleAmong(coders);
    if (first !== undefined) this.chooseCoder(first.id);
  }
}

/** Of everybody's work, also of what is kept from the coder: the window takes what it may see of it anew. */
function isOfAll(command: Command): command is BatchCommand {
  return command.kind === 'batch' && command.purpose === 'merging';
}
