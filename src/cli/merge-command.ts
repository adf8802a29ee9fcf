import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { t } from '../core/messages/message';
import { compareProjects } from '../core/past/compare-projects';
import { contentHash } from '../core/project/content-hash';
import type { Project } from '../core/project/project';
import { ok, type Result } from '../core/result';
import { mergeFolder, type MergedFiles } from '../storage/merge-folder';
import { openSession } from '../storage/open-session';
import { mergePack } from '../storage/packs/open-pack';
import { isPack } from '../storage/packs/pack-file';
import { EXIT, type ExitCode } from './exit-code';
import { complainAbout, printJson, type Terminal } from './terminal';

export interface MergeOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

interface MergeReport {
  readonly folder: string;
  readonly dryRun: boolean;
  readonly journals: number;
  readonly texts: number;
  readonly addedCoders: readonly string[];
  readonly addedDocuments: readonly string[];
  readonly annotations: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
  /** Equal hashes mean equal content, whatever the order of merging. */
  readonly contentHash: string;
}

/** `postil merge <folder> <others…>`. A dry run merges a copy that is thrown away. */
export async function runMerge(
  terminal: Terminal,
  folder: string,
  others: readonly string[],
  { dryRun = false, json = false }: MergeOptions,
): Promise<ExitCode> {
  const scratch = dryRun ? await mkdtemp(join(tmpdir(), 'postil-merge-')) : undefined;
  try {
    const merged = await mergeInto(terminal, folder, others, scratch);
    if (!merged.ok) {
      complainAbout(terminal, [merged.fault]);
      return EXIT.failed;
    }
    if (json) printJson(terminal, merged.value);
    else terminal.print(format(merged.value));
    return EXIT.done;
  } finally {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
}

async function mergeInto(
  terminal: Terminal,
  folder: string,
  others: readonly string[],
  scratch: string | undefined,
): Promise<Result<MergeReport>> {
  // Opened first: a folder that is no project is told before anything is copied, and older work gets its journal.
  const before = await readProject(terminal, folder);
  if (!before.ok) return before;
  const target = scratch === undefined ? folder : join(scratch, 'project');
  if (scratch !== undefined) await cp(folder, target, { recursive: true });
  const files: MergedFiles[] = [];
  for (const other of others) {
    const merged = (await isPack(other))
      ? await mergePack(target, before.value, other)
      : await mergeFolder(target, other);
    if (!merged.ok) return merged;
    files.push(merged.value);
  }
  const after = await readProject(terminal, target);
  if (!after.ok) return after;
  const { annotations, documents } = compareProjects(after.value, before.value);
  const known = new Set(before.value.coders.map(({ id }) => id));
  return ok({
    folder,
    dryRun: scratch !== undefined,
    journals: files.reduce((sum, { journals }) => sum + journals.length, 0),
    texts: files.reduce((sum, { texts }) => sum + texts.length, 0),
    addedCoders: after.value.coders.filter(({ id }) => !known.has(id)).map(({ name }) => name),
    addedDocuments: documents.filter(({ kind }) => kind === 'gone').map(({ title }) => title),
    // Seen from now: what the earlier state has not, is gone in it.
    annotations: {
      added: annotations.gone,
      changed: annotations.other,
      removed: annotations.back,
    },
    contentHash: contentHash(after.value),
  });
}

async function readProject(terminal: Terminal, folder: string): Promise<Result<Project>> {
  const opened = await openSession(folder);
  if (!opened.ok) return opened;
  complainAbout(terminal, opened.value.notices);
  const { project } = opened.value;
  const closed = await opened.value.close();
  return closed.ok ? ok(project) : closed;
}

function format(report: MergeReport): string {
  const { folder, journals, texts, addedCoders, addedDocuments, annotations } = report;
  const names = (all: readonly string[]): string => all.map((name) => `“${name}”`).join(', ');
  const isNothing = journals === 0 && texts === 0;
  return [
    t(report.dryRun ? 'merge.wouldBe' : 'merge.done', { folder }),
    ...(isNothing ? [t('merge.nothing')] : [t('merge.files', { journals, texts })]),
    t('merge.annotations', annotations),
    ...(addedCoders.length === 0 ? [] : [t('merge.coders', { names: names(addedCoders) })]),
    ...(addedDocuments.length === 0
      ? []
      : [t('merge.documents', { names: names(addedDocuments) })]),
    t('merge.hash', { hash: report.contentHash.slice(0, 16) }),
  ].join('\n');
}
