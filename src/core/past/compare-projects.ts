import { compareAnnotations, type Annotation } from '../annotation/annotation';
import { codeName } from '../codebook/codebook';
import type { DocumentId } from '../ids';
import { contentHash } from '../project/content-hash';
import { findCoder, findDocument, type Project } from '../project/project';
import { changedFields, shortQuote } from './changed-fields';

/** How something in an earlier state differs: only there, only in the project now, or in both and not the same. */
export type DifferenceKind = 'back' | 'gone' | 'other';

export type Counts = Readonly<Record<DifferenceKind, number>>;

export interface AnnotationDifference {
  readonly kind: DifferenceKind;
  /** Name of its code, in the earlier state where it is there. */
  readonly code: string;
  readonly quote: string;
  readonly coder: string;
  /** What it is now, and was then; empty but for `other`. */
  readonly changes: readonly string[];
}

export interface DocumentDifference {
  readonly documentId: DocumentId;
  readonly title: string;
  /** Whether the text itself is in both states. */
  readonly kind: DifferenceKind | 'same';
  readonly counts: Counts;
  /** The first ones, in text order. */
  readonly annotations: readonly AnnotationDifference[];
}

/** What would be different in a copy of an earlier state, seen from the project as it is now. */
export interface ProjectDifference {
  readonly isSame: boolean;
  readonly annotations: Counts;
  readonly documents: readonly DocumentDifference[];
  /** Names of what is not the same. */
  readonly codes: Named;
  readonly actors: Named;
  readonly relations: Counts;
  readonly marks: Counts;
  readonly memos: Counts;
  readonly verdicts: Counts;
}

export type Named = Readonly<Record<DifferenceKind, readonly string[]>>;

/** So many of a document, or of the names, are told one by one. */
const MOST = 200;

export function compareProjects(now: Project, past: Project): ProjectDifference {
  return {
    isSame: contentHash(now) === contentHash(past),
    ...compareContents(now, past),
  };
}

/** The same without the hashes of both, which take as long as all the rest. */
export function compareContents(now: Project, past: Project): Omit<ProjectDifference, 'isSame'> {
  const ids = new Set([...past.documents, ...now.documents].map(({ id }) => id));
  const documents = [...ids].flatMap((id) => compareDocument(now, past, id) ?? []);
  const differs = (one: DifferenceKind): number =>
    documents.reduce((sum, { counts }) => sum + counts[one], 0);
  const byId = ({ id }: { readonly id: string }): string => id;
  const sets = <Item>(all: ReadonlyMap<DocumentId, readonly Item[]>): readonly Item[] =>
    [...all.values()].flat();
  const markIds = (project: Project) =>
    [...project.marks].flatMap(([id, all]) =>
      all.map((mark) => ({
        ...mark,
        id: [id, mark.coderId, mark.paragraph ?? 0, mark.codeId ?? ''].join('/'),
      })),
    );
  return {
    annotations: { back: differs('back'), gone: differs('gone'), other: differs('other') },
    documents,
    codes: named(split(now.codebook.codes, past.codebook.codes, byId), ({ name }) => name),
    actors: named(split(now.actors, past.actors, byId), ({ label }) => label),
    relations: counted(split(sets(now.relations), sets(past.relations), byId)),
    marks: counted(split(markIds(now), markIds(past), byId)),
    memos: counted(split(now.memos, past.memos, byId)),
    verdicts: counted(split(sets(now.verdicts), sets(past.verdicts), byId)),
  };
}

function compareDocument(
  now: Project,
  past: Project,
  documentId: DocumentId,
): DocumentDifference | undefined {
  const [after, before] = [findDocument(now, documentId), findDocument(past, documentId)];
  const found = split(
    now.annotations.get(documentId) ?? [],
    past.annotations.get(documentId) ?? [],
    ({ id }) => id,
  );
  const isSame = JSON.stringify(after) === JSON.stringify(before);
  const kind = isSame
    ? 'same'
    : before === undefined
      ? 'gone'
      : after === undefined
        ? 'back'
        : 'other';
  const counts = counted(found);
  if (kind === 'same' && counts.back + counts.gone + counts.other === 0) return undefined;
  const tell = (
    which: DifferenceKind,
    annotation: Annotation,
    project: Project,
    changes: readonly string[] = [],
  ): readonly [Annotation, AnnotationDifference] => [
    annotation,
    {
      kind: which,
      code: codeName(project.codebook, annotation.codeId),
      quote: shortQuote(annotation),
      coder: findCoder(project, annotation.coderId)?.name ?? annotation.coderId,
      changes,
    },
  ];
  const told = [
    ...found.back.map((one) => tell('back', one, past)),
    ...found.gone.map((one) => tell('gone', one, now)),
    ...found.other.map(([is, was]) => tell('other', was, past, changedFields(is, was, past))),
  ].sort(([a], [b]) => compareAnnotations(a, b));
  return {
    documentId,
    title: (before ?? after)?.title.value ?? documentId,
    kind,
    counts,
    annotations: told.slice(0, MOST).map(([, difference]) => difference),
  };
}

interface Split<Item> {
  readonly back: readonly Item[];
  readonly gone: readonly Item[];
  readonly other: readonly (readonly [now: Item, past: Item])[];
}

function split<Item extends object>(
  now: readonly Item[],
  past: readonly Item[],
  idOf: (item: Item) => string,
): Split<Item> {
  const left = new Map(now.map((item) => [idOf(item), item]));
  const back: Item[] = [];
  const other: (readonly [Item, Item])[] = [];
  for (const item of past) {
    const is = left.get(idOf(item));
    left.delete(idOf(item));
    if (is === undefined) back.push(item);
    else if (is !== item && canonical(is) !== canonical(item)) other.push([is, item]);
  }
  return { back, gone: [...left.values()], other };
}

function counted({ back, gone, other }: Split<object>): Counts {
  return { back: back.length, gone: gone.length, other: other.length };
}

function named<Item>({ back, gone, other }: Split<Item>, nameOf: (item: Item) => string): Named {
  const names = (items: readonly Item[]): readonly string[] => items.slice(0, MOST).map(nameOf);
  return { back: names(back), gone: names(gone), other: names(other.map(([, past]) => past)) };
}

/** The same for the same fields in another order. */
function canonical(item: object): string {
  return JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
}
