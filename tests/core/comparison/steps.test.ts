import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { codeRatings } from '../../../src/core/comparison/coding-ratings';
import { comparedWork } from '../../../src/core/comparison/compared-work';
import { confusionInSteps, pairsOfCoders } from '../../../src/core/comparison/confusion';
import {
  findGroups,
  findGroupsInSteps,
  type ComparedGroup,
} from '../../../src/core/comparison/differences';
import { countDifferences, reportInSteps } from '../../../src/core/comparison/document-report';
import { finish, type Steps } from '../../../src/core/comparison/steps';
import { matchesInSteps, matchesOf } from '../../../src/core/comparison/pair-matches';
import type { CoderId, DocumentId } from '../../../src/core/ids';
import { annotationsOf } from '../../../src/core/project/project';
import { annotationOf, projectWith } from '../../support/linked-project';

const by = (coder: string, code: string, words: string): Annotation =>
  annotationOf(code, words, { coder, id: `${coder} ${code} ${words}` });

const project = projectWith(
  ...['ana', 'bo'].flatMap((coder) => [
    by(coder, 'stance', 'Seoul must wait'),
    by(coder, 'actor', 'Tokyo'),
  ]),
);

function countSteps<Result>(steps: Steps<Result>): number {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
}

describe('work in steps', () => {
  test('passages that hang together are one step each, and come to the same as all at once', () => {
    const compared = comparedWork(project);
    expect(countSteps(findGroupsInSteps(project, compared))).toBe(2);
    expect(finish(findGroupsInSteps(project, compared))).toEqual(findGroups(project, compared));
  });

  test('each coder and each pair of coders is one step, and what overlaps is found once in a document', () => {
    const [document] = comparedWork(project).documents;
    if (document === undefined) throw new Error('Nothing is compared');
    const fresh = { ...document };
    expect(countSteps(matchesInSteps(fresh, 'overlap'))).toBe(3);
    expect(countSteps(matchesInSteps(fresh, 'overlap'))).toBe(0);
    expect(matchesOf(fresh, 'overlap')).toEqual(matchesOf({ ...document }, 'overlap'));
  });
});

describe('a text that hangs together from its beginning to its end', () => {
  // Both coders mark each of 600 passages, the first one as far as into the next.
  const work = ['ana', 'bo'].flatMap((coder, who) =>
    Array.from({ length: 600 }, (_, n) => {
      const model = by(coder, n % 7 === who ? 'actor' : 'stance', 'Seoul must wait');
      const [piece] = model.pieces;
      const end = n * 10 + (who === 0 ? 11 : 8);
      return {
        ...model,
        id: `${coder} ${String(n)}` as Annotation['id'],
        pieces: [{ ...piece, start: n * 10 + who, end }],
      } as unknown as Annotation;
    }),
  );
  const long = projectWith(...work);
  const compared = comparedWork(long);
  const [document] = compared.documents;
  if (document === undefined) throw new Error('Nothing is compared');
  const groups = findGroups(long, compared);

  test('is aligned in many steps', () => {
    expect(groups).toHaveLength(600);
    expect(groups.every(({ members }) => members.size === 2)).toBe(true);
    // Fewer than a hundred things a step.
    expect(countSteps(findGroupsInSteps(long, compared))).toBeGreaterThan(40);
  });

  test('its figures and its matrix come to the same in steps', () => {
    expect(countSteps(reportInSteps(long, { ...document }, groups))).toBeGreaterThan(10);
    const report = finish(reportInSteps(long, { ...document }, groups));
    const ratings = codeRatings(long, compared, groups);
    const alpha = krippendorffAlpha(ratings.table);
    expect(report.codeAlpha).toBe(alpha.ok ? alpha.value.value : NaN);
    expect(report.differences).toEqual(countDifferences(groups));
    const pairs = pairsOfCoders(compared.coders);
    const many = Array.from({ length: 5 }, (): readonly ComparedGroup[] => groups).flat();
    const matrix = finish(confusionInSteps(long.codebook, many, pairs));
    expect(matrix.total).toBe(5 * 600);
    expect(countSteps(confusionInSteps(long.codebook, many, pairs))).toBe(1);
  });
});

describe('what is compared', () => {
  test('is the same object whatever is done that is not its coders’ work', () => {
    const [before] = comparedWork(project).documents;
    const document = before?.document.id ?? ('' as DocumentId);
    const withGold = {
      ...project,
      coders: [...project.coders, { id: 'gold' as CoderId, name: 'Gold set' }],
      annotations: new Map([
        [document, [...annotationsOf(project, document), by('gold', 'actor', 'Tokyo')]],
      ]),
    };
    expect(annotationsOf(withGold, document)).toHaveLength(5);
    expect(comparedWork(withGold).documents[0]).toBe(before);
    // Others who are asked for by turns do not make it another.
    const named = { coders: ['ana', 'gold'] as CoderId[] };
    expect(comparedWork(withGold, named).documents[0]?.coders.size).toBe(2);
    expect(comparedWork(withGold).documents[0]).toBe(before);
    const moved = {
      ...withGold,
      annotations: new Map([[document, annotationsOf(withGold, document).slice(1)]]),
    };
    expect(comparedWork(moved).documents[0]).not.toBe(before);
  });

  test('is the same object until its coders’ work is another', () => {
    const [before] = comparedWork(project).documents;
    const document = before?.document.id ?? ('' as DocumentId);
    expect(comparedWork({ ...project, title: 'Another' }).documents[0]).toBe(before);
    const more = projectWith(
      ...annotationsOf(project, document),
      by('bo', 'precondition', 'must wait'),
    );
    const [after] = comparedWork(more).documents;
    expect(after).not.toBe(before);
    expect(after?.coders.get('bo' as CoderId)).toHaveLength(3);
  });
});
