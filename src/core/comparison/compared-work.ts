import { extentOf, type Annotation } from '../annotation/annotation';
import { annotationsByCoder } from '../annotation/by-coder';
import type { SortedAnnotations } from '../annotation/sorted';
import { progressOf } from '../document/progress';
import type { SourceDocument } from '../document/source-document';
import type { CoderId, DocumentId } from '../ids';
import { annotationsOf, findCoder, marksOf, verdictsOf, type Project } from '../project/project';
import { teamOf } from '../team/team';
import { isGold } from '../verdict/gold-coder';
import type { Steps } from './steps';

/** What several coders made of one text, each without knowing of the others. */
export interface ComparedDocument {
  readonly document: SourceDocument;
  /**
   * Those who coded it, in the order of the project, each with their annotations in text order; none where all was left
   * bare on purpose.
   */
  readonly coders: ReadonlyMap<CoderId, readonly Annotation[]>;
}

/** Who has work in documents in which they are not compared: they lead or adjudicate, and were not to code them. */
interface LeftOut {
  readonly coderId: CoderId;
  /** In how many documents. */
  readonly documents: number;
}

export interface Compared {
  /** Who is compared, in the order of the project. */
  readonly coders: readonly CoderId[];
  /** The documents that at least two of them coded, in the order of the corpus. */
  readonly documents: readonly ComparedDocument[];
}

export interface ComparedWork extends Compared {
  /** In the order of the project. */
  readonly leftOut: readonly LeftOut[];
}

export interface ComparedChoice {
  /**
   * All who code where it is absent; the gold set, and who leads or adjudicates and was not to code a document, are compared
   * only when they are named.
   */
  readonly coders?: readonly CoderId[];
  /** All documents where it is absent. */
  readonly documents?: readonly DocumentId[];
  /** Takes only what was marked as finished. */
  readonly finishedOnly?: boolean;
}

/**
 * What can be compared, by the same rule for the window and the terminal. A coder coded a document who has an annotation in it or marked all of it as finished; for any
 * other document they are missing, which is something else than finding nothing. Who leads or adjudicates is a coder of the
 * documents that are assigned to them, and of no others: a few annotations of their own make no double coding. The gold set is of the documents in
 * which anything was adjudicated. Annotations that lie wholly in an
 * excluded region are left out.
 */
export function comparedWork(project: Project, choice: ComparedChoice = {}): ComparedWork {
  const chosen = project.coders
    .map(({ id }) => id)
    .filter((id) => choice.coders?.includes(id) ?? !isGold(id));
  const left = new Map<CoderId, number>();
  const documents = project.documents
    .filter(({ id }) => choice.documents?.includes(id) !== false)
    .map((document) => {
      const worked = codersOf(project, document, chosen, choice);
      const coders = choice.coders === undefined ? toCode(project, document, worked) : worked;
      for (const id of worked.keys()) {
        if (!coders.has(id)) left.set(id, (left.get(id) ?? 0) + 1);
      }
      return keepSame(document, coders);
    })
    .filter(({ coders }) => coders.size > 1);
  const present = new Set(documents.flatMap(({ coders }) => [...coders.keys()]));
  return {
    coders: chosen.filter((id) => present.has(id)),
    documents,
    leftOut: chosen.flatMap((coderId) => {
      const n = left.get(coderId);
      return n === undefined ? [] : [{ coderId, documents: n }];
    }),
  };
}

/** Those among who worked at a document who were to code it. */
function toCode(
  project: Project,
  { id }: SourceDocument,
  worked: ComparedDocument['coders'],
): ComparedDocument['coders'] {
  const assigned = teamOf(project.team).assigned.get(id);
  const isToCode = (coderId: CoderId): boolean =>
    (findCoder(project, coderId)?.role ?? 'coder') === 'coder' || assigned?.has(coderId) === true;
  const coders = [...worked].filter(([coderId]) => isToCode(coderId));
  return coders.length === worked.size ? worked : new Map(coders);
}

const NOTHING: SortedAnnotations = [];

function codersOf(
  project: Project,
  document: SourceDocument,
  chosen: readonly CoderId[],
  { finishedOnly = false }: ComparedChoice,
): ReadonlyMap<CoderId, readonly Annotation[]> {
  const byCoder = annotationsByCoder(annotationsOf(project, document.id));
  const marks = marksOf(project, document.id);
  const verdicts = verdictsOf(project, document.id);
  const coded = chosen.flatMap((id) => {
    const own = countedOf(document, byCoder.get(id) ?? NOTHING);
    const isFinished = progressOf(marks, id).document !== undefined;
    const counts = isGold(id)
      ? own.length + verdicts.length > 0
      : isFinished || (!finishedOnly && own.length > 0);
    return counts ? [[id, own] as const] : [];
  });
  return new Map(coded);
}

/** Walks over what `comparedWork` else walks over when it is first asked: every annotation of every document. */
export function* prepareComparedWork(project: Project): Steps<void> {
  const all = project.coders.map(({ id }) => id);
  for (const document of project.documents) {
    codersOf(project, document, all, {});
    yield;
  }
}

/** So many are kept of a document: who is compared may be asked in several ways by turns. */
const KEPT = 3;
const kept = new WeakMap<SourceDocument, readonly ComparedDocument[]>();

/**
 * The same object as long as the same coders made the same of it, whatever others did meanwhile: figures and passages are
 * kept by it.
 */
function keepSame(document: SourceDocument, coders: ComparedDocument['coders']): ComparedDocument {
  const known = kept.get(document) ?? [];
  const same = known.find((one) => areSame(one.coders, coders));
  if (same !== undefined && same === known[0]) return same;
  const first = same ?? { document, coders };
  kept.set(document, [first, ...known.filter((one) => one !== first)].slice(0, KEPT));
  return first;
}

/** Whether the lists of the same coders are the same objects; `annotationsByCoder` keeps them. */
function areSame(a: ComparedDocument['coders'], b: ComparedDocument['coders']): boolean {
  if (a.size !== b.size) return false;
  const others = [...b];
  return [...a].every(([id, own], place) => {
    const [otherId, other] = others[place] ?? [];
    return otherId === id && (other === own || (own.length === 0 && other?.length === 0));
  });
}

/** A coder's annotations without those in excluded regions, as they were asked for last. */
const counted = new WeakMap<
  SortedAnnotations,
  { readonly document: SourceDocument; readonly own: SortedAnnotations }
>();

/** The same list for the same annotations of a coder, whatever the others did. */
function countedOf(document: SourceDocument, all: SortedAnnotations): SortedAnnotations {
  if (document.excluded.length === 0) return all;
  const known = counted.get(all);
  if (known?.document === document) return known.own;
  const own = all.filter((one) => !isExcluded(document, one));
  counted.set(all, { document, own });
  return own;
}

function isExcluded({ excluded }: SourceDocument, annotation: Annotation): boolean {
  const { start, end } = extentOf(annotation);
  return excluded.some((region) => region.start <= start && end <= region.end);
}
