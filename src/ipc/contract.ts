import type { ImportSummary } from '../core/codecs/json/plan-import';
import type { BackupReason } from '../core/backup/reason';
import type { ProjectDifference } from '../core/past/compare-projects';
import type { Command } from '../core/project/command';
import type { Annotation } from '../core/annotation/annotation';
import type { Relation } from '../core/annotation/relation';
import type { Codebook } from '../core/codebook/codebook';
import type { Looking } from '../core/merging/looking';
import type { MergeChoices, Unmatched } from '../core/merging/unmatched';
import type { ReadingMark } from '../core/document/reading-mark';
import type { SourceDocument } from '../core/document/source-document';
import type { CoderId, DocumentId, ProjectId, Timestamp } from '../core/ids';
import type { Memo } from '../core/memo/memo';
import type { TeamAct } from '../core/team/team-act';
import type { Coder } from '../core/project/project';
import type { Actor } from '../core/register/actor';
import type { Verdict } from '../core/verdict/verdict';
import type { Fault, Result } from '../core/result';
import type { ActionId } from './actions';
import type { Platform } from './keys';
import type { ReadingPlace, Settings } from './settings';

/**
 * The project but for the texts, and for what is kept from who codes here (`core/teamwork/visible.ts`), as it crosses to
 * the window once; afterwards only commands do.
 */
export interface ProjectSnapshot {
  readonly id: ProjectId;
  readonly title: string;
  readonly codebook: Codebook;
  readonly coders: readonly Coder[];
  readonly documents: readonly SourceDocument[];
  readonly annotations: readonly (readonly [DocumentId, readonly Annotation[]])[];
  readonly actors: readonly Actor[];
  readonly relations: readonly (readonly [DocumentId, readonly Relation[]])[];
  readonly marks: readonly (readonly [DocumentId, readonly ReadingMark[]])[];
  readonly verdicts: readonly (readonly [DocumentId, readonly Verdict[]])[];
  readonly memos: readonly Memo[];
  readonly team: readonly TeamAct[];
}

/** What the window needs to show a project. */
export interface OpenProject {
  /** A `ProjectSnapshot` as JSON text: one string crosses several times faster than the objects in it. */
  readonly snapshot: string;
  /** The number of commands carried out since it was opened. */
  readonly serial: number;
  /** Shown, never sent back. */
  readonly folder: string;
  /** Who codes at this computer. */
  readonly coderId: CoderId;
  /** The coder at this computer, while they are not among the project's: with the first thing they do they are. */
  readonly newcomer?: Coder;
  readonly openDocument?: DocumentId;
  readonly places: Readonly<Record<string, ReadingPlace>>;
  readonly history: HistoryNames;
  /** What was noticed while opening: shown once. */
  readonly notices: readonly Fault[];
}

export interface StartState {
  readonly settings: Settings;
  readonly project: OpenProject | undefined;
  /** Why there is no project, when there is none. */
  readonly fault: Fault | undefined;
  readonly appVersion: string;
  readonly platform: Platform;
}

/** Names of the steps that would be undone and redone next. */
export interface HistoryNames {
  readonly undo?: string;
  readonly redo?: string;
}

export interface Performed {
  readonly serial: number;
  readonly name: string;
  /** It was a merge that was undone, which is no step of the history. */
  readonly isMerge?: true;
}

export interface ExportChoice {
  /** All documents when absent. */
  readonly documentId?: DocumentId;
  /** All coders when absent. */
  readonly coderId?: CoderId;
  readonly includeTexts: boolean;
}

export interface Exported {
  readonly fileName: string;
  readonly annotations: number;
  readonly documents: number;
}

/** What an import would do, for the person to decide. */
export interface ImportPreview extends ImportSummary {
  readonly planId: number;
  readonly fileName: string;
}

/** A refused import: every place that does not fit (the first 100), and how many there are. */
export interface ImportRefusal {
  readonly fileName: string;
  readonly faults: readonly Fault[];
  readonly total: number;
}

/** What importing a codebook would do, for the person to decide. */
export interface CodebookPreview {
  readonly planId: number;
  readonly fileName: string;
  /** Names of codes. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
  /** Codes here that the file does not have. */
  readonly others: readonly string[];
  /** Names of the kinds of relations and of the lists that are new or changed. */
  readonly kinds: readonly string[];
  readonly lists: readonly string[];
  /** What cannot be taken as it is. */
  readonly conflicts: readonly Fault[];
  /** Annotations that change, values and parts that go with that, relations that go. */
  readonly touches: number;
  readonly lost: number;
  readonly relations: number;
}

export interface AddedTexts {
  readonly documentIds: readonly DocumentId[];
  /** What was noticed: duplicates, changed line ends, detected encodings, files that were refused. */
  readonly notices: readonly Fault[];
}

/** An earlier state of the project: a backup by its name, or the moment after an act by the act's stamp. */
export type PastId =
  | {
      readonly kind: 'backup';
      readonly name: string;
      /** Of another project; absent for the open one. */
      readonly shelf?: string;
    }
  | { readonly kind: 'moment'; readonly stamp: string };

