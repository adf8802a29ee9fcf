import { contentHash } from '../../core/project/content-hash';
import type { Project } from '../../core/project/project';
import { createFault, fail, ok, type Result } from '../../core/result';
import { damaged } from '../file-format';
import { readSealed, type SealedFormat } from '../sealed-file';
import { BACKUP_HEAD, unpackProject, type BackupHead } from './backup-format';

export const BACKUP: SealedFormat<BackupHead> = {
  head: BACKUP_HEAD,
  broken: (file) => createFault('backups.fault.notSame', { file }),
};

export interface ReadBackup {
  readonly head: BackupHead;
  readonly project: Project;
}

/** Refused unless the project is the one that was put in. */
export async function readBackup(path: string): Promise<Result<ReadBackup>> {
  const sealed = await readSealed(BACKUP, path);
  if (!sealed.ok) return sealed;
  const { head, body } = sealed.value;
  const project = unpackProject(body);
  if (!project.ok) return fail(damaged(path, project.fault));
  return contentHash(project.value) === head.contentHash
    ? ok({ head, project: project.value })
    : fail(BACKUP.broken(path));
}
