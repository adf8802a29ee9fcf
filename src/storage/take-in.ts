import type { Codebook } from '../core/codebook/codebook';
import { Ledger } from '../core/journal/ledger';
import { readItems, readProject, readSet, readSharedParts } from '../core/journal/read-project';
import type { RecordKind } from '../core/journal/record';
import { findUnlike, type Unlike } from '../core/journal/unsaid';
import type { Project } from '../core/project/project';
import type { ActorsFile, AnnotationSet, MemosFile, ProjectHead } from './project-formats';

/**
 * Takes in what a file of the project holds that another program wrote, where it is of records that nothing was known
 * of; what is known goes by the journals. True if anything was new.
 */
export function takeInFile(ledger: Ledger, data: object): boolean {
  const before = ledger.size;
  foldFile(ledger, data);
  return ledger.size > before;
}

/** Where a file says otherwise than the journals do, and than the project that is shown. */
export function findUnlikeInFile(
  ledger: Ledger,
  project: Project,
  data: object,
): readonly Unlike[] {
  const [file, shown] = [new Ledger(), new Ledger()];
  foldFile(file, data);
  readProject(shown, project);
  return [...findUnlike(file, ledger, shown), ...findTwice(data)];
}

/** Of two records with one id only the first is taken. */
function findTwice(data: object): readonly Unlike[] {
  const {
    annotations = [],
    relations = [],
    memos = [],
  } = data as Partial<AnnotationSet & MemosFile>;
  return Object.entries({ annotation: annotations, relation: relations, memo: memos }).flatMap(
    ([kind, all]) => {
      const ids = new Set<string>();
      return all
        .filter(({ id }) => ids.has(id) || !ids.add(id))
        .map(({ id }) => ({ kind: kind as RecordKind, id, field: '#twice', value: id }));
    },
  );
}

function foldFile(ledger: Ledger, data: object): void {
  if ('annotations' in data) readSet(ledger, data as AnnotationSet);
  else if ('memos' in data) readItems(ledger, 'memo', (data as MemosFile).memos);
  else if ('codes' in data) readSharedParts(ledger, { codebook: data as Codebook });
  else if ('actors' in data) readSharedParts(ledger, { actors: (data as ActorsFile).actors });
  else {
    const { id, title, coders, documents, team } = data as ProjectHead;
    readSharedParts(ledger, { id, title, coders, documents, team });
  }
}
