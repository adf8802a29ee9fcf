import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { alignAnnotations } from '../../../src/core/comparison/align';
import { finish } from '../../../src/core/comparison/steps';
import { comparedWork, type ComparedDocument } from '../../../src/core/comparison/compared-work';
import type { AnnotationId, CodeId, CoderId } from '../../../src/core/ids';
import { createSpan } from '../../../src/core/text/span';
import { crowdArbitrary } from '../../support/annotations';
import { annotationOf, projectWith } from '../../support/linked-project';

const ana = (code: string, words: string): Annotation =>
  annotationOf(code, words, { coder: 'ana', id: `ana ${code} ${words}` });
const bo = (code: string, words: string): Annotation =>
  annotationOf(code, words, { coder: 'bo', id: `bo ${code} ${words}` });

function documentOf(...annotations: readonly Annotation[]): ComparedDocument {
  const [document] = comparedWork(projectWith(...annotations)).documents;
  if (document === undefined) throw new Error('Nothing is compared');
  return document;
}

/** The groups as their annotations' ids. */
function groupsOf(document: ComparedDocument): readonly (readonly string[])[] {
  return finish(alignAnnotations(document)).map(({ members }) =>
    [...members.values()].map(({ id }) => id),
  );
}

describe('alignment', () => {
  test('passages of one code meet where they share a character; others stay alone', () => {
    const document = documentOf(
      ana('stance', 'Seoul must wait'),
      bo('stance', 'must wait, and'),
      ana('actor', 'Tokyo'),
      bo('actor', 'waits'),
    );
    expect(groupsOf(document)).toEqual([
      ['ana stance Seoul must wait', 'bo stance must wait, and'],
      ['ana actor Tokyo'],
      ['bo actor waits'],
    ]);
  });

  test('an actor inside a stance is no stance coded otherwise; half of the passage is', () => {
    const inside = documentOf(ana('stance', 'Seoul must wait'), bo('actor', 'Seoul'));
    expect(groupsOf(inside)).toHaveLength(2);
    const half = documentOf(ana('stance', 'Seoul must wait'), bo('precondition', 'must wait'));
    expect(groupsOf(half)).toEqual([['ana stance Seoul must wait', 'bo precondition must wait']]);
  });

  test('of stacked annotations each meets the one of its code', () => {
    const document = documentOf(
      ana('stance', 'Seoul must wait'),
      ana('precondition', 'Seoul must wait'),
      bo('precondition', 'Seoul must wait'),
      bo('stance', 'Seoul must wait'),
    );
    expect(groupsOf(document)).toEqual([
      ['ana precondition Seoul must wait', 'bo precondition Seoul must wait'],
      ['ana stance Seoul must wait', 'bo stance Seoul must wait'],
    ]);
  });

  test('the closest goes first: one long passage does not take what fits another better', () => {
    const document = documentOf(
      ana('stance', 'Seoul must wait, and Tokyo agrees'),
      ana('stance', 'Tokyo agrees'),
      bo('stance', 'Tokyo agrees with'),
    );
    expect(groupsOf(document)).toEqual([
      ['ana stance Seoul must wait, and Tokyo agrees'],
      ['ana stance Tokyo agrees', 'bo stance Tokyo agrees with'],
    ]);
  });

  test('any crowd: every annotation once, a coder once a group, and the order of neither changes it', () => {
    const names = ['ana', 'bo', 'cy'].map((name) => name as CoderId);
    const crowds = fc.tuple(crowdArbitrary(), crowdArbitrary(), crowdArbitrary());
    fc.assert(
      fc.property(
        crowds,
        fc.infiniteStream(fc.constantFrom('stance', 'actor', 'precondition')),
        (sets, codes) => {
          const coders = names.map((coderId, n) => {
            const own = (sets[n] ?? []).map((one): Annotation => ({
              ...one,
              id: `${coderId} ${one.id}` as AnnotationId,
              coderId,
              codeId: String(codes.next().value) as CodeId,
            }));
            return [coderId, own] as const;
          });
          const { document } = documentOf(ana('stance', 'Seoul'), bo('stance', 'Seoul'));
          const groups = groupsOf({ document, coders: new Map(coders) });
          const all = coders.flatMap(([, own]) => own.map(({ id }) => id));
          expect(groups.flat().toSorted()).toEqual(all.toSorted());
          for (const group of groups) {
            const whose = group.map((id) => id.split(' ')[0]);
            expect(new Set(whose).size).toBe(whose.length);
          }
          const turned = coders.map(([coder, own]) => [coder, own.toReversed()] as const).reverse();
          const again = groupsOf({ document, coders: new Map(turned) });
          const plain = (list: readonly (readonly string[])[]) =>
            list.map((group) => group.toSorted().join()).sort();
          expect(plain(again)).toEqual(plain(groups));
        },
      ),
    );
  });

  test('crowds that share no character are aligned as if each were alone', () => {
    const { document } = documentOf(ana('stance', 'Seoul'), bo('stance', 'Seoul'));
    const setOf = (coder: string, own: readonly Annotation[], by: number): readonly Annotation[] =>
      own.map((one): Annotation => {
        const [first, ...rest] = one.pieces.map((piece) => ({
          ...piece,
          ...createSpan(piece.start + by, piece.end + by),
        }));
        if (first === undefined) throw new Error('An annotation has no piece.');
        return {
          ...one,
          id: `${coder} ${one.id} ${String(by)}` as AnnotationId,
          coderId: coder as CoderId,
          codeId: (one.id.endsWith('1') ? 'actor' : 'stance') as CodeId,
          pieces: [first, ...rest],
        };
      });
    const aligned = (...sets: readonly (readonly Annotation[])[]) =>
      groupsOf({
        document,
        coders: new Map(
          (['ana', 'bo'] as CoderId[]).map((coder) => [
            coder,
            sets.flat().filter(({ coderId }) => coderId === coder),
          ]),
        ),
      });
    fc.assert(
      fc.property(crowdArbitrary(), crowdArbitrary(), (one, other) => {
        const near = [...setOf('ana', one, 0), ...setOf('bo', other, 0)];
        const far = [...setOf('ana', other, 100), ...setOf('bo', one, 100)];
        expect(aligned(near, far)).toEqual([...aligned(near), ...aligned(far)]);
      }),
    );
  });
});
