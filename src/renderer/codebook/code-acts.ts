import { findCode, type Code, type Codebook } from '../../core/codebook/codebook';
import { checkCodeName } from '../../core/codebook/check-fields';
import {
  createCode,
  withAdded,
  withPatch,
  withRestored,
  withRetired,
} from '../../core/codebook/edit';
import { branchOf, withMoved } from '../../core/codebook/tree';
import type { CodeId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import type { Fault } from '../../core/result';
import { reviseCodebook } from '../state/codebook-actions';
import { countCodes } from './counts';
import type { TreePlace } from './tree-model';

/*
 * The small acts of the tree: each is at once a revision of its own, said in a message with Undo beside it.
 */

/** Gives a code another name; why it cannot have it, else undefined. */
export function renameCode(codebook: Codebook, code: Code, written: string): Fault | undefined {
  const name = written.trim();
  const fault = checkCodeName(codebook, name, code.parentId, code.id);
  if (fault !== undefined || name === code.name) return fault;
  void reviseCodebook(
    { codes: withPatch(codebook.codes, code.id, { name }) },
    t('codebook.reason.renamed', { from: code.name, to: name }),
    t('codebook.done.renamed', { name }),
  );
  return undefined;
}

/** The id of the new code, or why it cannot be. */
export function addCode(
  codebook: Codebook,
  written: string,
  parentId: CodeId | undefined,
): CodeId | Fault {
  const name = written.trim();
  const fault = checkCodeName(codebook, name, parentId);
  if (fault !== undefined) return fault;
  const code = createCode(codebook.codes, name);
  void reviseCodebook(
    { codes: withAdded(codebook.codes, code, parentId) },
    t('codebook.reason.added', { name }),
    t('codebook.done.added', { name }),
  );
  return code.id;
}

export function moveCode(codebook: Codebook, id: CodeId, place: TreePlace): void {
  const name = findCode(codebook, id)?.name ?? id;
  void reviseCodebook(
    { codes: withMoved(codebook.codes, id, place.parentId, place.before) },
    t('codebook.reason.moved', { name }),
    t('codebook.done.moved', { name }),
  );
}

export function retireCode(project: Project, { id, name }: Code): void {
  const { codes } = project.codebook;
  const branch = branchOf(codes, id);
  const retired = codes.filter((code) => branch.has(code.id) && !code.retired);
  const counts = countCodes(project);
  const n = retired.reduce((sum, code) => sum + (counts.get(code.id) ?? 0), 0);
  void reviseCodebook(
    { codes: withRetired(codes, id) },
    t('codebook.reason.retired', { name }),
    t('codebook.done.retired', { name, below: retired.length - 1, n }),
  );
}

export function restoreCode(codebook: Codebook, { id, name }: Code): void {
  void reviseCodebook(
    { codes: withRestored(codebook, id) },
    t('codebook.reason.restored', { name }),
    t('codebook.done.restored', { name }),
  );
}
