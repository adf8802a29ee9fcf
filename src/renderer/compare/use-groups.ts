import { useMemo } from 'react';
import type { Codebook } from '../../core/codebook/codebook';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import {
  findGroups,
  findGroupsInSteps,
  type ComparedGroup,
} from '../../core/comparison/differences';
import {
  reportDocument,
  reportInSteps,
  type DocumentReport,
} from '../../core/comparison/document-report';
import type { Steps } from '../../core/comparison/steps';
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

/** The document in a few figures, which follow from its passages and the codebook. */
export function useReport(
  project: Project,
  current: ComparedDocument,
  groups: readonly ComparedGroup[],
): DocumentReport {
  return useMemo(() => {
    const known = reports.get(groups);
    if (known?.codebook === project.codebook) return known.report;
    const report = reportDocument(project, current, groups);
    reports.set(groups, { codebook: project.codebook, report });
    return report;
  }, [project, current, groups]);
}

const reports = new WeakMap<
  readonly ComparedGroup[],
  { readonly codebook: Codebook; readonly report: DocumentReport }
>();

/** Finds passages of a document and its figures, which `useGroups` and `useReport` then have. */
export function* prepareGroups(project: Project, current: ComparedDocument): Steps<void> {
  const groups = yield* findGroupsInSteps(project, alone(current));
  found.set(current, { basis: project, groups });
  const report = yield* reportInSteps(project, current, groups);
  reports.set(groups, { codebook: project.codebook, report });
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
