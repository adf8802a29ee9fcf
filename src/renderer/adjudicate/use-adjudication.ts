import { useMemo } from 'react';
import { withVerdicts, type Adjudication } from '../../core/adjudication/adjudication';
import { rehearseVerdict } from '../../core/adjudication/rehearse-verdict';
import {
  comparedWork,
  type Compared,
  type ComparedDocument,
  type ComparedWork,
} from '../../core/comparison/compared-work';
import {
  findGroups,
  findGroupsInSteps,
  type ComparedGroup,
} from '../../core/comparison/differences';
import type { Steps } from '../../core/comparison/steps';
import type { SourceDocument } from '../../core/document/source-document';
import type { AnnotationId, CoderId, DocumentId } from '../../core/ids';
import { findIn, relationsOf, type Project } from '../../core/project/project';
import { isGold } from '../../core/verdict/gold-coder';
import { rowsOf, tallyOf, type Tally } from './rows';

/** The documents that two people coded, in the order of the corpus, and who is left out of them. */
export function useCoded(project: Project | undefined): ComparedWork | undefined {
  return useMemo(() => project && comparedWork(project), [project]);
}

/** What was decided on a document and what is open in it, found once for everything on the page. */
export function useAdjudication(project: Project, id: DocumentId): Adjudication {
  return useMemo(() => foundIn(project, id), [project, id]);
}

let lastFound:
  { readonly project: Project; readonly id: DocumentId; readonly found: Adjudication } | undefined;

function foundIn(project: Project, id: DocumentId): Adjudication {
  if (lastFound?.project === project && lastFound.id === id) return lastFound.found;
  lastFound = { project, id, found: withVerdicts(project, groupsOf(project, id), [id]) };
  return lastFound.found;
}

const tallies = new WeakMap<Adjudication, Tally>();

/** How many passages of a document are in each state and differ in each way. */
export function useTally(project: Project, id: DocumentId): Tally {
  const found = useAdjudication(project, id);
  const known = tallies.get(found);
  if (known !== undefined) return known;
  const tally = tallyOf(rowsOf(project, found));
  tallies.set(found, tally);
  return tally;
}

interface Found {
  readonly inputs: readonly unknown[];
  /** Those of the document itself. */
  readonly groups: readonly ComparedGroup[];
}

let last: Found | undefined;

/**
 * The passages of a document, found anew only when its coders' work is another: a verdict changes nothing in it. The
 * documents that links lead to are looked at too, or coders who link to the same passage there would seem to differ.
 */
function groupsOf(project: Project, id: DocumentId): readonly ComparedGroup[] {
  const compared = comparedWith(project, id);
  const inputs = inputsOf(project, id, compared);
  if (last !== undefined && areSame(last.inputs, inputs)) return last.groups;
  last = { inputs, groups: ownOf(findGroups(project, compared), id) };
  return last.groups;
}

function comparedWith(project: Project, id: DocumentId): Compared {
  const linked = relationsOf(project, id).map(({ toDocumentId }) => toDocumentId);
  return comparedWork(project, { documents: [...new Set([id, ...linked])] });
}

/** One document as its coders have it. */
export function comparedOf(project: Project, document: SourceDocument): ComparedDocument {
  const { documents } = comparedWork(project, { documents: [document.id] });
  return documents[0] ?? { document, coders: new Map() };
}

/** Finds the passages of a document, which `useAdjudication` then has, and makes ready for a verdict on them. */
export function* prepareAdjudication(
  project: Project,
  id: DocumentId,
  coderId: CoderId,
): Steps<void> {
  const compared = comparedWith(project, id);
  const inputs = inputsOf(project, id, compared);
  if (last !== undefined && areSame(last.inputs, inputs)) return;
  last = { inputs, groups: ownOf(yield* findGroupsInSteps(project, compared), id) };
  // What the first verdict would walk over all of it for.
  yield;
  findIn(project, id, '' as AnnotationId);
  yield;
  const { groups } = foundIn(project, id);
  yield;
  const rehearsed = yield* rehearseVerdict(project, groups, coderId);
  yield;
  if (rehearsed !== undefined) tallyOf(rowsOf(rehearsed.project, rehearsed.found));
}

function ownOf(groups: readonly ComparedGroup[], id: DocumentId): readonly ComparedGroup[] {
  return groups.filter(({ document }) => document.document.id === id);
}

/** Everything that a document's groups follow from. A compared document is the same as long as its coders' work is. */
function inputsOf(project: Project, id: DocumentId, { documents }: Compared): readonly unknown[] {
  return [
    id,
    project.codebook.codes,
    project.codebook.relationKinds,
    project.actors,
    ...documents.flatMap((compared) => [
      compared,
      ...relationsOf(project, compared.document.id).filter(({ coderId }) => !isGold(coderId)),
    ]),
  ];
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((one, i) => one === now[i]);
}
