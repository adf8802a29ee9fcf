import { resolve } from 'node:path';
import type { Command } from '../core/project/command';
import {
  EMPTY_HISTORY,
  perform,
  redo,
  undo,
  type History,
  type Progress,
} from '../core/project/history';
import type { Project, TextSource } from '../core/project/project';
import { fail, ok, type Fault, type Result } from '../core/result';
import { parseJsonText } from '../core/text/json';
import { loadProject, type LoadedProject } from './load-project';
import type { PreparedText } from './prepare-texts';
import { findGone, prepareFolder } from './project-access';
import { ProjectSaver } from './project-saver';
import type { SaveState } from './save-state';
import { TextStore } from './text-store';

/** A command that was carried out, and what became of the history. For an undo, `command` is the one that took the step back. */
export interface AppliedStep {
  readonly serial: number;
  readonly command: Command;
  readonly history: History;
  readonly reason: 'perform' | 'undo' | 'redo';
  readonly name: string;
}

/** One open project: its state in memory, its history, and the saving of it. */
export interface ProjectSession {
  /** Absolute path. */
  readonly folder: string;
  readonly project: Project;
  readonly history: History;
  /** Commands carried out since opening, undo and redo included. */
  readonly serial: number;
  readonly saveState: SaveState;
  /** What was noticed while opening. */
  readonly notices: readonly Fault[];
  readonly textOf: TextSource;
  /** Changes the state in memory at once; saving goes on in the background and is told by `saveState`. */
  perform(command: Command): Result<AppliedStep>;
  undo(): Result<AppliedStep>;
  redo(): Result<AppliedStep>;
  /**
   * Writes the texts, and the files as imported, durably and performs nothing: a command that adds the documents may
   * follow at once, and `textOf` knows them. Texts that no command takes up lie in the folder and do no harm.
   */
  storeTexts(texts: readonly PreparedText[]): Promise<Result<undefined>>;
  /** `storeTexts`, then one command that adds the documents at the end of the corpus; undefined if there were none. */
  addTexts(texts: readonly PreparedText[]): Promise<Result<AppliedStep | undefined>>;
  /** Calls the listener at each change; the answer stops that. */
  onSaveState(listener: (state: SaveState) => void): () => void;
  /** Tries a failed save again; nothing happens when none has failed. */
  retrySave(): void;
  /** Resolves when everything is on disk, or with why it is not. */
  settled(): Promise<Result<undefined>>;
  /** Waits for the save that is under way, then lets go of the project even if it failed: ask `settled` before. */
  close(): Promise<Result<undefined>>;
}

/**
 * Opens the project in `folder`. Whatever is damaged, changed outside or newer than the app is a fault that names the
 * file, and nothing on disk is changed. A folder that cannot be written opens, with a notice.
 */
export async function openSession(folder: string): Promise<Result<ProjectSession>> {
  const path = resolve(folder);
  const loaded = await loadProject(path);
  if (!loaded.ok) return loaded;
  const notice = await prepareFolder(path);
  const notices = [...(notice === undefined ? [] : [notice]), ...loaded.value.notices];
  return ok(new Session(path, loaded.value, notices));
}

class Session implements ProjectSession {
  readonly #texts: TextStore;
  readonly #saver: ProjectSaver;
  #project: Project;
  #history: History = EMPTY_HISTORY;
  #serial = 0;
  #closed = false;

  constructor(
    readonly folder: string,
    loaded: LoadedProject,
    readonly notices: readonly Fault[],
  ) {
    this.#project = loaded.project;
    this.#texts = new TextStore(folder, loaded.texts);
    this.#saver = new ProjectSaver(folder, loaded.files, loaded.project);
  }

  get project(): Project {
    return this.#project;
  }

  get history(): History {
    return this.#history;
  }

  get serial(): number {
    return this.#serial;
  }

  get saveState(): SaveState {
    return this.#saver.state;
  }

  get textOf(): TextSource {
    return this.#texts.textOf;
  }

  perform(command: Command): Result<AppliedStep> {
    const storable = parseJsonText(JSON.stringify(command));
    if (!storable.ok) return storable;
    return this.#accept('perform', perform(this.#project, this.#history, command, this.textOf));
  }

  undo(): Result<AppliedStep> {
    return this.#accept('undo', undo(this.#project, this.#history, this.textOf));
  }

  redo(): Result<AppliedStep> {
    return this.#accept('redo', redo(this.#project, this.#history, this.textOf));
  }

  async storeTexts(texts: readonly PreparedText[]): Promise<Result<undefined>> {
    this.#assertOpen();
    if (texts.length === 0) return ok(undefined);
    const gone = await findGone(this.folder);
    return gone === undefined ? this.#texts.store(texts) : fail(gone);
  }

  async addTexts(texts: readonly PreparedText[]): Promise<Result<AppliedStep | undefined>> {
    const stored = await this.storeTexts(texts);
    if (!stored.ok) return stored;
    const count = this.#project.documents.length;
    const commands = texts.map(({ document }, i): Command => ({
      kind: 'document.add',
      document,
      index: count + i,
    }));
    const [first] = commands;
    if (first === undefined) return ok(undefined);
    return this.perform(
      commands.length === 1
        ? first
        : { kind: 'batch', purpose: 'documents', size: commands.length, commands },
    );
  }

  onSaveState(listener: (state: SaveState) => void): () => void {
    return this.#saver.onState(listener);
  }

  retrySave(): void {
    this.#saver.retry();
  }

  settled(): Promise<Result<undefined>> {
    return this.#saver.settled();
  }

  async close(): Promise<Result<undefined>> {
    this.#closed = true;
    return this.#saver.settled();
  }

  #accept(reason: AppliedStep['reason'], progress: Result<Progress>): Result<AppliedStep> {
    this.#assertOpen();
    if (!progress.ok) return progress;
    const { project, history, command, name } = progress.value;
    const fault = this.#texts.findMissing(this.#project, project);
    if (fault !== undefined) return fail(fault);
    this.#project = project;
    this.#history = history;
    this.#serial += 1;
    this.#saver.save(project, this.#serial);
    return ok({ serial: this.#serial, command, history, reason, name });
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error('This project session was closed.');
  }
}
