import type { Ledger } from '../core/journal/ledger';
import { readItems, readProject } from '../core/journal/read-project';
import { NOTHING_CODED, type Project } from '../core/project/project';
import type { AnnotationSet, MemosFile, ProjectHead, ActorsFile } from './project-formats';
import type { Codebook } from '../core/codebook/codebook';

const NO_CODEBOOK = { codes: [], relationKinds: [], lists: [], revisions: [] };

/**
 * Takes in what a file of the project holds that another program wrote, where it is of records that nothing was known
 * of; what is known goes by the journals. True if anything was new.
 */
export function takeInFile(ledger: Ledger, data: object): boolean {
  const before = ledger.size;
  if ('annotations' in data) {
    const { documentId, annotations, relations, marks } = data as AnnotationSet;
    readItems(ledger, 'annotation', annotations);
    readItems(ledger, 'relation', relations);
    readItems(
      ledger,
      'mark',
      marks.map((mark) => ({ documentId, ...mark })),
    );
  } else if ('memos' in data) readItems(ledger, 'memo', (data as MemosFile).memos);
  else {
    const { codes, relationKinds, lists, revisions } = data as Partial<Codebook>;
    const { coders = [], documents = [] } = data as Partial<ProjectHead>;
    const { actors = [] } = data as Partial<ActorsFile>;
    const codebook = codes === undefined ? NO_CODEBOOK : { codes, relationKinds, lists, revisions };
    const project = { ...NOTHING_CODED, id: '', title: '', coders, documents, actors, codebook };
    readProject(ledger, project as unknown as Project, ['project']);
  }
  return ledger.size > before;
}
