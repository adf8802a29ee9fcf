import type { Compared } from '../comparison/compared-work';
import { findGroupsInSteps, type ComparedGroup } from '../comparison/differences';
import type { Steps } from '../comparison/steps';
import type { SourceDocument } from '../document/source-document';
import type { DocumentId } from '../ids';
import type { Project } from '../project/project';
import { withVerdicts, type AdjudicatedGroup } from './adjudication';
import { agreedGroups } from './plan-agreed';

/** A document with open passages on which all its coders say the same. */
export interface AgreedDocument {
  readonly document: SourceDocument;
  /** Of all its coders, decided or not. */
  readonly passages: number;
  readonly agreed: readonly AdjudicatedGroup[];
}

/** What could be accepted in all documents, in the order of the corpus; in steps, for there may be thousands. */
export function* agreedEverywhere(
  project: Project,
  compared: Compared,
): Steps<readonly AgreedDocument[]> {
  const byDocument = new Map<DocumentId, ComparedGroup[]>();
  for (const group of yield* findGroupsInSteps(project, compared)) {
    const { id } = group.document.document;
    const here = byDocument.get(id);
    if (here === undefined) byDocument.set(id, [group]);
    else here.push(group);
  }
  const found: AgreedDocument[] = [];
  for (const { document } of compared.documents) {
    const groups = byDocument.get(document.id) ?? [];
    const agreed = agreedGroups(withVerdicts(project, groups, [document.id]));
    if (agreed.length > 0) found.push({ document, passages: groups.length, agreed });
    yield;
  }
  return found;
}