export interface BackupRow {
  readonly name: string;
  readonly at: Timestamp;
  /** In bytes. */
  readonly size: number;
  /** Absent when the file cannot be read; `fault` says why. */
  readonly holds?: {
    readonly reason: BackupReason;
    readonly documents: number;
    readonly annotations: number;
    /** Where the project was then, if that is another place than now. */
    readonly folder?: string;
  };
  readonly fault?: Fault;
}

export interface BackupList {
  /** Whose these are, one of `shelves`; the open project's may not be there yet. */
  readonly shelf: string;
  readonly isOpenProject: boolean;
  /** All projects that have backups on this computer. */
  readonly shelves: readonly { readonly id: string; readonly title: string }[];
  /** The newest first. */
  readonly backups: readonly BackupRow[];
}

/** Requests of the window. Each waits for its answer; `undefined` as a value means that a dialog was cancelled. */
export interface Requests {
  'app.start': () => StartState;
  'document.text': (documentId: DocumentId) => Result<string>;
  /** Keeps on this computer which document is open and where it was left. */
  'document.place': (documentId: DocumentId, place: ReadingPlace) => undefined;
  'document.open': (documentId: DocumentId) => undefined;
  /** `token` comes back in the `project.applied` event so that the window knows its own command. */
  'command.perform': (command: Command, token: number) => Result<Performed>;
  'history.undo': () => Result<Performed>;
  'history.redo': () => Result<Performed>;
  'settings.change': (settings: Settings) => undefined;
  'coder.choose': (coderId: CoderId) => Result<undefined>;
  /** The newcomer at this computer is among the project's coders from now on; nothing where there is none. */
  'coder.enter': () => undefined;
  'project.create': () => Result<undefined>;
  'project.open': () => Result<undefined>;
  /** Shows its folder in the system's file manager. */
  'project.showFolder': () => Result<undefined>;
  'project.reload': () => Result<OpenProject>;
  'texts.choose': () => Result<AddedTexts | undefined>;
  /** Called by the preload only, with paths that the system gave for files dropped on the window. */
  'texts.drop': (paths: readonly string[]) => Result<AddedTexts>;
  'sets.export': (choice: ExportChoice) => Result<Exported | undefined>;
  'sets.chooseImport': () => Result<ImportPreview | undefined, ImportRefusal>;
  'sets.confirmImport': (planId: number) => Result<Performed>;
  /** The name of the file that was written. */
  'codebook.export': () => Result<string | undefined>;
  'codebook.chooseImport': () => Result<CodebookPreview | undefined, ImportRefusal>;
  'codebook.confirmImport': (planId: number, retireOthers: boolean) => Result<Performed>;
  /** Tries a failed save again. */
  'save.retry': () => undefined;
  /** Of the open project, or of another one. */
  'backups.list': (shelf: string | null) => Result<BackupList>;
  /** True if one was made, false if the newest one holds the same. */
  'backups.make': () => Result<boolean>;
  /** Who did what, latest first, in one document or in all, as JSON text of `Deeds` (`core/past/chronicle.ts`). */
  'past.deeds': (documentId: DocumentId | null) => Result<string>;
  'past.compare': (id: PastId) => Result<ProjectDifference>;
  /** Where the copy is. */
  'past.restore': (id: PastId) => Result<string | undefined>;
  /** Opens the copy that was made last. */
  'past.openCopy': () => Result<undefined>;
  /** Writes a pack for a coder, or of what the coder did here; the answer is the file's name. */
  'pack.write': (kind: 'coder' | 'return', coderId: CoderId) => Result<string | undefined>;
  /** Undefined when none was chosen, or it was stopped. Told on the way by `looking.progress`. */
  'pack.choose': () => Result<PackPreview | undefined>;
  /**
   * Merges the pack that was chosen, and does what was chosen about what does not match; or makes a project of it and opens
   * that. False when cancelled.
   */
  'pack.confirm': (planId: number, choices: MergeChoices) => Result<boolean>;
  /** Undoes the merge that was done last, if nothing else was done since. */
  'pack.takeBack': () => Result<undefined>;
  /**
   * What does not match in the project as it stands, with the choices; nothing is changed. Undefined when it was stopped. Told
   * on the way by `looking.progress`.
   */
  'unmatched.look': () => Result<UnmatchedPreview | undefined>;
  /** Stops looking at a pack, or for what does not match. */
  'looking.cancel': () => undefined;
  /** Does what was chosen; true if that is a step to undo. */
  'unmatched.settle': (planId: number, choices: MergeChoices) => Result<boolean>;
  /** The oldest first. */
  'snapshot.list': () => Result<readonly SnapshotEntry[]>;
  /** Keeps the state of the project as it is, with a reason for the record; the answer is its hash. */
  'snapshot.take': (reason: string) => Result<string>;
  /**
   * All figures of a snapshot (its hash) or, where that is empty, of the project as it is, as JSON text of
   * `AgreementOverview` (`core/report`); undefined when it was stopped. Told on the way by `agreement.progress`.
   */
  'agreement.figures': (source: string, wish: FiguresWish) => Result<string | undefined>;
  /** Stops figures, and a report, that are being computed. */
  'agreement.cancel': () => undefined;
  /**
   * Computes the report on coding and agreement beside the window, with figures of a snapshot or of the project as it is, and
   * saves it; the answer is the file's name. Told on the way by `agreement.progress`; undefined when it was stopped.
   */
  'methods.save': (
    source: string,
    wish: Pick<FiguresWish, 'withGamma'>,
  ) => Result<string | undefined>;
  /** The report for the maintainers, to be read. */
  'report.prepare': () => string;
  /** Saves the report that was prepared last; the answer is the file. */
  'report.save': () => Result<string | undefined>;
}

