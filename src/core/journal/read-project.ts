import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import type { ReadingMark } from '../document/reading-mark';
import type { DocumentId } from '../ids';
import { NOTHING_CODED, type Project } from '../project/project';
import type { Verdict } from '../verdict/verdict';
import type { Ledger } from './ledger';
import { markId, recordArrays, type MarkRecord } from './project-records';
import { RANK, RANKED, type RecordKind } from './record';

/** Takes a project in as its files have it, but for some kinds: all of it older than anything in a journal. */
export function readProject(
  ledger: Ledger,
  project: Project,
  except: readonly RecordKind[] = [],
): void {
  for (const { kind, items, idOf } of recordArrays(project).values()) {
    if (except.includes(kind)) continue;
    for (const [rank, item] of items.entries()) {
      ledger.foldItem(kind, idOf(item), item, RANKED.has(kind) ? { [RANK]: rank } : {});
    }
  }
}

/** Takes single items in, in the same way. */
export function readItems(
  ledger: Ledger,
  kind: 'annotation' | 'relation' | 'memo' | 'mark' | 'verdict',
  items: readonly object[],
): void {
  for (const item of items) {
    const id = kind === 'mark' ? markId(item as MarkRecord) : (item as { readonly id: string }).id;
    ledger.foldItem(kind, id, item, {});
  }
}

/** One coder's work on one document. */
interface ReadSet {
  readonly documentId: DocumentId;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly marks: readonly ReadingMark[];
  readonly verdicts: readonly Verdict[];
}

export function readSet(ledger: Ledger, { documentId, ...set }: ReadSet): void {
  readItems(ledger, 'annotation', set.annotations);
  readItems(ledger, 'relation', set.relations);
  readItems(ledger, 'verdict', set.verdicts);
  readItems(
    ledger,
    'mark',
    set.marks.map((mark) => ({ documentId, ...mark })),
  );
}

/** What all coders share, as far as there is anything of it. */
type SharedParts = Partial<
  Pick<Project, 'id' | 'title' | 'coders' | 'documents' | 'team' | 'actors' | 'codebook'>
>;

/** The answer is a project of these parts and nothing else; without a head its id is empty. */
export function readSharedParts(ledger: Ledger, parts: SharedParts): Project {
  const nothing = { ...NOTHING_CODED, id: '', title: '', coders: [], documents: [] };
  const codebook = { codes: [], relationKinds: [], lists: [], revisions: [] };
  const project = { ...nothing, codebook, ...parts } as unknown as Project;
  readProject(ledger, project, parts.id === undefined ? ['project'] : []);
  return project;
}
