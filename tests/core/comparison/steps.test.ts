import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { comparedWork } from '../../../src/core/comparison/compared-work';
import { findGroups, findGroupsInSteps } from '../../../src/core/comparison/differences';
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

  test('each pair of coders is one step, and what overlaps is found once in a document', () => {
    const [document] = comparedWork(project).documents;
    if (document === undefined) throw new Error('Nothing is compared');
    const fresh = { ...document };
    expect(countSteps(matchesInSteps(fresh, 'overlap'))).toBe(1);
    expect(countSteps(matchesInSteps(fresh, 'overlap'))).toBe(0);
    expect(matchesOf(fresh, 'overlap')).toEqual(matchesOf({ ...document }, 'overlap'));
  });
});

describe('what is compared', () => {
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
