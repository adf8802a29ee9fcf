import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { comparedWork } from '../../../src/core/comparison/compared-work';
import { findGroups } from '../../../src/core/comparison/differences';
import {
  groupsByParagraph,
  layLanes,
  type LaneParagraph,
} from '../../../src/core/comparison/lanes';
import type { CoderId } from '../../../src/core/ids';
import { findParagraphs } from '../../../src/core/text/paragraph';
import { createSpan, type Span } from '../../../src/core/text/span';
import { annotationOf, projectWith, TEXT } from '../../support/linked-project';

const CODERS = ['ana', 'bo'] as const;

function laid(
  annotations: readonly Annotation[],
  excluded: readonly Span[] = [],
  within = createSpan(0, TEXT.length),
): LaneParagraph {
  const project = projectWith(...annotations);
  const compared = comparedWork(project);
  const coders = [...(compared.documents[0]?.coders.keys() ?? [])];
  return layLanes(within, findGroups(project, compared), coders, excluded);
}

/** Words, then what lies under them: coder, line, and whether it is an annotation that begins or ends here. */
function told({ stretches }: LaneParagraph): readonly string[] {
  return stretches
    .filter(({ marks }) => marks.length > 0)
    .map(({ start, end, marks }) =>
      [
        TEXT.slice(start, end),
        ...marks
          .toSorted((a, b) => a.line - b.line)
          .map(({ coder, annotation, line, starts, ends }) =>
            annotation === undefined
              ? `${String(line)} ${coder} gap`
              : `${String(line)} ${starts ? '[' : ''}${coder}${ends ? ']' : ''}`,
          ),
      ].join(' | '),
    );
}

const by = (coder: string, code: string, words: string): Annotation =>
  annotationOf(code, words, { coder, id: `${coder} ${code} ${words}` });

describe('lanes', () => {
  test('text is cut where anybody begins or ends, and every coder has a lane in the same place', () => {
    expect(
      told(laid([by('ana', 'stance', 'Seoul must wait'), by('bo', 'stance', 'must wait, and')])),
    ).toEqual(['Seoul  | 0 [ana', 'must wait | 0 ana] | 1 [bo', ', and | 1 bo]']);
  });

  test('who has nothing at a passage has a gap there, which never takes a line of its own', () => {
    const lanes = laid([
      by('ana', 'stance', 'Seoul must wait'),
      by('bo', 'stance', 'Seoul must wait'),
      by('ana', 'actor', 'Seoul'),
      by('ana', 'actor', 'Tokyo'),
    ]);
    expect(told(lanes)).toEqual([
      'Seoul | 0 [ana | 1 [ana] | 2 [bo',
      ' must wait | 0 ana] | 2 bo]',
      'Tokyo | 0 [ana] | 2 bo gap',
    ]);
    expect([...lanes.lines]).toEqual([
      ['ana', 2],
      ['bo', 1],
    ]);
  });

  test('bare text has no lines; excluded text is told', () => {
    const [paragraph] = findParagraphs(TEXT);
    const bare = layLanes(paragraph?.span ?? createSpan(0, 0), [], ['ana' as CoderId], []);
    expect([...bare.lines.values()]).toEqual([0]);
    const { stretches } = laid(
      [by('ana', 'actor', 'Seoul'), by('bo', 'actor', 'Seoul')],
      [createSpan(0, 5)],
    );
    expect(stretches.filter((one) => one.isExcluded).map((one) => [one.start, one.end])).toEqual([
      [0, 5],
    ]);
  });

  test('a passage is in every paragraph that it reaches, and begins in one', () => {
    const project = projectWith(
      by('ana', 'stance', 'Seoul must wait, and Tokyo'),
      by('bo', 'stance', 'Tokyo agrees'),
    );
    const groups = findGroups(project, comparedWork(project));
    const middle = TEXT.indexOf('Tokyo');
    const halves = [createSpan(0, middle), createSpan(middle, TEXT.length)];
    const found = groupsByParagraph(
      halves.map((span, index) => ({ number: index + 1, span })),
      groups,
    );
    expect(found.map((one) => one.length)).toEqual([1, 1]);
    const begins = halves.map(
      (span, index) =>
        layLanes(span, found[index] ?? [], ['ana', 'bo'] as CoderId[], []).stretches.flatMap(
          (one) => one.begins,
        ).length,
    );
    expect(begins).toEqual([1, 0]);
  });

  test('any crowd: the stretches are the text, and each annotation covers exactly its characters', () => {
    const passage = fc
      .tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => TEXT.slice(start, start + length));
    const crowd = fc.array(
      fc.tuple(fc.constantFrom(...CODERS), fc.constantFrom('stance', 'actor'), passage),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(crowd, (given) => {
        const annotations = given.map(([coder, code, words], n) =>
          annotationOf(code, words, { coder, id: `${coder} ${String(n)}` }),
        );
        if (new Set(given.map(([coder]) => coder)).size < 2) return;
        const { stretches, lines } = laid(annotations);
        expect(stretches.map((one) => TEXT.slice(one.start, one.end)).join('')).toBe(TEXT);
        for (const one of annotations) {
          const own = stretches.filter(({ marks }) =>
            marks.some(({ annotation }) => annotation === one),
          );
          const { start, end } = one.pieces[0];
          expect([own[0]?.start, own.at(-1)?.end]).toEqual([start, end]);
        }
        const total = [...lines.values()].reduce((sum, n) => sum + n, 0);
        for (const { marks } of stretches) {
          for (const { line } of marks) expect(line).toBeLessThan(total);
        }
      }),
    );
  });
});
