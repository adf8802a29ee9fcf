import { GAMMA_SAMPLES } from '../core/agreement/gamma/gamma';
import type { CoderId, DeviceId, DocumentId, Timestamp } from '../core/ids';
import type { Unmatched } from '../core/merging/unmatched';
import type { Deeds } from '../core/past/chronicle';
import { compareProjects, type ProjectDifference } from '../core/past/compare-projects';
import type { Project } from '../core/project/project';
import { fail, ok, type Result } from '../core/result';
import { createOverview } from '../core/report/agreement-overview';
import { createMethodsReport, type CodedState } from '../core/report/methods-report';
import { serializeReport, type ReportFormat } from '../core/report/serialize-report';
import { visibleProject } from '../core/teamwork/visible';
import { BackupFolder, type BackupWish } from '../storage/backups/backup-folder';
import { unpackOwn, unpackProject } from '../storage/backups/backup-format';
import { readPast, type PastPlace } from '../storage/backups/past-place';
import { leaveCheckpoint } from '../storage/journal/checkpoint';
import { findStanding } from '../storage/packs/find-standing';
import type { AtThisComputer } from '../storage/packs/on-top';
import { tryMerge, type TriedMerge } from '../storage/packs/try-merge';
import type { FiguresWish } from '../ipc/contract';
import { readHealth, type ProjectHealth } from '../storage/project-health';
import { readDeeds } from '../storage/project-past';
import type { SnapshotHead, SnapshotWish } from '../storage/snapshots/snapshot-format';
import { readSnapshot, stateIn, writeSnapshot } from '../storage/snapshots/snapshots';
import { writeCopy } from '../storage/write-copy';
import { tellProgress } from './slow-progress';

/** How intervals are drawn, and what gamma is set against. */
const INTERVALS = { bootstrap: { draws: 1_000, seed: 1 } } as const;
const GAMMA = { gamma: { samples: GAMMA_SAMPLES, seed: 1 } } as const;

/** What figures are computed of. */
export type FiguresPlace =
  /** What `packProject` made of the project as it is. */
  | {
      readonly kind: 'now';
      readonly pieces: readonly string[];
      /** Titles of documents that are not in it because their texts are not at hand. */
      readonly withheld: readonly string[];
    }
  | { readonly kind: 'snapshot'; readonly folder: string; readonly hash: string };

export interface ReportWish extends Pick<FiguresWish, 'withGamma'> {
  readonly at: Timestamp;
  readonly format: ReportFormat;
}

async function readCoded(place: FiguresPlace): Promise<Result<CodedState>> {
  if (place.kind === 'now') {
    return ok({ project: unpackOwn(place.pieces), withheld: place.withheld });
  }
  const read = await readSnapshot(place.folder, place.hash);
  return read.ok ? ok(stateIn(read.value)) : read;
}

/** Which deeds are told. */
interface DeedsWish {
  /** Who reads them: what is kept from this coder is not told. */
  readonly reader: CoderId | undefined;
  /** Only those about this document, where there is one. */
  readonly documentId: DocumentId | undefined;
  readonly most: number;
}

/**
 * What takes long with a large project, and is done beside the main process, which the window waits for
 * (`slow-worker.ts`). What comes in and goes out is plain data.
 */
