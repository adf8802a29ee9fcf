import { extentOf, quoteOf, type Annotation } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import { codeName } from '../codebook/codebook';
import { foldLabel, registerIndex } from '../register/actor';
import { actorsOfMention } from './effective';
import { otherEndCodes, type LinkChoice } from './link-choice';
import { annotationsOf, findDocument, type Project } from './project';

/** An annotation that may be the other end of a link. */
export interface LinkCandidate {
  readonly annotation: Annotation;
  /** UTF-16 code units between the two, negative when it comes before; 0 when they touch or overlap. */
  readonly distance: number;
  /** The two are linked in this way already. */
  readonly isLinked: boolean;
}

export interface FoundCandidates {
  /** In the same document, nearest first. */
  readonly near: readonly LinkCandidate[];
  /** In other documents, the nearest in the corpus first, in text order. */
  readonly far: readonly Annotation[];
  /** More were left out. */
  readonly isMore: boolean;
}

/** Finds candidates by words of their quote, code, actors or document; made once for a link, asked at each key. */
export interface CandidateSearch {
  /** At most `most` near and `most` far ones in which every word occurs; without a word, the nearest. */
  readonly find: (words: string, most: number) => FoundCandidates;
}

/** What an annotation may be linked with in one way: annotations of the same coder, of the codes that the kind joins. */
export function searchCandidates(
  project: Project,
  annotation: Annotation,
  choice: LinkChoice,
): CandidateSearch {
  const near = linkCandidates(project, annotation, choice);
  const folded = new Map<Annotation, string>();
  const wordsOf = (one: Annotation): string => {
    const known = folded.get(one);
    if (known !== undefined) return known;
    const words = foldLabel(describe(project, one, one.documentId === annotation.documentId));
    folded.set(one, words);
    return words;
  };
  return {
    find: (words, most) => {
      const wanted = foldLabel(words).split(' ');
      const fits = (one: Annotation): boolean =>
        wanted.every((word) => word === '' || wordsOf(one).includes(word));
      const hits = near.filter((one) => fits(one.annotation));
      const far = firstOf(candidatesElsewhere(project, annotation, choice), fits, most + 1);
      return {
        near: hits.slice(0, most),
        far: far.slice(0, most),
        isMore: hits.length > most || far.length > most,
      };
    },
  };
}

/** The candidates in the same document, nearest first in both directions, equally near ones in text order. */
export function linkCandidates(
  project: Project,
  annotation: Annotation,
  choice: LinkChoice,
): readonly LinkCandidate[] {
  const linked = linkedBy(project, annotation, choice);
  return annotationsOf(project, annotation.documentId)
    .filter((one) => mayBeOtherEnd(annotation, choice, one))
    .map((one) => ({
      annotation: one,
      distance: distanceBetween(annotation, one),
      isLinked: linked.has(one.id),
    }))
    .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
}

/** Walked only as far as it is asked, because a project may hold many thousands. */
function* candidatesElsewhere(
  project: Project,
  annotation: Annotation,
  choice: LinkChoice,
): Generator<Annotation> {
  const { documents } = project;
  const here = documents.findIndex((one) => one.id === annotation.documentId);
  for (let step = 1; step < documents.length; step += 1) {
    for (const document of [documents[here + step], documents[here - step]]) {
      if (document === undefined) continue;
      for (const one of annotationsOf(project, document.id)) {
        if (mayBeOtherEnd(annotation, choice, one)) yield one;
      }
    }
  }
}

/** Whether this one can be at the other end, as far as coder and code go. */
function mayBeOtherEnd(annotation: Annotation, choice: LinkChoice, other: Annotation): boolean {
  return (
    other.id !== annotation.id &&
    other.coderId === annotation.coderId &&
    otherEndCodes(choice).includes(other.codeId)
  );
}

function linkedBy(
  project: Project,
  annotation: Annotation,
  choice: LinkChoice,
): ReadonlySet<string> {
  const own = choice.direction === 'from' ? 'fromId' : 'toId';
  const other = choice.direction === 'from' ? 'toId' : 'fromId';
  const relations = relationIndex(project.relations).at(annotation.id);
  return new Set(
    relations
      .filter((one) => one.kindId === choice.kind.id && one[own] === annotation.id)
      .map((one) => one[other]),
  );
}

function distanceBetween(annotation: Annotation, other: Annotation): number {
  const a = extentOf(annotation);
  const b = extentOf(other);
  if (b.start >= a.end) return b.start - a.end;
  return b.end <= a.start ? b.end - a.start : 0;
}

function describe(project: Project, annotation: Annotation, isHere: boolean): string {
  const register = registerIndex(project.actors);
  const title = isHere ? '' : findDocument(project, annotation.documentId)?.title.value;
  const actors = actorsOfMention(project, annotation).map((id) => register.find(id)?.label ?? '');
  const code = codeName(project.codebook, annotation.codeId);
  return [quoteOf(annotation), code, title ?? '', ...actors].join(' ');
}

function firstOf<Item>(
  items: Iterable<Item>,
  fits: (item: Item) => boolean,
  most: number,
): readonly Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (found.length >= most) break;
    if (fits(item)) found.push(item);
  }
  return found;
}
