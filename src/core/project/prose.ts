import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import type { CoderId, Timestamp } from '../ids';
import type { Memo } from '../memo/memo';
import type { Project } from './project';
import { allAnnotations, allRelations } from './uses';

/** A memo wherever it is kept: by itself, or in an annotation or a relation, whose last change dates it. */
export type Prose = {
  readonly text: string;
  readonly coderId: CoderId;
  readonly modifiedAt: Timestamp;
} & (
  | { readonly kind: 'memo'; readonly memo: Memo }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'relation'; readonly relation: Relation }
);

/** Everything that was written in words about the project and what is in it, latest first. */
export function allProse(project: Project): readonly Prose[] {
  const all: Prose[] = [
    ...project.memos.map((memo): Prose => ({ kind: 'memo', memo, ...datedOf(memo, memo.text) })),
    ...allAnnotations(project).flatMap((annotation): readonly Prose[] =>
      annotation.memo === ''
        ? []
        : [{ kind: 'annotation', annotation, ...datedOf(annotation, annotation.memo) }],
    ),
    ...allRelations(project).flatMap((relation): readonly Prose[] =>
      relation.memo === ''
        ? []
        : [{ kind: 'relation', relation, ...datedOf(relation, relation.memo) }],
    ),
  ];
  return all.sort((a, b) =>
    a.modifiedAt > b.modifiedAt ? -1 : Number(a.modifiedAt < b.modifiedAt),
  );
}

/** True if every word of `words` occurs in the text, whatever its case; no words are in every text. */
export function holdsWords(text: string, words: string): boolean {
  const haystack = text.normalize('NFC').toLowerCase();
  return words
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}

function datedOf(
  one: { readonly coderId: CoderId; readonly modifiedAt: Timestamp },
  text: string,
): Pick<Prose, 'text' | 'coderId' | 'modifiedAt'> {
  return { text, coderId: one.coderId, modifiedAt: one.modifiedAt };
}
