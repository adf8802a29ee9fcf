import type { Stamp } from '../../core/journal/stamp';
import { ok, type Result } from '../../core/result';
import { readMoment, type PastState } from '../project-past';
import { BackupFolder } from './backup-folder';

/** Where an earlier state of a project can be found: in a backup, or in the journals, after an act. */
export type PastPlace =
  | { readonly kind: 'backup'; readonly folder: string; readonly name: string }
  | {
      readonly kind: 'moment';
      readonly folder: string;
      readonly local: string | undefined;
      readonly stamp: Stamp;
    };

export async function readPast(place: PastPlace): Promise<Result<PastState>> {
  if (place.kind === 'moment') return readMoment(place.folder, place.local, place.stamp);
  const backup = await new BackupFolder(place.folder).read(place.name);
  if (!backup.ok) return backup;
  const { project, texts } = backup.value;
  return ok({ project, textOf: (id) => texts.get(id) });
}
