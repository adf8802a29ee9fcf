import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { withVerdicts, type AdjudicatedGroup } from '../../../src/core/adjudication/adjudication';
import { agreedEverywhere } from '../../../src/core/adjudication/agreed-everywhere';
import {
  agreedGroups,
  planAgreed,
  planAgreedInSteps,
} from '../../../src/core/adjudication/plan-agreed';
import { planDropStray, planKeep, planReopen } from '../../../src/core/adjudication/plan-reopen';
import {
  goldLinksAt,
  lostLinks,
  offeredLinks,
  planLink,
} from '../../../src/core/adjudication/plan-link';
import { addedPassages, planMissed } from '../../../src/core/adjudication/plan-missed';
import { planVerdict, type Decision } from '../../../src/core/adjudication/plan-verdict';
import { verdictReasons } from '../../../src/core/adjudication/reasons';
import { rehearseVerdict } from '../../../src/core/adjudication/rehearse-verdict';
import { summarize } from '../../../src/core/adjudication/summary';
import { unclearPassages } from '../../../src/core/adjudication/unclear';
import { comparedWork } from '../../../src/core/comparison/compared-work';
import { finish } from '../../../src/core/comparison/steps';
import { findGroups } from '../../../src/core/comparison/differences';
import type { CodeId, CoderId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import { contentHash } from '../../../src/core/project/content-hash';
import { effectiveAttributes } from '../../../src/core/project/effective';
import { checkPermission, mayEditGold } from '../../../src/core/project/permission';
import type { Command } from '../../../src/core/project/command';
import type { Project } from '../../../src/core/project/project';
import { GOLD_CODER } from '../../../src/core/verdict/gold-coder';
import { adjudicationIn, adjudicator, after, goldOf, valueOf } from '../../support/adjudicating';
import { annotationOf, projectWith, relationOf, withLinks } from '../../support/linked-project';
import { timeAt } from '../../support/random-annotation';
import { Replica } from '../../support/replica';

const ANA = 'ana' as CoderId;
const BO = 'bo' as CoderId;

function by(coder: string, code: string, words: string, given: object = {}): Annotation {
  return annotationOf(code, words, { id: `${coder}-${code}-${words.length}`, coder, ...given });
}

/** Ana and Bo differ in the first passage's boundary and value, Bo missed the second, they agree on the third. */
function differing(): Project {
  return projectWith(
    by('ana', 'stance', 'Seoul must wait', { attributes: { polarity: 'favour' } }),
    by('bo', 'stance', 'must wait', { attributes: { polarity: 'oppose', strength: 2 } }),
    by('ana', 'actor', 'Tokyo', { attributes: { entity: ['japan'] } }),
    by('ana', 'stance', 'agrees with Japan', { id: 'ana-last' }),
    by('bo', 'stance', 'agrees with Japan', { id: 'bo-last' }),
  );
}

function groupAt(project: Project, words: string): AdjudicatedGroup {
  const found = adjudicationIn(project).groups.find(({ members }) =>
    [...members.values()].some(({ pieces }) => pieces[0].exact === words),
  );
  if (found === undefined) throw new Error(`Nobody has “${words}”.`);
  return found;
}

function decide(project: Project, words: string, decision: Decision, at = 100): Project {
  return after(
    project,
    planVerdict(project, groupAt(project, words), decision, adjudicator('ana', at)),
  );
}

function statesOf(project: Project): readonly string[] {
  return adjudicationIn(project).groups.map(({ state }) => state);
}

describe('the work that a verdict makes', () => {
  it('is one passage: every other that is open stays the same object', () => {
    const project = differing();
    const compared = comparedWork(project);
    const groups = findGroups(project, compared);
    const ids = compared.documents.map(({ document }) => document.id);
    const before = withVerdicts(project, groups, ids).groups;
    const [first] = before;
    if (first === undefined) throw new Error('There are no passages.');
    const planned = planVerdict(project, first, { outcome: 'none' }, adjudicator('ana', 100));
    const now = withVerdicts(after(project, planned), groups, ids).groups;
    expect(now.map((group, index) => group === before[index])).toEqual([false, true, true]);
    expect(now[0]?.state).toBe('settled');
  });

  it('stays with that passage: of those decided before, and those that are open, none is looked at', () => {
    const project = differing();
    const compared = comparedWork(project);
    let looks = 0;
    const groups = findGroups(project, compared).map((group) => ({
      ...group,
      get members() {
        looks += 1;
        return group.members;
      },
    }));
    const ids = compared.documents.map(({ document }) => document.id);
    const decideOn = (before: Project, place: number): Project => {
      const group = withVerdicts(before, groups, ids).groups[place] as AdjudicatedGroup;
      return after(
        before,
        planVerdict(before, group, { outcome: 'none' }, adjudicator('ana', 100)),
      );
    };
    const one = decideOn(project, 0);
    const first = withVerdicts(one, groups, ids).groups[0];
    const two = decideOn(one, 1);
    looks = 0;
    const now = withVerdicts(two, groups, ids).groups;
    expect(now.map(({ state }) => state)).toEqual(['settled', 'settled', 'open']);
    expect(now[0]).toBe(first);
    // What the second has, to be compared with its verdict; and once to be told as decided.
    expect(looks).toBeLessThanOrEqual(1 + [...compared.coders].length);
    looks = 0;
    expect(withVerdicts(two, groups, ids).groups).toEqual(now);
    expect(looks).toBe(0);
  });

  it('is looked at again where links are others', () => {
    const [from, to] = [
      by('ana', 'stance', 'Seoul must wait', { id: 'from' }),
      by('ana', 'actor', 'Tokyo', { id: 'to' }),
    ];
    const project = decide(
      projectWith(from, to, by('bo', 'stance', 'Seoul must wait')),
      'Seoul must wait',
      { outcome: 'taken', from: ANA },
    );
    const compared = comparedWork(project);
    const groups = findGroups(project, compared);
    const stateIn = (one: Project) => withVerdicts(one, groups, [from.documentId]).groups[0]?.state;
    expect(stateIn(project)).toBe('settled');
    expect(stateIn(withLinks(project, relationOf('supports', from, to)))).toBe('changed');
    expect(stateIn(project)).toBe('settled');
  });
});

describe('a verdict', () => {
  it('takes one coder’s annotation, and leaves the coders’ own as they are', () => {
    const project = differing();
    const taken = decide(project, 'must wait', { outcome: 'taken', from: BO, reason: 'A slip' });
    expect(goldOf(taken)).toEqual(['stance: must wait: {"polarity":"oppose","strength":2}']);
    expect(statesOf(taken)).toEqual(['settled', 'open', 'open']);
    const ours = (one: Project) =>
      [...one.annotations.values()].flat().filter(({ coderId }) => coderId !== GOLD_CODER);
    expect(ours(taken)).toEqual(ours(project));
    const [verdict] = groupAt(taken, 'must wait').verdicts;
    expect(verdict).toMatchObject({
      coderId: 'ana',
      outcome: 'taken',
      reason: 'A slip',
      sources: [{ field: 'all', coderId: 'bo' }],
      coders: ['ana', 'bo'],
    });
    expect(taken.coders.map(({ name }) => name)).toEqual(['Ana', 'Bo 𠮷', 'Gold set']);
  });

  it('merges field by field, and leaves out what no field names', () => {
    const project = differing();
    const merged = decide(project, 'must wait', {
      outcome: 'merged',
      sources: [
        { field: 'pieces', coderId: ANA },
        { field: 'code', coderId: BO },
        { field: 'attributes.strength', coderId: BO },
      ],
    });
    expect(goldOf(merged)).toEqual(['stance: Seoul must wait: {"strength":2}']);
    expect(groupAt(merged, 'must wait').verdicts[0]?.outcome).toBe('merged');
  });

  it('is of the one coder when every field of a merge is', () => {
    const merged = decide(differing(), 'must wait', {
      outcome: 'merged',
      sources: ['pieces', 'code', 'parts'].map((field) => ({ field, coderId: BO })),
    });
    expect(groupAt(merged, 'must wait').verdicts[0]).toMatchObject({
      outcome: 'taken',
      sources: [{ field: 'all', coderId: 'bo' }],
    });
  });

  it('refuses a merge without a passage, and to take what a coder does not have', () => {
    const project = differing();
    const plan = (words: string, decision: Decision) =>
      planVerdict(project, groupAt(project, words), decision, adjudicator());
    const [code] = [{ field: 'code', coderId: BO }];
    expect(plan('must wait', { outcome: 'merged', sources: [code] })).toMatchObject({
      fault: { code: 'fault.verdict.unfinished' },
    });
    expect(plan('Tokyo', { outcome: 'taken', from: BO })).toMatchObject({
      fault: { code: 'fault.verdict.hasNone' },
    });
  });

  it('makes a new one that its adjudicator may go on with, and nobody else', () => {
    const project = differing();
    const { pieces } = by('ana', 'stance', 'Seoul');
    const made = decide(project, 'must wait', {
      outcome: 'new',
      pieces,
      codeId: 'precondition' as CodeId,
      codebookUnclear: true,
    });
    expect(goldOf(made)).toEqual(['precondition: Seoul: {}']);
    const [verdict] = groupAt(made, 'must wait').verdicts;
    expect(verdict?.codebookUnclear).toBe(true);
    const [annotationId] = verdict?.goldIds ?? [];
    if (annotationId === undefined) throw new Error('There is no annotation.');
    const address = {
      documentId: groupAt(made, 'Seoul must wait').document.document.id,
      annotationId,
    };
    expect(mayEditGold(made, address, ANA)).toBe(true);
    const memo = {
      kind: 'annotation.memo',
      ...address,
      memo: 'Why.',
      modifiedAt: timeAt(9),
    } as const;
    expect(checkPermission(made, memo, ANA)).toBeUndefined();
    expect(checkPermission(made, memo, BO)?.code).toBe('fault.verdict.goldSet');
    expect(checkPermission(made, { kind: 'annotation.remove', ...address }, ANA)?.code).toBe(
      'fault.verdict.goldSet',
    );
    expect(statesOf(after(made, memo))).toEqual(['settled', 'open', 'open']);
  });

  it('may be none, and given anew in the place of the one before', () => {
    const none = decide(differing(), 'must wait', { outcome: 'none', words: 'Too vague.' });
    expect(goldOf(none)).toEqual([]);
    const anew = decide(none, 'must wait', { outcome: 'taken', from: ANA });
    expect(goldOf(anew)).toHaveLength(1);
    expect(groupAt(anew, 'must wait').verdicts).toHaveLength(1);
    const project = after(anew, planReopen(anew, groupAt(anew, 'must wait').verdicts, timeAt(200)));
    expect(goldOf(project)).toEqual([]);
    expect(statesOf(project)).toEqual(['open', 'open', 'open']);
  });

  it('may not be given in the gold set’s name', () => {
    const project = differing();
    const planned = planVerdict(
      project,
      groupAt(project, 'must wait'),
      { outcome: 'none' },
      adjudicator('gold'),
    );
    expect(planned).toMatchObject({ fault: { code: 'fault.command.unknownCoder' } });
  });
});

describe('what all coders missed', () => {
  function file(
    project: Project,
    code: string,
    words: string,
    grounds: object = {},
    who = adjudicator('ana', 100),
  ) {
    const [document] = comparedWork(project).documents;
    if (document === undefined) throw new Error('There is nothing to compare.');
    const { pieces } = by('ana', code, words);
    const missed = { pieces, codeId: code as CodeId, ...grounds };
    return planMissed(project, document, missed, who);
  }

  it('goes into the gold set under a verdict about nobody’s annotation, and comes out again', () => {
    const project = differing();
    const filed = after(
      project,
      file(project, 'actor', 'Seoul', { reason: 'A slip', words: 'Both.' }),
    );
    expect(goldOf(filed)).toEqual(['actor: Seoul: {}']);
    expect(statesOf(filed)).toEqual(['open', 'open', 'open']);
    const { added } = adjudicationIn(filed);
    expect(added).toMatchObject([
      { coderId: 'ana', members: [], coders: ['ana', 'bo'], outcome: 'new', reason: 'A slip' },
    ]);
    const [passage] = addedPassages(filed, added);
    expect(passage).toMatchObject({ state: 'settled', gold: { codeId: 'actor' } });
    const { documentId, goldIds } = added[0] as (typeof added)[0];
    const [annotationId] = goldIds;
    if (annotationId === undefined) throw new Error('Nothing was made.');
    expect(mayEditGold(filed, { documentId, annotationId }, ANA)).toBe(true);
    expect(mayEditGold(filed, { documentId, annotationId }, BO)).toBe(false);
    const reopened = after(filed, planReopen(filed, added, timeAt(200)));
    expect(goldOf(reopened)).toEqual([]);
    expect(adjudicationIn(reopened).added).toEqual([]);
  });

  it('is not what a coder or the gold set has: that is said, with the name', () => {
    const project = differing();
    expect(file(project, 'actor', 'Tokyo')).toMatchObject({
      fault: { code: 'fault.verdict.notMissed', text: expect.stringContaining('Ana') as string },
    });
    const filed = after(project, file(project, 'stance', 'Tokyo'));
    expect(file(filed, 'stance', 'Tokyo')).toMatchObject({
      fault: { code: 'fault.verdict.inGoldSet' },
    });
  });

  it('has two verdicts where two filed the same apart, until one of them is kept', () => {
    const [ana, bo] = devices(differing());
    const fileAt = (one: Replica, who: string, at: number) => {
      const planned = valueOf(file(one.project, 'actor', 'Seoul', {}, adjudicator(who, at)));
      one.perform(planned, timeAt(at));
    };
    fileAt(ana, 'ana', 100);
    fileAt(bo, 'bo', 500);
    ana.receive(bo.written);
    const both = ana.project;
    const passages = addedPassages(both, adjudicationIn(both).added);
    expect(goldOf(both)).toEqual(['actor: Seoul: {}', 'actor: Seoul: {}']);
    expect(passages.map(({ state, verdicts }) => [state, verdicts.length])).toEqual([
      ['disputed', 2],
      ['disputed', 2],
    ]);
    const [first] = passages;
    const others = first?.verdicts.slice(1) ?? [];
    const kept = after(both, planReopen(both, others, timeAt(600)));
    expect(goldOf(kept)).toEqual(['actor: Seoul: {}']);
    expect(addedPassages(kept, adjudicationIn(kept).added)).toMatchObject([
      { state: 'settled', verdict: first?.verdict },
    ]);
    // Another code on the same words is another passage.
    const other = after(differing(), file(differing(), 'actor', 'Seoul'));
    const stacked = after(other, file(other, 'stance', 'Seoul', {}, adjudicator('ana', 500)));
    expect(addedPassages(stacked, adjudicationIn(stacked).added).map(({ state }) => state)).toEqual(
      ['settled', 'settled'],
    );
  });

  it('says so when what was filed is gone from the gold set, and stands in text order', () => {
    let project = differing();
    project = after(project, file(project, 'actor', 'Seoul'));
    project = after(project, file(project, 'actor', 'Japan'));
    const words = (one: Project) =>
      addedPassages(one, adjudicationIn(one).added).map(
        ({ gold, state }) => `${gold?.pieces[0].exact ?? '–'} ${state}`,
      );
    expect(words(project)).toEqual(['Japan settled', 'Seoul settled']);
    const gold = [...project.annotations.values()].flat().find(({ coderId }) => coderId === 'gold');
    if (gold === undefined) throw new Error('Nothing was filed.');
    const gone = after(project, planDropStray([gold]));
    expect(words(gone)).toEqual(['– changed', 'Seoul settled']);
  });
});

describe('a verdict that is rehearsed', () => {
  it('is found as it would be, and nothing is done', () => {
    const project = differing();
    const before = contentHash(project);
    const { groups } = adjudicationIn(project);
    const rehearsed = finish(rehearseVerdict(project, groups, ANA));
    expect(rehearsed?.found.groups.map(({ state }) => state)).toEqual(['settled', 'open', 'open']);
    expect(goldOf(rehearsed?.project ?? project)).toHaveLength(1);
    expect(contentHash(project)).toBe(before);
    expect(adjudicationIn(project).groups.map(({ state }) => state)).toEqual(
      groups.map(() => 'open'),
    );
  });

  it('is nothing where no passage is open', () => {
    const project = projectWith(by('ana', 'actor', 'Tokyo'), by('bo', 'actor', 'Tokyo'));
    const settled = after(
      project,
      planAgreed(project, adjudicationIn(project).groups, adjudicator()),
    );
    const { groups } = adjudicationIn(settled);
    expect(groups.map(({ state }) => state)).toEqual(['settled']);
    expect(finish(rehearseVerdict(settled, groups, ANA))).toBeUndefined();
  });
});

describe('a step of adjudication', () => {
  it('changes nothing of a coder’s, and gives no verdict in another’s name', () => {
    const project = differing();
    const { documentId, id: annotationId } = by('bo', 'stance', 'must wait');
    const refused = (...commands: readonly Command[]) =>
      checkPermission(project, { kind: 'batch', purpose: 'adjudication', size: 1, commands }, ANA)
        ?.code;
    expect(refused({ kind: 'annotation.remove', documentId, annotationId })).toBe(
      'fault.command.notYours',
    );
    const theirs = valueOf(
      planVerdict(project, groupAt(project, 'must wait'), { outcome: 'none' }, adjudicator('bo')),
    );
    expect(refused(...theirs.commands)).toBe('fault.command.notYours');
    const taken = decide(project, 'must wait', { outcome: 'taken', from: BO });
    const [goldId] = groupAt(taken, 'must wait').verdicts[0]?.goldIds ?? [];
    if (goldId === undefined) throw new Error('Nothing was taken.');
    const memo = { memo: 'Mine.', modifiedAt: timeAt(9) };
    const edit = { kind: 'annotation.memo', documentId, annotationId: goldId, ...memo } as const;
    expect(checkPermission(taken, edit, ANA)?.code).toBe('fault.verdict.goldSet');
  });
});

describe('a change after a verdict', () => {
  it('is noticed: of an annotation, of its links, of who has one, of who coded the text', () => {
    const { documentId } = by('bo', 'stance', 'must wait');
    const taken = decide(differing(), 'must wait', { outcome: 'taken', from: BO });
    const edit = {
      kind: 'annotation.memo',
      documentId,
      annotationId: by('bo', 'stance', 'must wait').id,
      memo: 'Hm.',
      modifiedAt: timeAt(300),
    } as const;
    const edited = valueOf(applyCommand(taken, edit, () => undefined));
    expect(statesOf(edited.project)[0]).toBe('changed');
    const back = valueOf(applyCommand(edited.project, edited.inverse, () => undefined)).project;
    expect(statesOf(back)[0]).toBe('settled');

    const own = (id: string) => [...taken.annotations.values()].flat().find((one) => one.id === id);
    const [from, to] = [own('ana-stance-15'), own('ana-last')];
    if (from === undefined || to === undefined) throw new Error('Ana’s are gone.');
    expect(statesOf(withLinks(taken, relationOf('supports', from, to)))[0]).toBe('changed');

    const cy = { id: 'cy' as CoderId, name: 'Cy' };
    const third: Project = { ...taken, coders: [...taken.coders, cy] };
    const other = by('cy', 'stance', 'and waits');
    const joined = valueOf(
      applyCommand(third, { kind: 'annotation.add', annotation: other }, () => undefined),
    ).project;
    expect(statesOf(joined)[0]).toBe('settled');
    const finished = valueOf(
      applyCommand(
        joined,
        {
          kind: 'mark.set',
          documentId,
          mark: { coderId: cy.id, decision: 'finished', at: timeAt(301) },
        },
        () => undefined,
      ),
    ).project;
    expect(statesOf(finished)[0]).toBe('changed');
    const here = by('cy', 'stance', 'Seoul must wait');
    const overlapping = valueOf(
      applyCommand(joined, { kind: 'annotation.add', annotation: here }, () => undefined),
    ).project;
    expect(statesOf(overlapping)[0]).toBe('changed');
  });

  it('leaves verdicts and annotations that nothing belongs to any more in sight', () => {
    const taken = decide(differing(), 'Tokyo', { outcome: 'taken', from: ANA });
    const { documentId, id: annotationId } = by('ana', 'actor', 'Tokyo');
    const gone = after(taken, { kind: 'annotation.remove', documentId, annotationId });
    const { lost, groups } = adjudicationIn(gone);
    expect(lost).toHaveLength(1);
    expect(groups.map(({ state }) => state)).toEqual(['open', 'open']);
    const [verdict] = lost;
    if (verdict === undefined) throw new Error('It is not in sight.');
    const bare = valueOf(
      applyCommand(
        gone,
        { kind: 'verdict.remove', documentId, verdictId: verdict.id },
        () => undefined,
      ),
    ).project;
    const { stray } = adjudicationIn(bare);
    expect(stray.map(({ codeId }) => codeId)).toEqual(['actor']);
    expect(goldOf(after(bare, planDropStray(stray)))).toEqual([]);
  });
});

describe('links of the gold set', () => {
  function linked(): Project {
    const mention = by('ana', 'actor', 'Japan', { attributes: { entity: ['japan'] } });
    const stance = by('ana', 'stance', 'Seoul must wait');
    const reason = by('ana', 'stance', 'agrees with Japan', { id: 'ana-last' });
    return withLinks(
      projectWith(
        mention,
        stance,
        reason,
        by('bo', 'stance', 'must wait'),
        by('bo', 'actor', 'Japan', { attributes: { entity: ['japan'] } }),
        by('bo', 'stance', 'with Japan', { id: 'bo-last' }),
      ),
      relationOf('holder', stance, mention),
      relationOf('supports', reason, stance),
    );
  }

  it('come with the second of both verdicts, whichever it is', () => {
    for (const order of [
      ['Seoul must wait', 'agrees with Japan'],
      ['agrees with Japan', 'Seoul must wait'],
    ]) {
      let project = linked();
      for (const [n, words] of order.entries()) {
        expect(goldOf(project)).toHaveLength(n);
        project = decide(project, words, { outcome: 'taken', from: ANA }, 100 + n);
      }
      expect(goldOf(project)).toContain('agrees with Japan → supports → Seoul must wait');
    }
  });

  it('are of the coder whose links are taken only', () => {
    let project = decide(linked(), 'agrees with Japan', { outcome: 'taken', from: BO });
    project = decide(project, 'Seoul must wait', { outcome: 'taken', from: ANA });
    expect(goldOf(project).join()).not.toContain('supports');
  });

  it('say an attribute once, and it is there with and without the link', () => {
    const holder = (project: Project) => {
      const [gold] = groupAt(project, 'must wait').verdicts[0]?.goldIds ?? [];
      const found = [...project.annotations.values()].flat().find(({ id }) => id === gold);
      return found && [effectiveAttributes(project, found)['holder'], found.attributes['holder']];
    };
    let project = decide(linked(), 'Seoul must wait', { outcome: 'taken', from: ANA });
    expect(holder(project)).toEqual([['japan'], ['japan']]);
    project = decide(project, 'Japan', { outcome: 'taken', from: BO });
    expect(goldOf(project)).toContain('Seoul must wait → holder → Japan');
    expect(holder(project)).toEqual([['japan'], undefined]);
    project = after(project, planReopen(project, groupAt(project, 'Japan').verdicts, timeAt(200)));
    expect(holder(project)).toEqual([['japan'], ['japan']]);
  });
});

describe('a link that is drawn or taken by itself', () => {
  /** Both passages are settled, with Bo's links: none. */
  function settled(): Project {
    const stance = by('ana', 'stance', 'Seoul must wait');
    const reason = by('ana', 'stance', 'agrees with Japan', { id: 'ana-last' });
    const project = withLinks(
      projectWith(
        stance,
        reason,
        by('bo', 'stance', 'must wait'),
        by('bo', 'stance', 'with Japan', { id: 'bo-last' }),
      ),
      relationOf('supports', reason, stance),
    );
    const once = decide(project, 'must wait', { outcome: 'taken', from: BO });
    return decide(once, 'with Japan', { outcome: 'taken', from: BO }, 101);
  }
  const goldAt = (project: Project, words: string): Annotation => {
    const gold = [...project.annotations.values()]
      .flat()
      .find((one) => one.coderId === GOLD_CODER && one.pieces[0].exact === words);
    if (gold === undefined) throw new Error(`The gold set has no “${words}”.`);
    return gold;
  };
  const draw = (project: Project, from: string, to: string, more: object = {}) =>
    planLink(
      project,
      {
        kindId: 'supports',
        from: goldAt(project, from),
        to: goldAt(project, to),
        takenFrom: [],
        ...more,
      },
      adjudicator('ana', 150),
    );

  it('joins two of the gold set under a verdict with its reason, and is reopened', () => {
    const project = settled();
    const drawn = after(project, draw(project, 'must wait', 'with Japan', { reason: 'A slip' }));
    expect(goldOf(drawn)).toContain('must wait → supports → with Japan');
    const { links, added, groups } = adjudicationIn(drawn);
    expect(links).toMatchObject([{ outcome: 'new', reason: 'A slip', goldIds: [], members: [] }]);
    expect(added).toEqual([]);
    expect(groups.map(({ state }) => state)).toEqual(['settled', 'settled']);
    const [own] = goldLinksAt(drawn, goldAt(drawn, 'with Japan'));
    expect(own?.verdict).toBe(links[0]);
    expect(summarize(drawn, adjudicationIn(drawn))).toMatchObject({
      links: 1,
      outcomes: { new: 0, taken: 2 },
      reasons: [
        { reason: null, n: 2 },
        { reason: 'A slip', n: 1 },
      ],
    });
    const reopened = after(drawn, planReopen(drawn, links, timeAt(200)));
    expect(goldOf(reopened)).toEqual(goldOf(project));
    expect(adjudicationIn(reopened).links).toEqual([]);
  });

  it('is offered where a coder has it and the verdicts did not take it', () => {
    const project = settled();
    const members = [...groupAt(project, 'must wait').members.values()];
    const [offered, another] = offeredLinks(project, members);
    expect(another).toBeUndefined();
    expect(offered).toMatchObject({ kindId: 'supports', takenFrom: ['ana'] });
    if (offered === undefined) throw new Error('Nothing is offered.');
    const taken = after(project, planLink(project, offered, adjudicator('ana', 150)));
    expect(goldOf(taken)).toContain('with Japan → supports → must wait');
    expect(adjudicationIn(taken).links).toMatchObject([
      { outcome: 'taken', sources: [{ field: 'links', coderId: 'ana' }] },
    ]);
    expect(offeredLinks(taken, members)).toEqual([]);
  });

  it('is refused twice, to coders’ own, and for what an attribute says', () => {
    const project = settled();
    const drawn = after(project, draw(project, 'must wait', 'with Japan'));
    expect(draw(drawn, 'must wait', 'with Japan')).toMatchObject({
      fault: { code: 'fault.verdict.linkThere' },
    });
    const own = [...project.annotations.values()].flat().find(({ id }) => id === 'ana-last');
    expect(draw(project, 'must wait', 'with Japan', { to: own })).toMatchObject({
      fault: { code: 'fault.verdict.linkEnds' },
    });
    expect(draw(project, 'must wait', 'with Japan', { kindId: 'holder' })).toMatchObject({
      fault: { code: 'fault.verdict.linkAttribute' },
    });
  });

  it('is told as lost when a passage at its end is reopened', () => {
    const project = settled();
    const drawn = after(project, draw(project, 'must wait', 'with Japan'));
    expect(lostLinks(drawn, adjudicationIn(drawn).links)).toEqual([]);
    const { verdicts } = groupAt(drawn, 'with Japan');
    const gone = after(drawn, planReopen(drawn, verdicts, timeAt(200)));
    expect(goldOf(gone)).toEqual(['stance: must wait: {}']);
    const lost = lostLinks(gone, adjudicationIn(gone).links);
    expect(lost).toHaveLength(1);
    expect(adjudicationIn(after(gone, planReopen(gone, lost, timeAt(300)))).links).toEqual([]);
  });

  it('goes with a passage at its end that is decided anew, with its words', () => {
    const project = settled();
    const drawn = after(project, draw(project, 'must wait', 'with Japan', { words: 'Read it.' }));
    const anew = (at: string, from: 'ana' | 'bo') =>
      valueOf(
        planVerdict(
          drawn,
          groupAt(drawn, at),
          { outcome: 'taken', from: from as CoderId },
          adjudicator('bo', 220),
        ),
      );
    for (const [at, from] of [
      ['with Japan', 'bo'],
      ['must wait', 'ana'],
    ] as const) {
      const planned = anew(at, from);
      const moved = valueOf(applyCommand(drawn, planned, () => undefined));
      const { links } = adjudicationIn(moved.project);
      expect(goldOf(moved.project).filter((one) => one.includes('→'))).toHaveLength(1);
      expect(links).toMatchObject([{ coderId: 'bo', words: 'Read it.', outcome: 'new' }]);
      expect(lostLinks(moved.project, links)).toEqual([]);
      const undone = valueOf(applyCommand(moved.project, moved.inverse, () => undefined));
      expect(contentHash(undone.project)).toBe(contentHash(drawn));
    }
  });

  it('is lost when the passage at its end is none any more', () => {
    const project = settled();
    const drawn = after(project, draw(project, 'must wait', 'with Japan'));
    const none = planVerdict(
      drawn,
      groupAt(drawn, 'with Japan'),
      { outcome: 'none' },
      adjudicator('ana', 220),
    );
    const gone = after(drawn, none);
    expect(goldOf(gone).join()).not.toContain('→');
    expect(lostLinks(gone, adjudicationIn(gone).links)).toHaveLength(1);
  });

  it('that two draw apart is one, and stays while one of them has it', () => {
    const [ana, bo] = devices(settled());
    const plan = (one: Replica, who: string) => {
      const from = goldAt(one.project, 'must wait');
      const to = goldAt(one.project, 'with Japan');
      const wanted = { kindId: 'supports', from, to, takenFrom: [] };
      return valueOf(planLink(one.project, wanted, adjudicator(who)));
    };
    ana.perform(plan(ana, 'ana'), timeAt(160));
    bo.perform(plan(bo, 'bo'), timeAt(161));
    ana.receive(bo.written);
    const { links } = adjudicationIn(ana.project);
    expect(links.map(({ coderId }) => coderId).sort()).toEqual(['ana', 'bo']);
    const mine = links.filter(({ coderId }) => coderId === ANA);
    const less = after(ana.project, planReopen(ana.project, mine, timeAt(200)));
    expect(goldOf(less)).toContain('must wait → supports → with Japan');
    const { links: left } = adjudicationIn(less);
    expect(goldOf(after(less, planReopen(less, left, timeAt(201)))).join()).not.toContain('→');
  });
});

describe('accepting what all agree on', () => {
  it('is one step, and takes nothing that anybody differs in', () => {
    const project = differing();
    const planned = valueOf(
      planAgreed(project, agreedGroups(adjudicationIn(project)), adjudicator()),
    );
    if (planned === undefined) throw new Error('They agree on nothing.');
    const accepted = valueOf(applyCommand(project, planned, () => undefined));
    expect(goldOf(accepted.project)).toEqual(['stance: agrees with Japan: {}']);
    expect(statesOf(accepted.project)).toEqual(['open', 'open', 'settled']);
    const undone = valueOf(applyCommand(accepted.project, accepted.inverse, () => undefined));
    expect(contentHash(undone.project)).toBe(contentHash(project));
    expect(agreedGroups(adjudicationIn(accepted.project))).toEqual([]);
    expect(valueOf(planAgreed(accepted.project, [], adjudicator()))).toBeUndefined();
  });
});

describe('what all agree on in all documents', () => {
  it('is found in steps, document by document with its counts, and is nothing once it is accepted', () => {
    const project = differing();
    const steps = agreedEverywhere(project, comparedWork(project));
    const [here, another] = finish(steps);
    expect(another).toBeUndefined();
    expect(here?.passages).toBe(3);
    expect(here?.agreed).toEqual(agreedGroups(adjudicationIn(project)));
    const planned = finish(planAgreedInSteps(project, here?.agreed ?? [], adjudicator()));
    expect(planned).toEqual(planAgreed(project, here?.agreed ?? [], adjudicator()));
    const accepted = after(project, planned);
    expect(finish(agreedEverywhere(accepted, comparedWork(accepted)))).toEqual([]);
  });
});

describe('two verdicts on one passage', () => {
  it('are in sight until one of them is kept', () => {
    const project = differing();
    const mine = decide(project, 'must wait', { outcome: 'taken', from: ANA });
    const theirs = valueOf(
      planVerdict(
        project,
        groupAt(project, 'must wait'),
        { outcome: 'taken', from: BO },
        adjudicator('bo'),
      ),
    );
    const commands = theirs.commands.filter(({ kind }) => !/^(?:coder|list)\.add$/.test(kind));
    const both = valueOf(applyCommand(mine, { ...theirs, commands }, () => undefined)).project;
    const disputed = groupAt(both, 'must wait');
    expect(disputed.state).toBe('disputed');
    expect(disputed.verdicts.map(({ coderId }) => coderId).sort()).toEqual(['ana', 'bo']);
    const bo = disputed.verdicts.find(({ coderId }) => coderId === BO);
    if (bo === undefined) throw new Error('Bo’s is gone.');
    const settled = after(both, planKeep(both, disputed, bo, timeAt(200)));
    expect(goldOf(settled)).toEqual(['stance: must wait: {"polarity":"oppose","strength":2}']);
    expect(groupAt(settled, 'must wait').state).toBe('settled');
  });
});

describe('an agreement that two accept', () => {
  function accept(project: Project, who: string): Command {
    const planned = valueOf(
      planAgreed(project, agreedGroups(adjudicationIn(project)), adjudicator(who)),
    );
    if (planned === undefined) throw new Error('They agree on nothing.');
    return planned;
  }
  const words = 'agrees with Japan';

  it('is one annotation under two verdicts, and stays while one of them does', () => {
    const [ana, bo] = devices(differing());
    ana.perform(accept(ana.project, 'ana'), timeAt(100));
    bo.perform(accept(bo.project, 'bo'), timeAt(101));
    ana.receive(bo.written);
    expect(goldOf(ana.project)).toEqual([`stance: ${words}: {}`]);
    const { state, verdicts } = groupAt(ana.project, words);
    expect([state, verdicts.length]).toEqual(['settled', 2]);
    const own = verdicts.filter(({ coderId }) => coderId === ANA);
    const project = after(ana.project, planReopen(ana.project, own, timeAt(200)));
    expect(goldOf(project)).toEqual([`stance: ${words}: {}`]);
    expect(groupAt(project, words).state).toBe('settled');
  });

  it('and one decides otherwise afterwards, is in dispute, and made again when it is kept', () => {
    const [ana, bo] = devices(differing());
    ana.perform(accept(ana.project, 'ana'), timeAt(100));
    bo.perform(accept(bo.project, 'bo'), timeAt(101));
    const none = planVerdict(
      bo.project,
      groupAt(bo.project, words),
      { outcome: 'none' },
      adjudicator('bo'),
    );
    bo.perform(valueOf(none), timeAt(102));
    ana.receive(bo.written);
    const group = groupAt(ana.project, words);
    expect(group.state).toBe('disputed');
    expect(goldOf(ana.project)).toEqual([]);
    const kept = group.verdicts.find(({ coderId }) => coderId === ANA);
    if (kept === undefined) throw new Error('Ana’s is gone.');
    const project = after(ana.project, planKeep(ana.project, group, kept, timeAt(200)));
    expect(goldOf(project)).toEqual([`stance: ${words}: {}`]);
    expect(groupAt(project, words).state).toBe('settled');
  });
});

function devices(project: Project): readonly [Replica, Replica] {
  const make = (id: string): Replica => new Replica(id, project, () => undefined);
  return [make('dev-ana'), make('dev-bo')];
}

describe('the reasons', () => {
  it('are a list of the project from the first verdict on, which people edit', () => {
    const project = differing();
    const [first] = verdictReasons(project.codebook);
    const none = decide(project, 'must wait', { outcome: 'none', ...(first && { reason: first }) });
    const list = none.codebook.lists.find(({ id }) => id === 'verdict-reasons');
    if (list === undefined) throw new Error('There is no such list.');
    expect(verdictReasons(none.codebook)).toEqual(list.values);
    const edited = after(none, { kind: 'list.replace', list: { ...list, values: ['Our own'] } });
    expect(verdictReasons(edited.codebook)).toEqual(['Our own']);
    expect(groupAt(edited, 'must wait').verdicts[0]?.reason).toBe(first);
  });
});

describe('passages on which the codebook is unclear', () => {
  it('are found by the codes that coders or the gold set gave them', () => {
    const { pieces } = by('ana', 'stance', 'Seoul');
    const flagged = decide(differing(), 'must wait', {
      outcome: 'new',
      pieces,
      codeId: 'precondition' as CodeId,
      codebookUnclear: true,
    });
    const project = decide(flagged, 'Tokyo', { outcome: 'none' });
    const found = (code: string) =>
      unclearPassages(project, code as CodeId).map(({ annotation }) => annotation.pieces[0].exact);
    expect(found('stance')).toEqual(['Seoul must wait']);
    expect(found('precondition')).toEqual(['Seoul']);
    expect(found('actor')).toEqual([]);
  });
});
