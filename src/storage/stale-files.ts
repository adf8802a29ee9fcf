import { isDeepStrictEqual } from 'node:util';
import type { CoderId } from '../core/ids';
import { NOTHING_CODED, type Project } from '../core/project/project';
import { GOLD_CODER } from '../core/verdict/gold-coder';
import type { LoadedProject } from './load-project';
import type { ProjectFiles } from './project-files';
import { annotationSetOf, type StaleFiles } from './project-saver';
import { setKey, type SetAddress } from './set-address';

/** Which of these paths are a coder's own files, or those that all share. */
export function findOwn(
  files: ProjectFiles,
  project: Project,
  coderId: CoderId,
  paths: readonly string[],
): { readonly files: StaleFiles; readonly paths: ReadonlySet<string> } {
  const own = new Set<string>();
  const has = (path: string): boolean => paths.includes(path) && own.add(path).size > 0;
  const sets = addressesOf(project, coderId).filter((set) =>
    has(files.places.annotationSet(set.coderId, set.documentId)),
  );
  return {
    files: {
      head: has(files.head.path),
      codebook: has(files.codebook.path),
      actors: has(files.actors.path),
      memos: has(files.places.memos(coderId)) ? [coderId] : [],
      sets,
    },
    paths: own,
  };
}

/**
 * Which of a coder's own files, and of those that all share (the gold set is one), do not hold what was opened, because
 * the app was stopped before it wrote them or because they could not be used. Others' files are theirs to write.
 */
export function findStale(
  loaded: Pick<LoadedProject, 'unusable' | 'files' | 'shared' | 'sets' | 'memos' | 'withheld'>,
  project: Project,
  coderId: CoderId,
): StaleFiles {
  const { unusable, files, shared, withheld } = loaded;
  const paths = new Set(unusable.map((file) => file.path));
  const differs = (a: unknown, b: unknown): boolean => !isDeepStrictEqual(a, b);
  const headOf = ({ id, title, coders, documents, team }: Project): unknown => [
    id,
    title,
    coders,
    documents.filter((document) => !withheld.has(document.id)),
    team,
  ];
  const sets = addressesOf(project, coderId).flatMap((address): readonly SetAddress[] => {
    const there = loaded.sets.get(setKey(address));
    const line = there?.lastLine ?? 0;
    const should = annotationSetOf(project, address, line);
    const is = there ?? annotationSetOf({ ...project, ...NOTHING_CODED }, address, line);
    return differs(is, should) ? [address] : [];
  });
  const memos = project.memos.filter((memo) => memo.coderId === coderId);
  const areMemosStale = differs(loaded.memos.get(coderId) ?? [], memos);
  return {
    head: paths.has(files.head.path) || differs(headOf(shared), headOf(project)),
    codebook: paths.has(files.codebook.path) || differs(shared.codebook, project.codebook),
    actors: paths.has(files.actors.path) || differs(shared.actors, project.actors),
    memos: paths.has(files.memos(coderId).path) || areMemosStale ? [coderId] : [],
    sets,
  };
}

function addressesOf(project: Project, coderId: CoderId): readonly SetAddress[] {
  return project.documents.flatMap(({ id: documentId }) =>
    [coderId, GOLD_CODER].map((whose) => ({ coderId: whose, documentId })),
  );
}
