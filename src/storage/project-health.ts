import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import { allAnnotations, allRelations } from '../core/project/uses';
import { BackupFolder } from './backups/backup-folder';
import { examineProject, type JournalReport } from './doctor';

/** How a project fares, in figures and in keys of the catalogue: nothing of what it holds, and no name or path. */
export interface ProjectHealth {
  readonly counts: Readonly<Record<string, number>>;
  /** UTF-16 code units of each text. */
  readonly textLengths: readonly number[];
  readonly journals: readonly (Pick<JournalReport, 'lines' | 'damage'> & {
    readonly files: number;
    readonly bytes: number;
  })[];
  readonly unusableFiles: readonly string[];
  readonly staleFiles: number;
  readonly withheldTexts: number;
  readonly notices: readonly string[];
  readonly backups: {
    readonly readable: number;
    readonly unreadable: number;
    readonly bytes: number;
    /** Days since the newest one. */
    readonly age: number | undefined;
  };
}

export async function readHealth(
  folder: string,
  backupFolder: string,
  now: number,
): Promise<Result<ProjectHealth>> {
  const examined = await examineProject(folder);
  if (!examined.ok) return examined;
  const { project, journals, unusable, stale, withheld, notices } = examined.value;
  const { codebook } = project;
  const backups = await new BackupFolder(backupFolder).list();
  const readable = backups.filter(({ head }) => head.ok).length;
  const [newest] = backups;
  return ok({
    counts: {
      documents: project.documents.length,
      coders: project.coders.length,
      codes: codebook.codes.length,
      relationKinds: codebook.relationKinds.length,
      lists: codebook.lists.length,
      revisions: codebook.revisions.length,
      actors: project.actors.length,
      annotations: allAnnotations(project).length,
      relations: allRelations(project).length,
      decisions: [...project.marks.values()].flat().length,
      memos: project.memos.length,
      verdicts: [...project.verdicts.values()].flat().length,
    },
    textLengths: project.documents.map(({ length }) => length.utf16),
    journals: await Promise.all(
      journals.map(async ({ lines, damage, files }) => ({
        lines,
        damage,
        files: files.length,
        bytes: await sizeOf(files.map((file) => join(folder, file))),
      })),
    ),
    unusableFiles: unusable.map(({ fault }) => fault.code),
    staleFiles: stale.length,
    withheldTexts: withheld.length,
    notices: notices.map(({ code }) => code),
    backups: {
      readable,
      unreadable: backups.length - readable,
      bytes: backups.reduce((sum, { size }) => sum + size, 0),
      age: newest && Math.floor((now - Date.parse(newest.at)) / 86_400_000),
    },
  });
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const infos = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  return infos.reduce((sum, info) => sum + (info?.size ?? 0), 0);
}
