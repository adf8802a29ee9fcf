import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { agreementOf, type ProjectAgreement } from '../../../src/core/comparison/agreement-report';
import { comparedWork, type ComparedChoice } from '../../../src/core/comparison/compared-work';
import { findGroups } from '../../../src/core/comparison/differences';
import type { AnnotationId, CoderId, DocumentId } from '../../../src/core/ids';
import type { Project } from '../../../src/core/project/project';
import { createSpan } from '../../../src/core/text/span';
import { annotationOf, projectWith, relationOf, withLinks } from '../../support/linked-project';
import { timeAt } from '../../support/random-annotation';

type Given = Parameters<typeof annotationOf>[2];

let made = 0;
function by(coder: string, code: string, words: string, given: Given = {}): Annotation {
  made += 1;
  return annotationOf(code, words, { ...given, coder, id: given.id ?? `n${made}` });
}

function report(project: Project, choice: ComparedChoice = {}): ProjectAgreement {
  const found = agreementOf(project, comparedWork(project, choice));
  if (!found.ok) throw new Error(found.fault.text);
  return found.value;
}

function link(project: Project, kind: string, from: Annotation, to: Annotation): Project {
  return withLinks(project, relationOf(kind, from, to));
}

/** The same annotations once more, as another coder's. */
function copied(annotations: readonly Annotation[], coder: string): readonly Annotation[] {
  return annotations.map((one) => ({
    ...one,
    id: `${coder} ${one.id}` as AnnotationId,
    coderId: coder as CoderId,
  }));
}

const WORK = [
  by('ana', 'stance', 'Seoul must wait', { attributes: { polarity: 'against', strength: 3 } }),
  by('ana', 'stance', 'Tokyo agrees', { attributes: { polarity: 'favour', strength: 1 } }),
  by('ana', 'actor', 'Seoul', { attributes: { entity: ['korea'] } }),
  by('ana', 'actor', 'Tokyo', { attributes: { entity: ['japan'] } }),
];