/** What is computed beside the figures that are there at once. */
export interface FiguresWish {
  /** 95 % intervals, by drawing documents anew. */
  readonly withIntervals: boolean;
  readonly withGamma: boolean;
}

/** A state of the project that was kept for figures. */
export interface SnapshotEntry {
  readonly contentHash: string;
  readonly at: Timestamp;
  /** Name of who took it. */
  readonly by: string;
  readonly reason: string;
  readonly documents: number;
  readonly annotations: number;
}

/** A pack that somebody sent, and what it would do. */
export interface PackPreview {
  readonly planId: number;
  readonly fileName: string;
  readonly title: string;
  readonly coder: string;
  readonly at: Timestamp;
  readonly texts: number;
  /** Absent for a pack that is made for a coder, of which a project is made. */
  readonly brings?: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly coders: readonly string[];
    readonly documents: readonly string[];
    /** Links and memos. */
    readonly others: number;
    /** Decisions about paragraphs and documents. */
    readonly decisions: number;
    /** Nothing in it that is not here, or was not here once. */
    readonly isKnown: boolean;
    readonly unmatched: readonly UnmatchedView[];
    /** Sentences about what would be noticed. */
    readonly notices: readonly string[];
  };
}

/** What does not match, as the window asks about it (`core/merging/unmatched.ts`). */
export type UnmatchedView = Pick<Unmatched, 'key' | 'sentence' | 'options' | 'suggested'>;

export interface UnmatchedPreview {
  readonly planId: number;
  readonly unmatched: readonly UnmatchedView[];
}

/** Whether what a person did is on disk. */
export type SaveState =
  | { readonly kind: 'saving' }
  /** Everything up to `serial` outlives a crash and a power cut of this computer. */
  | {
      readonly kind: 'saved';
      readonly serial: number;
      /** Why the project's folder does not have all of it yet; absent when it has, or is about to. */
      readonly folder?: Fault;
      /** The JSON files in the folder are not made anew yet from the journal, which is there. */
      readonly files?: 'behind';
    }
  /** Something is nowhere on disk. */
  | { readonly kind: 'failed'; readonly fault: Fault };

/** What the main process tells the window unasked. */
export interface Events {
  /** A command was carried out: apply it too, unless `token` is the window's own. */
  'project.applied': {
    readonly serial: number;
    readonly command: Command;
    readonly token: number | undefined;
    readonly history: HistoryNames;
    readonly reason: 'perform' | 'undo' | 'redo';
    readonly name: string;
  };
  /** Another project was opened, or this one anew. */
  'project.opened': OpenProject;
  /** Others' work came in: the project is another one now, under this serial. */
  'project.outside': number;
  'save.state': SaveState;
  /** Chosen in the application menu. */
  'menu.action': ActionId;
  'coder.chosen': CoderId;
  /** How much of the figures that were asked for is there, from 0 to 1. */
  'agreement.progress': number;
  /** A pack was chosen and is being looked at: the name of its file. */
  'pack.reading': string;
  /** How far it has come to look at a pack, or for what does not match. */
  'looking.progress': Looking;
  /** Something a person should read. */
  notice: Fault;
}

export const REQUESTS = [
  'app.start',
  'document.text',
  'document.place',
  'document.open',
  'command.perform',
  'history.undo',
  'history.redo',
  'settings.change',
  'coder.choose',
  'coder.enter',
  'project.create',
  'project.open',
  'project.showFolder',
  'project.reload',
  'texts.choose',
  'texts.drop',
  'sets.export',
  'sets.chooseImport',
  'sets.confirmImport',
  'codebook.export',
  'codebook.chooseImport',
  'codebook.confirmImport',
  'save.retry',
  'backups.list',
  'backups.make',
  'past.deeds',
  'past.compare',
  'past.restore',
  'past.openCopy',
  'pack.write',
  'pack.choose',
  'pack.confirm',
  'pack.takeBack',
  'unmatched.look',
  'looking.cancel',
  'unmatched.settle',
  'methods.save',
  'snapshot.list',
  'snapshot.take',
  'agreement.figures',
  'agreement.cancel',
  'report.prepare',
  'report.save',
] as const satisfies readonly (keyof Requests)[];

export const EVENTS = [
  'project.applied',
  'project.opened',
  'project.outside',
  'save.state',
  'menu.action',
  'coder.chosen',
  'agreement.progress',
  'pack.reading',
  'looking.progress',
  'notice',
] as const satisfies readonly (keyof Events)[];
