import { useMemo } from 'react';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import {
  findGroups,
  findGroupsInSteps,
  type ComparedGroup,
} from '../../core/comparison/differences';
import type { Steps } from '../../core/comparison/steps';
import { matchesInSteps } from '../../core/comparison/pair-matches';
import type { Project } from '../../core/project/project';

type Basis = Pick<Project, 'codebook' | 'actors' | 'relations'>;

const found = new WeakMap<
  ComparedDocument,
  { readonly basis: Basis; readonly groups: readonly ComparedGroup[] }
>();

/** The passages of a document, found once for all parts of the page. */
export function useGroups(project: Project, current: ComparedDocument): readonly ComparedGroup[] {
  return useMemo(() => groupsOf(project, current), [project, current]);
}

/** Finds passages and overlaps of a document, which `useGroups` and its figures then have. */
export function* prepareGroups(project: Project, current: ComparedDocument): Steps<void> {
  const groups = yield* findGroupsInSteps(project, alone(current));
  found.set(current, { basis: project, groups });
  yield* matchesInSteps(current, 'overlap');
}

function groupsOf(project: Project, current: ComparedDocument): readonly ComparedGroup[] {
  const known = found.get(current);
  if (known !== undefined && isSame(known.basis, project)) return known.groups;
  const groups = findGroups(project, alone(current));
  found.set(current, { basis: project, groups });
  return groups;
}

const alone = (current: ComparedDocument) => ({
  coders: [...current.coders.keys()],
  documents: [current],
});

function isSame(a: Basis, b: Basis): boolean {
  return a.codebook === b.codebook && a.actors === b.actors && a.relations === b.relations;
}