export const SLOW_TASKS = {
  'backup.missingTexts': (folder: string, hashes: readonly string[]): Promise<readonly string[]> =>
    new BackupFolder(folder).findMissingTexts(hashes),
  'backup.storeText': (folder: string, text: string): Promise<Result<undefined>> =>
    new BackupFolder(folder).storeText(text),
  'backup.make': (
    folder: string,
    pieces: readonly string[],
    wish: BackupWish,
  ): Promise<Result<string | undefined>> => new BackupFolder(folder).make(pieces.join(''), wish),
  /** What is different in an earlier state, seen from the project that the pieces make. */
  'past.compare': async (
    place: PastPlace,
    now: readonly string[],
    reader: CoderId | undefined,
  ): Promise<Result<ProjectDifference>> => {
    const past = await readPast(place);
    if (!past.ok) return past;
    const project = unpackProject(now.join(''));
    if (!project.ok) return project;
    const [is, was] = [project.value, past.value.project].map((one) =>
      reader === undefined ? one : visibleProject(one, reader),
    ) as [Project, Project];
    return ok(compareProjects(is, was));
  },
  'past.copy': async (place: PastPlace, target: string): Promise<Result<undefined>> => {
    const past = await readPast(place);
    if (!past.ok) return fail(past.fault);
    const { project, textOf, folder } = past.value;
    return writeCopy(target, project, textOf, folder);
  },
  /** The latest deeds, latest first, of one document or of all, and how many older ones there are. */
  'past.deeds': async (
    folder: string,
    local: string | undefined,
    { reader, documentId, most }: DeedsWish,
  ): Promise<Result<Deeds>> => {
    const read = await readDeeds(folder, local, reader);
    if (!read.ok) return read;
    const all = read.value.filter(
      (deed) => documentId === undefined || deed.documentIds.includes(documentId),
    );
    const older = Math.max(0, all.length - most);
    return ok({ deeds: all.slice(older).reverse(), older });
  },
  /** True if a checkpoint was left. */
  'journals.checkpoint': (journals: string, folder: string, deviceId: DeviceId): Promise<boolean> =>
    leaveCheckpoint(journals, folder, deviceId),
  /** What merging a pack would do. Files may be left in `scratch` when the thread is ended. */
  'pack.preview': (
    folder: string,
    pack: string,
    at: Timestamp,
    { here, scratch }: { readonly here: AtThisComputer; readonly scratch: string },
  ): Promise<Result<TriedMerge>> =>
    tryMerge(folder, [pack], at, { here, scratch, tell: tellProgress }),
  'unmatched.look': (
    folder: string,
    journals: string,
    deviceId: DeviceId,
  ): Promise<Result<readonly Unmatched[]>> =>
    findStanding(folder, { journals, deviceId }, tellProgress),
  'snapshot.write': (
    folder: string,
    pieces: readonly string[],
    wish: SnapshotWish,
  ): Promise<Result<SnapshotHead>> => writeSnapshot(folder, pieces.join(''), wish),
  /** All figures, as JSON text: one string crosses several times faster than the objects in it. */
  'agreement.figures': async (
    place: FiguresPlace,
    { withIntervals, withGamma }: FiguresWish,
  ): Promise<Result<string>> => {
    const coded = await readCoded(place);
    if (!coded.ok) return coded;
    const overview = createOverview(coded.value, {
      ...(withIntervals && INTERVALS),
      ...(withGamma && GAMMA),
      onProgress: tellProgress,
    });
    return overview.ok ? ok(JSON.stringify(overview.value)) : overview;
  },
  /** The report on how the project was coded, which the pieces make, with figures of `place`, ready to be written. */
  'report.methods': async (
    pieces: readonly string[],
    place: FiguresPlace,
    { at, format, withGamma }: ReportWish,
  ): Promise<Result<string>> => {
    const coded = await readCoded(place);
    if (!coded.ok) return coded;
    const report = createMethodsReport(
      unpackOwn(pieces),
      { at, coded: coded.value },
      {},
      { ...INTERVALS, ...(withGamma && GAMMA), onProgress: tellProgress },
    );
    return report.ok ? ok(serializeReport(report.value, format)) : report;
  },
  'report.health': (folder: string, backups: string, now: number): Promise<Result<ProjectHealth>> =>
    readHealth(folder, backups, now),
} as const;

type SlowTasks = typeof SLOW_TASKS;
export type SlowTask = keyof SlowTasks;

/** Has a task done; rejects when it, or what does it, broke down. */
export type RunSlowly = <Name extends SlowTask>(
  name: Name,
  ...args: Parameters<SlowTasks[Name]>
) => ReturnType<SlowTasks[Name]>;
