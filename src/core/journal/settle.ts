import type { Annotation } from '../annotation/annotation';
import { withRelations, type Relation, type RelationSets } from '../annotation/relation';
import { sortAnnotations, type SortedAnnotations } from '../annotation/sorted';
import { createMarkCheck } from '../document/check-mark';
import { compareMarks, type ReadingMark } from '../document/reading-mark';
import type { SourceDocument } from '../document/source-document';
import type { DocumentId, ProjectId } from '../ids';
import { compareMemos, type Memo } from '../memo/memo';
import { checkAnnotation } from '../project/check';
import { checkVerdict } from '../project/apply-verdicts';
import { checkEnds } from '../project/check-relation';
import { NOTHING_CODED, type Coder, type Project, type TextSource } from '../project/project';
import { createFault, type Fault } from '../result';
import { compareVerdicts, type Verdict } from '../verdict/verdict';
import { compareTeamActs, type TeamAct } from '../team/team-act';
import type { Ledger } from './ledger';
import { tellLeftOut, type LeftOut, type LeftOutItem } from './left-out';
import { markOf, type MarkRecord } from './project-records';
import { inOrder, revive } from './revive';
import { settleCodebook } from './settle-codebook';
import { settleRegister } from './settle-register';

export interface Settled {
  readonly project: Project;
  /** What had to be left out, and why. It stays in the journals. */
  readonly notices: readonly Fault[];
  /** The annotations and relations among it. */
  readonly leftOut: LeftOut;
}

/**
 * The project that a ledger's records make. What people did at the same time without knowing of one another may not fit
 * together; the rules here make it fit, the same way on every machine, and lose nothing:
 * - what an annotation, relation, memo, mark or verdict refers to and somebody else dropped is there again (a code as retired);
 * - two codes or entries that were given one name keep both, the later one with a number after its name; of two codes
 *   with one key the later loses it; a circle of parents is cut;
 * - a document that is `withheld`, because its text is not at hand, is left out with all that was coded on it;
 * - an annotation whose words are not in its text, a decision about a paragraph that its text does not have, a relation without its ends, and the second of two equal relations are
 *   left out of the project.
 * Undefined when the records are not of a whole project.
 */
