import type { SourceDocument } from '../core/document/source-document';
import type { CoderId, DeviceId, DocumentId, Timestamp } from '../core/ids';
import type { Command } from '../core/project/command';
import type { History } from '../core/project/history';
import type { Project, TextSource } from '../core/project/project';
import { type Fault, type Result } from '../core/result';
import type { PreparedText } from './prepare-texts';
import type { SaveState } from './save-state';

/** A command that was carried out, and what became of the history. For an undo, `command` is the one that took the step back. */
export interface AppliedStep {
  readonly serial: number;
  readonly command: Command;
  readonly history: History;
  readonly reason: 'perform' | 'undo' | 'redo';
  readonly name: string;
}

/** One open project: its state in memory, its history, and the keeping of it. */
export interface ProjectSession {
  /** Absolute path. */
  readonly folder: string;
  readonly project: Project;
  readonly history: History;
  /** Changes since opening: commands, undo and redo, and what came from outside. */
  readonly serial: number;
  readonly saveState: SaveState;
  /** What was noticed while opening, and since. */
  readonly notices: readonly Fault[];
  readonly textOf: TextSource;
  /** Documents that are left out of the project, with all that was coded on them, because their texts are not at hand. */
  readonly withheld: readonly SourceDocument[];
  /** Acts of earlier sessions that only this computer had, and that go into the folder now. */
  readonly caughtUp: number;
  /** Under which acts are written: another than was given once the journals of that one turned out to be another's. */
  readonly deviceId: DeviceId;
  /** Acts that had to be read from journals to open it. */
  readonly actsRead: number;
  /** In whose journal acts are written: the first coder's until `workAs`. */
  readonly coderId: CoderId;
  /** Changes the state in memory at once; keeping goes on in the background and is told by `saveState`. */
  perform(command: Command): Result<AppliedStep>;
  /** `perform` of what belongs to opening and is no step to undo. */
  setUp(command: Command): Result<undefined>;
  /**
   * Says anew what these documents are: what a merge brings about them, made of another text under the same id, counts less
   * then. Nothing that is shown changes, and it is no step to undo.
   */
  holdTexts(documentIds: readonly DocumentId[]): void;
  undo(): Result<AppliedStep>;
  redo(): Result<AppliedStep>;
  /** From now on this coder acts; the coder's own files are brought up to date if they are not. */
  workAs(coderId: CoderId): void;
  /**
   * Writes the texts, and the files as imported, durably and performs nothing: a command that adds the documents may
   * follow at once, and `textOf` knows them. Texts that no command takes up lie in the folder and do no harm.
   */
  storeTexts(texts: readonly PreparedText[]): Promise<Result<undefined>>;
  /** `storeTexts`, then one command that adds the documents at the end of the corpus; undefined if there were none. */
  addTexts(texts: readonly PreparedText[]): Promise<Result<AppliedStep | undefined>>;
  /** Calls the listener at each change; the answer stops that. */
  onSaveState(listener: (state: SaveState) => void): () => void;
  /**
   * Looks whether other coders' journals, or this coder's from another computer, have grown, and takes in what is new.
   * True if the project changed by it.
   */
  refresh(): Promise<boolean>;
  /** Calls the listener when the project changed by others' work; the answer stops that. */
  onOutside(listener: () => void): () => void;
  /** Calls the listener with what is noticed from now on; the answer stops that. */
  onNotice(listener: (notice: Fault) => void): () => void;
  /** Tries at once what failed to be kept; it is also tried again by itself. */
  retrySave(): void;
  /**
   * Resolves when nothing is under way, with why something is nowhere on disk. Whether the folder has and shows all of it
   * says `saveState`.
   */
  settled(): Promise<Result<undefined>>;
  /** Waits for what is under way, then lets go of the project even if it failed: ask `settled` before. */
  close(): Promise<Result<undefined>>;
}

export interface SessionOptions {
  /** A folder on this computer for journals that are written before the project's; none: only the project's. */
  readonly local?: string;
  /** Of this computer's Postil; absent: of this session alone, which then has nothing to undo from before. */
  readonly deviceId?: DeviceId;
  readonly now?: () => Timestamp;
}
