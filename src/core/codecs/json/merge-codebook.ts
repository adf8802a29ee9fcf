import { currentRevision, type Code, type Codebook } from '../../codebook/codebook';
import type { CodeId, Timestamp } from '../../ids';
import { t } from '../../messages/message';
import type { Project } from '../../project/project';
import type { AnnotationSetsFile } from './format';

export interface CodebookMerge {
  /** The codebook after the import; the project's own value when nothing is to change. */
  readonly codebook: Codebook;
  /** The codes that the project did not have. */
  readonly added: readonly Code[];
}

/**
 * A project without annotations takes the file's codebook as a whole, revisions included. Otherwise the project's
 * codebook stays as it is and gets the codes that the imported annotations use and it lacks, with their parents and
 * the lists they draw on, as one new revision. A code that both have keeps our definition.
 */
export function mergeCodebook(
  project: Project,
  file: AnnotationSetsFile,
  at: Timestamp,
): CodebookMerge {
  const ours = project.codebook;
  const known = new Set(ours.codes.map((code) => code.id));
  if (project.annotations.size === 0) {
    const added = file.codebook.codes.filter((code) => !known.has(code.id));
    return { codebook: codebooksEqual(ours, file.codebook) ? ours : file.codebook, added };
  }
  const lacking = findLacking(file, known);
  if (lacking.length === 0) return { codebook: ours, added: [] };
  const added = withFreeKeys(ours, lacking);
  const reason = t('transfer.codebookReason', {
    codes: added.map((code) => code.name).join(', '),
    project: file.project.title,
  });
  const number = currentRevision(ours) + 1;
  const revision = { number, at, reason, codeIds: added.map((code) => code.id) };
  return {
    codebook: {
      ...ours,
      codes: [...ours.codes, ...added],
      lists: [...ours.lists, ...findLists(ours, file.codebook, added)],
      revisions: [...ours.revisions, revision],
    },
    added,
  };
}

/** Codes that annotations of the file use, and their parents, where the project has none of that id. File order. */
function findLacking(file: AnnotationSetsFile, known: ReadonlySet<CodeId>): readonly Code[] {
  const byId = new Map(file.codebook.codes.map((code) => [code.id, code]));
  const lacking = new Set<CodeId>();
  for (const { codeId } of file.annotations) {
    let id: CodeId | undefined = codeId;
    while (id !== undefined && !known.has(id) && !lacking.has(id)) {
      lacking.add(id);
      id = byId.get(id)?.parentId;
    }
  }
  return file.codebook.codes.filter((code) => lacking.has(code.id));
}

/** A key that a code of ours has stays ours. */
function withFreeKeys(ours: Codebook, codes: readonly Code[]): readonly Code[] {
  const keys = new Set(ours.codes.map((code) => code.key));
  return codes.map((code) => {
    const { key, ...rest } = code;
    return key !== undefined && keys.has(key) ? rest : code;
  });
}

function findLists(ours: Codebook, theirs: Codebook, codes: readonly Code[]): Codebook['lists'] {
  const known = new Set(ours.lists.map((list) => list.id));
  const wanted = new Set(
    codes.flatMap((code) =>
      code.attributes.flatMap((attribute) => (attribute.type === 'list' ? [attribute.list] : [])),
    ),
  );
  return theirs.lists.filter((list) => wanted.has(list.id) && !known.has(list.id));
}

/** Both have been through the schema, or were written by hand in its order; a false "different" only costs a write. */
function codebooksEqual(a: Codebook, b: Codebook): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
