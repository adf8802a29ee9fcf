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

/** A state, and where the project was then: files as they were imported may still be there. */
interface PlacedState extends PastState {
  readonly folder: string;
}

export async function readPast(place: PastPlace): Promise<Result<PlacedState>> {
  if (place.kind === 'moment') {
    const { folder } = place;
    const read = await readMoment(folder, place.local, place.stamp);
    return read.ok ? ok({ ...read.value, folder }) : read;
  }
  const backup = await new BackupFolder(place.folder).read(place.name);
  if (!backup.ok) return backup;
  const { project, texts, head } = backup.value;
  return ok({ project, textOf: (id) => texts.get(id), folder: head.folder });
}
