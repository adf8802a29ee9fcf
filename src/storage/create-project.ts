import { resolve } from 'node:path';
import { createSchemeCodebook } from '../core/codebook/scheme';
import type { ProjectId, Timestamp } from '../core/ids';
import type { Coder } from '../core/project/project';
import { parseWith } from '../core/project/parse-with';
import type { Result } from '../core/result';
import { beginBlind } from '../core/team/team-act';
import { fillNewFolder } from './new-folder';
import type { PreparedText } from './prepare-texts';
import { ProjectFiles } from './project-files';
import { PROJECT_FORMAT } from './project-formats';
import { TextStore } from './text-store';

/**
 * Makes a new project in a folder that is missing or empty, with the scheme's codebook. project.json is written last, so
 * that a project that was interrupted is known by its absence. If anything fails, what was made is removed again.
 */
export async function createProject(
  folder: string,
  given: {
    readonly title: string;
    readonly coder: Coder;
    readonly id: ProjectId;
    readonly at: Timestamp;
    readonly texts?: readonly PreparedText[];
  },
): Promise<Result<undefined>> {
  const path = resolve(folder);
  const texts = given.texts ?? [];
  const head = parseWith(PROJECT_FORMAT.schema, {
    id: given.id,
    title: given.title,
    coders: [given.coder],
    documents: texts.map((text) => text.document),
    team: [beginBlind(given.coder.id, given.at)],
  });
  if (!head.ok) return head;
  const files = new ProjectFiles(path);
  return fillNewFolder(path, [
    () => new TextStore(path, new Map()).store(texts),
    () => files.codebook.write(createSchemeCodebook(given.at)),
    () => files.head.write(head.value),
  ]);
}
