import { describe, expect, it, test } from 'vitest';
import { comparedWork, prepareComparedWork } from '../../../src/core/comparison/compared-work';
import { finish } from '../../../src/core/comparison/steps';
import { tellLeftOut } from '../../../src/core/comparison/tell-left-out';
import type { CoderId, TeamActId } from '../../../src/core/ids';
import type { CoderRole, Project } from '../../../src/core/project/project';
import type { TeamDeed } from '../../../src/core/team/team-act';
import { annotationOf, projectWith } from '../../support/linked-project';
import { timeAt } from '../../support/random-annotation';

const LEA = 'lea' as CoderId;

/** Ana and Bo coded the text, and Lea, who leads, has one annotation in it. */
function project(role: CoderRole | 'none' = 'lead'): Project {
  const by = (coder: string, words: string) =>
    annotationOf('actor', words, { id: `${coder}-${words}`, coder });
  const made = projectWith(by('ana', 'Tokyo'), by('bo', 'Tokyo'), by('lea', 'Seoul'));
  const others = made.coders.filter(({ id }) => id !== LEA);
  return {
    ...made,
    coders: [...others, { id: LEA, name: 'Lea', ...(role !== 'none' && { role }) }],
  };
}

function withDeed(given: Project, deed: TeamDeed): Project {
  const act = { id: 'act' as TeamActId, coderId: LEA, at: timeAt(1), deed };
  return { ...given, team: [...given.team, act] };
}

function compared(given: Project): readonly string[] {
  return comparedWork(given).documents.map(({ coders }) => [...coders.keys()].join(' '));
}

test('what was prepared is not walked over again', () => {
  const made = project();
  const walks: string[] = [];
  const counting = [...made.annotations].map(([id, set]) => {
    const watched = new Proxy(set, {
      get: (target, key) => {
        if (key === Symbol.iterator) walks.push(id);
        return Reflect.get(target, key) as unknown;
      },
    });
    return [id, watched] as const;
  });
  const watched = { ...made, annotations: new Map(counting) };
  finish(prepareComparedWork(watched));
  expect(walks).toEqual([...made.annotations.keys()]);
  expect(compared(watched)).toEqual(['ana bo']);
  expect(walks).toHaveLength(made.annotations.size);
});

describe('who is compared', () => {
  it('is not who leads or adjudicates, for a single annotation of their own', () => {
    for (const role of ['lead', 'adjudicator'] as const) {
      expect(compared(project(role))).toEqual(['ana bo']);
      expect(comparedWork(project(role)).coders).toEqual(['ana', 'bo']);
    }
    expect(compared(project('none'))).toEqual(['ana bo lea']);
    expect(compared(project('coder'))).toEqual(['ana bo lea']);
  });

  it('is who leads, where the document is assigned to them, and no longer when it is not', () => {
    const [document] = comparedWork(project()).documents;
    if (document === undefined) throw new Error('There is nothing to compare.');
    const deed = { kind: 'assign', documentIds: [document.document.id], coderIds: [LEA] } as const;
    const assigned = withDeed(project(), { ...deed, isAssigned: true });
    expect(compared(assigned)).toEqual(['ana bo lea']);
    expect(comparedWork(assigned).leftOut).toEqual([]);
    expect(compared(withDeed(assigned, { ...deed, isAssigned: false }))).toEqual(['ana bo']);
  });

  it('is exactly who is named, whatever the role', () => {
    const choice = { coders: ['ana', 'lea'] as CoderId[] };
    const { documents, leftOut } = comparedWork(project(), choice);
    expect(documents.map(({ coders }) => [...coders.keys()])).toEqual([['ana', 'lea']]);
    expect(leftOut).toEqual([]);
  });

  it('is said of those who are left out, with the reason and what to do', () => {
    const work = comparedWork(project('adjudicator'));
    expect(work.leftOut).toEqual([{ coderId: 'lea', documents: 1 }]);
    expect(tellLeftOut(project('adjudicator'), work)).toEqual([
      'Lea (Adjudicator) has work in 1 document not assigned to them and is not compared there. To compare it, assign them under Team, or give Lea the role of a coder.',
    ]);
  });
});