describe('agreement of a project', () => {
  test('work that is alike: nothing differs and every figure that is defined is 1', () => {
    const found = report(projectWith(...WORK, ...copied(WORK, 'bo')));
    expect(found.passages).toBe(4);
    expect(found.passagesAlike).toBe(4);
    expect(Object.values(found.differences).every((n) => n === 0)).toBe(true);
    expect(found.stretches[0]?.spanF1).toEqual({
      exact: 1,
      partial: 1,
      overlap: 1,
      strict: 1,
      type: 1,
    });
    expect(found.stretches[0]?.unitizingAlpha1995).toBe(1);
    expect(found.stretches[0]?.characterAlpha).toBe(1);
    expect(found.codes.krippendorffAlpha).toBe(1);
    const polarity = found.attributes.find(({ attributeId }) => attributeId === 'polarity');
    expect(polarity).toMatchObject({ level: 'nominal', units: 2, krippendorffAlpha: 1 });
    const strength = found.attributes.find(({ attributeId }) => attributeId === 'strength');
    expect(strength).toMatchObject({ level: 'ordinal', units: 2, krippendorffAlpha: 1 });
  });

  test('each way to differ is told by its name', () => {
    const project = projectWith(
      by('ana', 'stance', 'Seoul must wait'),
      by('bo', 'stance', 'Seoul must wait, and'),
      by('ana', 'stance', 'Tokyo agrees', { attributes: { polarity: 'favour' } }),
      by('bo', 'stance', 'Tokyo agrees', { attributes: { polarity: 'against' } }),
      by('ana', 'actor', 'Japan'),
      by('bo', 'stance', 'Japan'),
      by('ana', 'actor', 'waits'),
    );
    const groups = findGroups(project, comparedWork(project));
    expect(groups.map(({ kinds }) => [...kinds])).toEqual([
      ['code'],
      ['boundary'],
      ['attribute'],
      ['missed'],
    ]);
    expect(groups[2]?.attributes).toEqual(['polarity']);
    expect(groups[3]?.missedBy).toEqual(['bo']);
  });

  test('the order of several values and a merged actor make no difference', () => {
    const plain = projectWith(
      by('ana', 'actor', 'Japan', { attributes: { entity: ['japan', 'korea'] } }),
      by('bo', 'actor', 'Japan', { attributes: { entity: ['korea', 'tokyo'] } }),
    );
    const tokyo = { ...plain.actors[0], id: 'tokyo', label: 'Tokyo', mergedInto: 'japan' };
    const project = { ...plain, actors: [...plain.actors, tokyo] } as Project;
    const [group] = findGroups(project, comparedWork(project));
    expect([...(group?.kinds ?? [])]).toEqual([]);
  });

  test('a link between aligned passages is the same link, whoever drew it', () => {
    const [a1, a2] = [by('ana', 'stance', 'Seoul must wait'), by('ana', 'stance', 'Tokyo agrees')];
    const [b1, b2] = [by('bo', 'stance', 'must wait'), by('bo', 'stance', 'Tokyo agrees with')];
    const same = link(link(projectWith(a1, a2, b1, b2), 'supports', a1, a2), 'supports', b1, b2);
    expect(report(same).links).toMatchObject([{ kindId: 'supports', links: 2, f1: 1 }]);
    const turned = link(link(projectWith(a1, a2, b1, b2), 'supports', a1, a2), 'supports', b2, b1);
    expect(report(turned).links).toMatchObject([{ links: 2, f1: 0, f1OnSharedPassages: 0 }]);
    expect(report(turned).differences.relation).toBe(2);
    const alone = link(projectWith(a1, a2, b1), 'supports', a1, a2);
    expect(report(alone).links).toMatchObject([
      { links: 1, f1: 0, f1OnSharedPassages: null, linksOnSharedPassages: 0 },
    ]);
  });

  test('a document counts for a coder with an annotation or a mark, and not as bare for another', () => {
    const inOther = { document: 'd1' };
    const project = projectWith(
      ...WORK,
      ...copied(WORK, 'bo'),
      by('ana', 'stance', 'Japan', inOther),
    );
    expect(report(project).documents.map(({ id }) => id)).toEqual(['d0']);
    const d1 = 'd1' as DocumentId;
    const bare = { coderId: 'bo' as CoderId, decision: 'nothing' as const, at: timeAt(1) };
    const decided = { ...project, marks: new Map([[d1, [bare]]]) };
    expect(report(decided).documents.map(({ id }) => id)).toEqual(['d0', 'd1']);
    expect(report(decided).differences.missed).toBe(1);
    const nothing = agreementOf(project, comparedWork(project, { finishedOnly: true }));
    expect(nothing.ok ? '' : nothing.fault.text).toMatch(/^No document was coded by two coders/);
  });

  test('excluded regions are no part of it: neither their annotations nor their length', () => {
    const title = { ...createSpan(0, 5), reason: 'title' };
    const inside = [by('ana', 'actor', 'Japan', { attributes: { entity: ['japan'] } })];
    const project = projectWith(...WORK, ...copied(WORK, 'bo'), ...inside);
    expect(report(project).differences.missed).toBe(1);
    const documents = project.documents.map((one) => ({ ...one, excluded: [title] }));
    const excluding: Project = { ...project, documents };
    expect(report(excluding).differences.missed).toBe(0);
    expect(report(excluding).passages).toBe(4);
  });

  test('who never coded a document is not missing there; a piece in an excluded region is no unit', () => {
    const two = projectWith(
      by('ana', 'actor', 'Seoul', { document: 'd0' }),
      by('bo', 'actor', 'Seoul', { document: 'd0' }),
      by('ana', 'actor', 'Seoul', { document: 'd1' }),
      by('bo', 'actor', 'Seoul', { document: 'd1' }),
      by('cy', 'stance', 'Tokyo', { document: 'd1' }),
    );
    const project = { ...two, coders: [...two.coders, { id: 'cy' as CoderId, name: 'Cy' }] };
    // Cy had nothing at one of the two passages, in the one document that is Cy's.
    expect(report(project).codes).toMatchObject({ units: 2, ratings: 4, missing: 1 });
    const [seoul, tokyo] = [by('ana', 'actor', 'Seoul'), by('ana', 'actor', 'Tokyo')];
    const torn = { ...seoul, pieces: [seoul.pieces[0], tokyo.pieces[0]] as const };
    const both = projectWith(torn, by('bo', 'actor', 'Japan'));
    const regions = torn.pieces.map((piece) => ({
      ...createSpan(piece.start, piece.end),
      reason: 'other',
    }));
    const documents = both.documents.map((one) => ({ ...one, excluded: regions }));
    expect(report(both).stretches[0]).toMatchObject({ units: 3, jointUnits: 3 });
    expect(report({ ...both, documents }).stretches[0]).toMatchObject({ units: 1, jointUnits: 1 });
  });

  test('what cannot be said is null, with the reason; never 1', () => {
    const found = report(projectWith(by('ana', 'stance', 'Japan'), by('bo', 'stance', 'Japan')));
    expect(found.codes.krippendorffAlpha).toBeNull();
    expect(found.codes.undefinedBecause['krippendorffAlpha']).toMatch(/“stance”/);
    expect(found.codes.percentAgreement).toBe(1);
  });

  test('gamma comes with its samples, and tells how far it is; where it is not defined, why', () => {
    const told: number[] = [];
    const project = projectWith(...WORK, ...copied(WORK.slice(1), 'bo'));
    const found = agreementOf(project, comparedWork(project), {
      gamma: { samples: 8, seed: 2 },
      onProgress: (share) => told.push(share),
    });
    if (!found.ok) throw new Error(found.fault.text);
    const [all, stance] = found.value.stretches;
    expect(all?.gammaParts).toMatchObject({ samples: 8, seed: 2, isProven: true });
    const { disorder = 0, expectedDisorder = 1 } = all?.gammaParts ?? {};
    expect(all?.gamma).toBe(1 - disorder / expectedDisorder);
    expect(stance?.gammaParts?.samples).toBe(8);
    // Each of the samples of each of the three continua, and the parts of the figures.
    expect(told.length).toBeGreaterThan(3 * 8);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(found.value.notes.join(' ')).not.toContain('not proven');
    // Each text has two of the three coders, so none has all.
    const two = projectWith(
      by('ana', 'actor', 'Seoul', { document: 'd0' }),
      by('bo', 'actor', 'Seoul', { document: 'd0' }),
      by('bo', 'actor', 'Seoul', { document: 'd1' }),
      by('cy', 'actor', 'Seoul', { document: 'd1' }),
    );
    const apart = { ...two, coders: [...two.coders, { id: 'cy' as CoderId, name: 'Cy' }] };
    const none = agreementOf(apart, comparedWork(apart), { gamma: { samples: 8, seed: 2 } });
    if (!none.ok) throw new Error(none.fault.text);
    expect(none.value.stretches[0]).toMatchObject({
      gamma: null,
      undefinedBecause: { gamma: expect.any(String) as string },
    });
    expect(none.value.stretches[0]).not.toHaveProperty('gammaParts');
  });

  test('intervals are drawn over documents, the same from the same seed', () => {
    const texts = ['d0', 'd1', 'd2'].flatMap((document) => [
      by('ana', 'stance', 'Seoul must wait', { document }),
      by('bo', document === 'd1' ? 'precondition' : 'stance', 'Seoul must wait', { document }),
      by('ana', 'actor', 'Tokyo', { document }),
      by('bo', 'actor', 'Tokyo', { document }),
    ]);
    const project = projectWith(...texts);
    const draw = (seed: number) =>
      agreementOf(project, comparedWork(project), { bootstrap: { draws: 2000, seed } });
    const [one, again] = [draw(7), draw(7)];
    expect(one).toEqual(again);
    if (!one.ok) throw new Error(one.fault.text);
    const interval = one.value.codes.intervals?.['percentAgreement'];
    // Of three documents drawn anew, one differs in half of what it holds: from all of them to none.
    expect(interval).toMatchObject({ low: 0.5, high: 1, draws: 2000 });
    expect(one.value.notes.join(' ')).toContain('3 documents');
  });
});
