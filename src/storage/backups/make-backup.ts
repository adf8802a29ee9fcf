import type { ProjectSession } from '../project-session';
import type { Result } from '../../core/result';
import type { BackupFolder, BackupWish } from './backup-folder';
import { packProject } from './backup-format';

/** Backs up the project of a session in one go; the answer is the backup's name, undefined if the newest holds the same. */
export async function makeBackup(
  folder: BackupFolder,
  { project, textOf, folder: of }: Pick<ProjectSession, 'project' | 'textOf' | 'folder'>,
  wish: Omit<BackupWish, 'folder'>,
): Promise<Result<string | undefined>> {
  const missing = new Set(
    await folder.findMissingTexts(project.documents.map(({ sha256 }) => sha256)),
  );
  for (const { id, sha256 } of project.documents) {
    const text = missing.delete(sha256) ? textOf(id) : undefined;
    if (text === undefined) continue;
    const stored = await folder.storeText(text);
    if (!stored.ok) return stored;
  }
  return folder.make([...packProject(project)].join(''), { ...wish, folder: of });
}
