import { findUnmatched } from '../../core/merging/find-unmatched';
import type { Looking } from '../../core/merging/looking';
import type { Unmatched } from '../../core/merging/unmatched';
import { ok, type Result } from '../../core/result';
import { loadProject } from '../load-project';
import { localFolderOf } from '../local-folder';
import { RememberingReader } from '../remembering-reader';
import type { AtThisComputer } from './on-top';

/**
 * What does not match in a project as it stands, whoever's work it is and however it came: by a shared folder or by git,
 * where nobody is asked before.
 */
export async function findStanding(
  folder: string,
  here?: AtThisComputer,
  tell: (progress: Looking) => void = () => undefined,
): Promise<Result<readonly Unmatched[]>> {
  const local = here && (await localFolderOf(here.journals, folder));
  const loaded = await loadProject(folder, local, here?.deviceId, new RememberingReader(tell));
  if (!loaded.ok) return loaded;
  tell({ step: 'together', done: 1, of: 2 });
  const { project, texts, leftOut } = loaded.value;
  return ok(
    findUnmatched({
      before: { ...project, annotations: new Map() },
      after: project,
      textOf: (id) => texts.get(id)?.text,
      leftOut,
      fromElsewhere: [],
    }),
  );
}
