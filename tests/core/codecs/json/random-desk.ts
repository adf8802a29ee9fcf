import fc from 'fast-check';
import type { Annotation, Part } from '../../../../src/core/annotation/annotation';
import type { AnnotationId } from '../../../../src/core/ids';
import { applyCommand } from '../../../../src/core/project/apply';
import { isGraphemeBoundary } from '../../../../src/core/text/grapheme';
import { createSelector, type Selector } from '../../../../src/core/text/quote';
import { createSpan } from '../../../../src/core/text/span';
import { createCommand } from '../../../support/random-command';
import { draftArbitrary } from '../../../support/random-project';
import { textArbitrary } from '../../../support/random-text';
import {
  MONDAY,
  TUESDAY,
  codeId,
  coderId,
  createDesk,
  documentId,
  textSource,
  type Desk,
} from './fixture';

const CODES = ['stance', 'precondition', 'actor'];
const CODERS = ['ann', 'bob'];

const visibleTextArbitrary = textArbitrary().filter((text) => /[^\s\p{C}\p{Z}]/u.test(text));

/** What is done in a project besides annotating, so that everything there is occurs in it. */
const drafts = fc.array(
  draftArbitrary([
    'annotation.attribute',
    'relation.add',
    'actor.add',
    'actor.replace',
    'mark.set',
    'memo.add',
    'codebook.replace',
    'list.replace',
    'document.exclude',
  ]),
  { maxLength: 30, size: 'max' },
);

/** Projects of one to three different texts with trouble in them, and work of every sort on them. */
export function deskArbitrary(): fc.Arbitrary<Desk> {
  return fc.tuple(annotatedDeskArbitrary(), drafts).map(([desk, chosen]) => ({
    ...desk,
    project: chosen.reduce((project, draft) => {
      const world = { texts: desk.texts, spare: [], textOf: textSource(desk) };
      const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
      return applied.ok ? applied.value.project : project;
    }, desk.project),
  }));
}

function annotatedDeskArbitrary(): fc.Arbitrary<Desk> {
  return fc
    .uniqueArray(visibleTextArbitrary, { minLength: 1, maxLength: 3 })
    .chain((texts) =>
      fc
        .tuple(...texts.map((text, i) => annotationsArbitrary(`d${i}`, text)))
        .map((sets) =>
          createDesk(Object.fromEntries(texts.map((text, i) => [`d${i}`, text])), sets.flat()),
        ),
    );
}

function annotationsArbitrary(id: string, text: string): fc.Arbitrary<Annotation[]> {
  const boundaries = Array.from({ length: text.length + 1 }, (_, i) => i).filter((i) =>
    isGraphemeBoundary(text, i),
  );
  const one = fc.record(
    {
      codeId: fc.constantFrom(...CODES.map(codeId)),
      coderId: fc.constantFrom(...CODERS.map(coderId)),
      pieces: piecesArbitrary(text, boundaries),
      parts: fc.array(partArbitrary(text, boundaries), { maxLength: 2 }),
      attributes: attributesArbitrary,
      memo: fc.string({ unit: 'grapheme', maxLength: 20 }),
      confidence: fc.constantFrom(1 as const, 2 as const, 3 as const),
      modifiedAt: fc.constantFrom(MONDAY, TUESDAY),
    },
    {
      requiredKeys: ['codeId', 'coderId', 'pieces', 'parts', 'attributes', 'memo', 'modifiedAt'],
    },
  );
  return fc.array(one, { maxLength: 8 }).map((list) =>
    list.map((given, i) => ({
      id: `${id}-a${i}` as AnnotationId,
      documentId: documentId(id),
      createdAt: MONDAY,
      codebookRevision: 1,
      ...given,
    })),
  );
}

/** One to three pieces that follow one another; they may touch. */
function piecesArbitrary(
  text: string,
  boundaries: readonly number[],
): fc.Arbitrary<readonly [Selector, ...Selector[]]> {
  return fc
    .uniqueArray(fc.constantFrom(...boundaries), { minLength: 2, maxLength: 6 })
    .map((chosen) => {
      const places = chosen.toSorted((a, b) => a - b);
      const pieceAt = (i: number): Selector =>
        createSelector(text, createSpan(places[i] as number, places[i + 1] as number));
      const others = Array.from({ length: Math.floor(places.length / 2) - 1 }, (_, i) =>
        pieceAt(2 * i + 2),
      );
      return [pieceAt(0), ...others];
    });
}

function partArbitrary(text: string, boundaries: readonly number[]): fc.Arbitrary<Part> {
  return fc
    .tuple(fc.constantFrom('cue', 'outcome'), piecesArbitrary(text, boundaries))
    .map(([name, pieces]) => ({ name, selector: pieces[0] }));
}

const attributesArbitrary = fc.dictionary(
  fc.constantFrom('polarity', 'strength', 'negated', 'holder', '2', '10'),
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 10 }),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.constantFrom('us', 'north-korea'), { maxLength: 3 }),
  ),
  { noNullPrototype: true },
);
