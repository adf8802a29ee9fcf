import { join, resolve } from 'node:path';
import { checkChoices } from '../core/merging/plan-choices';
import type { MergeChoices } from '../core/merging/unmatched';
import { t } from '../core/messages/message';
import { contentHash } from '../core/project/content-hash';
import { createFault, fail, ok, type Result } from '../core/result';
import { peopleAmong } from '../core/verdict/gold-coder';
import { BackupFolder } from '../storage/backups/backup-folder';
import { makeBackup } from '../storage/backups/make-backup';
import { exists } from '../storage/file-fault';
import { openSession } from '../storage/open-session';
import { beforeMergeFolder, keepFiles } from '../storage/packs/before-merge';
import { keepMerge, undoKeptMerge } from '../storage/packs/kept-merge';
import { rememberMerge } from '../storage/packs/take-back-merge';
import { mergeOthers } from '../storage/packs/merge-others';
import { holdTexts, tryMergeWhole, type TriedMerge } from '../storage/packs/try-merge';
import { setAsideFolder } from '../storage/set-aside';
import { chooseCoder } from './choose';
import { EXIT, type ExitCode } from './exit-code';
import { formatMerge, type MergeReport } from './merge-table';
import { now } from './now';
import { readChoices, settleMerge } from './settle-merge';
import { complainAbout, printJson, type Terminal } from './terminal';

export interface MergeOptions {
  readonly choose?: readonly string[];
  readonly as?: string;
  readonly undo?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * `postil merge <folder> <others…>`: tried on a copy that is thrown away, so that nothing is half merged; then a backup, the
 * merge, and what was chosen about what does not match. A dry run ends after the first.
 */
export async function runMerge(
  terminal: Terminal,
  folder: string,
  others: readonly string[],
  options: MergeOptions,
): Promise<ExitCode> {
  const done =
    options.undo === true
      ? await undo(terminal, folder, others)
      : await merge(terminal, folder, others, options);
  if (done.ok) return EXIT.done;
  complainAbout(terminal, [done.fault]);
  return EXIT.failed;
}

async function undo(
  terminal: Terminal,
  folder: string,
  others: readonly string[],
): Promise<Result<undefined>> {
  if (others.length > 0) return fail(createFault('merge.fault.undoOthers'));
  const undone = await undoKeptMerge(folder);
  if (undone.ok) terminal.print(t('merge.undone', { folder: setAsideFolder(folder) }));
  return undone;
}

async function merge(
  terminal: Terminal,
  folder: string,
  others: readonly string[],
  { choose = [], as, dryRun = false, json = false }: MergeOptions,
): Promise<Result<undefined>> {
  if (others.length === 0) return fail(createFault('merge.fault.noOthers'));
  for (const other of others) {
    // What is not there would be taken for a folder, and a file in it be named.
    if (!(await exists(other))) {
      return fail(createFault('storage.read.missing', { file: resolve(other) }));
    }
  }
  const choices = readChoices(choose);
  if (!choices.ok) return choices;
  // Opened first: a folder that is no project is told before anything is copied.
  const opened = await openSession(folder);
  if (!opened.ok) return opened;
  const session = opened.value;
  complainAbout(terminal, session.notices);
  const closed = await session.close();
  if (!closed.ok) return closed;
  const coder =
    as === undefined ? ok(session.coderId) : chooseCoder(peopleAmong(session.project.coders), as);
  if (!coder.ok) return coder;
  const tried = await tryMergeWhole(folder, others, now());
  if (!tried.ok) return tried;
  const { unmatched, files: found, otherTexts } = tried.value.merge;
  const possible = checkChoices(unmatched, choices.value);
  if (!possible.ok) return possible;
  const told: Told = {
    terminal,
    folder,
    tried: tried.value.merge,
    choices: choices.value,
    dryRun,
    json,
  };
  if (dryRun || found.journals.length + found.texts.length === 0) {
    tell(told, { contentHash: contentHash(tried.value.project) });
    return ok(undefined);
  }
  const backups = new BackupFolder(join(beforeMergeFolder(folder), 'backups'));
  const backup = await makeBackup(backups, session, { at: now(), reason: 'merge' });
  if (!backup.ok) return backup;
  const before = await keepFiles(folder);
  if (!before.ok) return before;
  const held = await holdTexts(folder, otherTexts, now());
  if (!held.ok) return held;
  const files = await mergeOthers(folder, session.project, others);
  if (!files.ok) return files;
  const settled = await settleMerge(folder, coder.value, unmatched, choices.value);
  if (!settled.ok) return settled;
  const brought = {
    ...files.value,
    journals: [...files.value.journals, ...settled.value.journals],
  };
  const remembered = await rememberMerge(folder, brought);
  if (!remembered.ok) return remembered;
  const kept = await keepMerge(folder, remembered.value, settled.value.contentHash);
  if (!kept.ok) return kept;
  tell(told, {
    contentHash: settled.value.contentHash,
    ...(backup.value !== undefined && { backup: join(backups.path, backup.value) }),
  });
  return ok(undefined);
}

interface Told {
  readonly terminal: Terminal;
  readonly folder: string;
  readonly tried: TriedMerge;
  readonly choices: MergeChoices;
  readonly dryRun: boolean;
  readonly json: boolean;
}

function tell(
  { terminal, folder, tried, choices, dryRun, json }: Told,
  after: Pick<MergeReport, 'contentHash' | 'backup'>,
): void {
  const { files, annotations, addedCoders, addedDocuments, unmatched, notices } = tried;
  complainAbout(terminal, notices);
  const report: MergeReport = {
    folder,
    dryRun,
    journals: files.journals.length,
    texts: files.texts.length,
    addedCoders,
    addedDocuments,
    // Seen from now: what the earlier state has not, is gone in it.
    annotations: {
      added: annotations.gone,
      changed: annotations.other,
      removed: annotations.back,
    },
    unmatched: unmatched.map(({ key, kind, sentence, options }) => ({
      key,
      kind,
      sentence,
      options,
      choice: choices[key] ?? options[0]?.value ?? '',
    })),
    ...after,
  };
  if (json) printJson(terminal, report);
  else terminal.print(formatMerge(report));
}