export function settleProject(...given: Parameters<typeof settleInSteps>): Settled | undefined {
  const steps = settleInSteps(...given);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps of a few milliseconds, between which others may run. Where they change the ledger what comes of it is
 * of no state that ever was: then it has to be done again.
 */
export function* settleInSteps(
  ledger: Ledger,
  textOf: TextSource,
  withheld: { has(id: DocumentId): boolean } = new Set(),
): Generator<undefined, Settled | undefined> {
  const [head] = ledger.living('project');
  const shown = (one: { readonly documentId: DocumentId }): boolean =>
    !withheld.has(one.documentId);
  const annotations = (yield* annotationsOf(ledger)).filter(shown);
  const relations = itemsOf<Relation>(ledger, 'relation').filter(
    (one) => !withheld.has(one.fromDocumentId) && !withheld.has(one.toDocumentId),
  );
  const marks = itemsOf<MarkRecord>(ledger, 'mark').filter(shown);
  const verdicts = itemsOf<Verdict>(ledger, 'verdict').filter(shown);
  const memos = itemsOf<Memo>(ledger, 'memo').sort(compareMemos);
  const team = itemsOf<TeamAct>(ledger, 'team-act').sort(compareTeamActs);
  const codebook = settleCodebook(ledger, annotations, relations, memos);
  if (head === undefined || codebook === undefined) return undefined;
  const aboutOf = (kind: string): readonly string[] =>
    memos.flatMap(({ about }) => (about.kind === kind && 'id' in about ? [about.id] : []));
  const { id, title } = head.item as { readonly id: ProjectId; readonly title: string };
  const bare: Project = {
    ...NOTHING_CODED,
    id,
    title,
    codebook,
    actors: settleRegister(ledger, annotations, aboutOf('actor')),
    coders: inOrder(
      revive(
        ledger,
        'coder',
        idsIn('coderId', [annotations, relations, marks, memos, verdicts, team]),
      ),
    ).map((record) => record.item as Coder),
    documents: inOrder(
      revive(ledger, 'document', [
        ...idsIn('documentId', [annotations, marks, verdicts]),
        ...aboutOf('document'),
      ]),
    )
      .map((record) => record.item as SourceDocument)
      .filter((document) => !withheld.has(document.id)),
    memos,
    team,
  };
  const notices: Fault[] = [];
  const unfit: LeftOutItem<Annotation>[] = [];
  const coded = {
    ...bare,
    marks: takeMarks(marks, textOf, notices),
    verdicts: takeVerdicts(bare, verdicts, notices),
    annotations: yield* takeFitting(bare, annotations, textOf, unfit),
  };
  const unlinked: LeftOutItem<Relation>[] = [];
  const project = { ...coded, relations: takeLinks(coded, relations, unlinked) };
  const leftOut = { annotations: unfit, relations: unlinked };
  return { project, notices: [...notices, ...tellLeftOut(leftOut)], leftOut };
}

function itemsOf<Item>(ledger: Ledger, kind: Parameters<Ledger['living']>[0]): Item[] {
  return ledger.living(kind).map((record) => record.item as Item);
}

/** So many are taken in a step. */
const IN_ONE_STEP = 500;

function* annotationsOf(ledger: Ledger): Generator<undefined, Annotation[]> {
  const annotations: Annotation[] = [];
  for (const record of ledger.living('annotation')) {
    if (annotations.push(record.item as Annotation) % IN_ONE_STEP === 0) yield;
  }
  return annotations;
}

/** Each once. */
function idsIn<Key extends string>(
  key: Key,
  lists: readonly (readonly Readonly<Record<Key, string>>[])[],
): Set<string> {
  const ids = new Set<string>();
  for (const list of lists) for (const item of list) ids.add(item[key]);
  return ids;
}

/** Annotations that were compared with their text, which never changes. */
const compared = new WeakSet<Annotation>();

function* takeFitting(
  project: Project,
  annotations: readonly Annotation[],
  textOf: TextSource,
  leftOut: LeftOutItem<Annotation>[],
): Generator<undefined, Project['annotations']> {
  const byDocument = new Map<DocumentId, Annotation[]>();
  for (const [n, annotation] of annotations.entries()) {
    if (n % IN_ONE_STEP === 0) yield;
    const { documentId } = annotation;
    const isKnown = compared.has(annotation);
    const problem = isKnown ? undefined : checkAnnotation(project, annotation, textOf);
    if (problem !== undefined) {
      leftOut.push({ item: annotation, problem });
      continue;
    }
    if (textOf(documentId) !== undefined) compared.add(annotation);
    const here = byDocument.get(documentId);
    if (here === undefined) byDocument.set(documentId, [annotation]);
    else here.push(annotation);
  }
  const sorted = new Map<DocumentId, SortedAnnotations>();
  for (const [id, all] of byDocument) {
    yield;
    sorted.set(id, sortAnnotations(all));
  }
  return sorted;
}

function takeLinks(
  project: Project,
  relations: readonly Relation[],
  leftOut: LeftOutItem<Relation>[],
): RelationSets {
  const links = new Set<string>();
  const fitting: Relation[] = [];
  for (const relation of [...relations].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const problem = checkEnds(project, relation);
    const link = [relation.kindId, relation.fromId, relation.toId].join(' ');
    if (problem !== undefined) leftOut.push({ item: relation, problem });
    else if (!links.has(link)) {
      links.add(link);
      fitting.push(relation);
    }
  }
  return withRelations(new Map(), [], fitting);
}

function takeVerdicts(
  project: Project,
  verdicts: readonly Verdict[],
  notices: Fault[],
): Project['verdicts'] {
  const byDocument = new Map<DocumentId, Verdict[]>();
  for (const verdict of verdicts.toSorted(compareVerdicts)) {
    const { id, documentId } = verdict;
    const fault = checkVerdict(project, verdict);
    if (fault !== undefined) {
      notices.push(createFault('fault.journal.verdict', { id, problem: fault.text }));
      continue;
    }
    const here = byDocument.get(documentId);
    if (here === undefined) byDocument.set(documentId, [verdict]);
    else here.push(verdict);
  }
  return byDocument;
}

function takeMarks(
  marks: readonly MarkRecord[],
  textOf: TextSource,
  notices: Fault[],
): Project['marks'] {
  const byDocument = new Map<DocumentId, MarkRecord[]>();
  for (const record of marks) {
    const here = byDocument.get(record.documentId);
    if (here === undefined) byDocument.set(record.documentId, [record]);
    else here.push(record);
  }
  const sorted = new Map<DocumentId, readonly ReadingMark[]>();
  for (const [documentId, records] of byDocument) {
    const check = createMarkCheck(textOf(documentId));
    const fitting = records.map(markOf).filter((mark) => {
      const fault = check(mark);
      if (fault === undefined) return true;
      notices.push(
        createFault('fault.journal.mark', { document: documentId, problem: fault.text }),
      );
      return false;
    });
    if (fitting.length > 0) sorted.set(documentId, fitting.sort(compareMarks));
  }
  return sorted;
}
