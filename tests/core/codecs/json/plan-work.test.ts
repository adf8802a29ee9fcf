import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { AnnotationSetsFile } from '../../../../src/core/codecs/json/format';
import { planImport, type ImportPlan } from '../../../../src/core/codecs/json/plan-import';
import type { ActorId, AnnotationId, MemoId, RelationId } from '../../../../src/core/ids';
import type { Command } from '../../../../src/core/project/command';
import { effectiveAttributes } from '../../../../src/core/project/effective';
import { annotationsOf, findIn, relationsOf } from '../../../../src/core/project/project';
import type { Actor } from '../../../../src/core/register/actor';
import {
  codeId,
  coderId,
  createAnnotation,
  createDesk,
  documentId,
  exportedFile,
  MONDAY,
  perform,
  textSource,
  TUESDAY,
  type Desk,
} from './fixture';

const TEXT = 'Tokyo said Seoul must not wait.';
const ONE = documentId('one');

const mention = createAnnotation('m', '[Tokyo] said Seoul must not wait.', {
  codeId: codeId('actor'),
  attributes: { entity: ['japan'] },
});
const stance = createAnnotation('s', 'Tokyo said [Seoul must not wait].');
const holds = relation('r', 'holder', 's', 'm');

function actor(id: string, label: string, given: Partial<Actor> = {}): Actor {
  return { id: id as ActorId, label, kind: 'state', aliases: [], note: '', ...given };
}

function relation(
  id: string,
  kindId: string,
  from: string,
  to: string,
  given: Partial<Extract<Command, { kind: 'relation.add' }>['relation']> = {},
): Command {
  return {
    kind: 'relation.add',
    relation: {
      id: id as RelationId,
      coderId: coderId('ann'),
      kindId,
      fromDocumentId: ONE,
      fromId: from as AnnotationId,
      toDocumentId: ONE,
      toId: to as AnnotationId,
      memo: '',
      createdAt: MONDAY,
      modifiedAt: MONDAY,
      codebookRevision: 1,
      ...given,
    },
  };
}

function deskOf(
  actors: readonly Actor[],
  annotations: readonly Annotation[],
  ...commands: readonly Command[]
): Desk {
  const desk = createDesk({ one: TEXT }, annotations, { actors });
  return commands.reduce((done, command) => perform(done, command).desk, desk);
}

function planned(desk: Desk, file: AnnotationSetsFile): ImportPlan {
  const plan = planImport(desk.project, textSource(desk), file, {
    at: TUESDAY,
    createDocumentId: () => documentId('new'),
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.fault));
  return plan.value;
}

function imported(desk: Desk, from: Desk): Desk {
  return perform(desk, planned(desk, exportedFile(from)).command).desk;
}

function holderOf(desk: Desk): unknown {
  const found = annotationsOf(desk.project, ONE).find(({ id }) => id === 's');
  return found && effectiveAttributes(desk.project, found)['holder'];
}

const japan = actor('japan', 'Japan');

describe('planImport: actors', () => {
  it('[I12] keeps the entry here, and adds others with parents in the order of the file', () => {
    const there = deskOf(
      [actor('aso', 'Aso', { parentId: japan.id }), actor('japan', 'Nippon'), actor('us', 'US')],
      [],
    );
    const { project } = imported(deskOf([japan], []), there);
    expect(project.actors.map(({ id, label }) => [id, label])).toEqual([
      ['japan', 'Japan'],
      ['aso', 'Aso'],
      ['us', 'US'],
    ]);
  });

  it('[I12] merges a new one of the same name and kind into the entry here, and numbers another kind', () => {
    const there = deskOf(
      [actor('jp', 'JAPAN')],
      [stance, { ...mention, attributes: { entity: ['jp'] } }],
      holds,
    );
    const here = deskOf([japan, actor('g', 'Georgia')], []);
    const after = imported(here, there);
    expect(after.project.actors.at(-1)).toMatchObject({ id: 'jp', mergedInto: 'japan' });
    expect(holderOf(after)).toEqual(['japan']);
    const again = planned(after, exportedFile(there));
    expect(again.command.commands).toEqual([]);
    expect(again.summary).toMatchObject({ unchanged: 2, relations: { unchanged: 1 } });
    const person = deskOf([actor('p', 'georgia', { kind: 'person' })], []);
    expect(planned(here, exportedFile(person)).summary.renamed).toEqual(['georgia (2)']);
  });

  it('[I12] takes in a parent that was merged into what lies below it', () => {
    const [a, b] = ['a' as ActorId, 'b' as ActorId];
    const knot = [actor('a', 'A', { mergedInto: b }), actor('b', 'B', { parentId: a })];
    const { project } = imported(deskOf([japan], []), deskOf(knot, []));
    expect(project.actors).toEqual([japan, ...knot]);
  });
});

describe('planImport: relations', () => {
  it('[I15] keeps once what a relation says, in the file and here', () => {
    const told = deskOf([japan], [stance, mention], holds);
    expect(exportedFile(told).annotations.find(({ id }) => id === 's')?.attributes).toEqual({
      holder: ['japan'],
    });
    const stored = { ...stance, attributes: { holder: ['japan'] } };
    const after = imported(deskOf([japan], [stored, mention]), told);
    expect(findIn(after.project, ONE, stance.id)?.attributes).toEqual({});
    expect(holderOf(after)).toEqual(['japan']);
  });

  it('[I14] knows a relation by what it says, takes the later version, and refuses another coder’s id', () => {
    const here = deskOf([japan], [stance, mention], holds);
    const twin = deskOf([japan], [stance, mention], relation('other', 'holder', 's', 'm'));
    expect(planned(here, exportedFile(twin)).command.commands).toEqual([]);
    const later = relation('r', 'target', 's', 'm', { modifiedAt: TUESDAY });
    const after = imported(here, deskOf([japan], [stance, mention], later));
    expect(relationsOf(after.project, ONE)).toMatchObject([{ id: 'r', kindId: 'target' }]);
    const bob = { coderId: coderId('bob') };
    const [bobs, bobm] = [
      { ...stance, ...bob, id: 's2' as AnnotationId },
      { ...mention, ...bob, id: 'm2' as AnnotationId },
    ];
    const others = deskOf([japan], [bobs, bobm], relation('r', 'holder', 's2', 'm2', bob));
    const refused = planImport(here.project, textSource(here), exportedFile(others), {
      at: TUESDAY,
      createDocumentId: () => documentId('new'),
    });
    expect(refused.ok ? [] : refused.fault.faults.map(({ where }) => where)).toEqual([
      'relations[0].id',
    ]);
  });

  it('[I14] leaves out what does not fit the newer code of an annotation here', () => {
    const recoded = { ...mention, codeId: codeId('stance'), attributes: {}, modifiedAt: TUESDAY };
    const here = deskOf([japan], [stance, recoded]);
    const { summary, command } = planned(
      here,
      exportedFile(deskOf([japan], [stance, mention], holds)),
    );
    expect(summary).toMatchObject({ kept: 2, leftOutRelations: 1 });
    expect(command.commands).toEqual([]);
  });

  it('[I13] brings kinds along and widens ours, as one revision, and list values without one', () => {
    const there = deskOf([japan], [stance, mention]);
    const [first] = there.project.codebook.relationKinds;
    if (first === undefined) throw new Error('The scheme has no kinds');
    const kind = { ...first, id: 'names', name: 'Names' };
    const lists = there.project.codebook.lists.map((list) => ({ ...list, values: ['aid', 'war'] }));
    const codebook = {
      ...there.project.codebook,
      relationKinds: [...there.project.codebook.relationKinds, kind],
      lists,
    };
    const coded = { ...stance, attributes: { concept: 'war' } };
    const wide = createDesk({ one: TEXT }, [coded, mention], { actors: [japan], codebook });
    const told = perform(wide, relation('n', 'names', 's', 'm')).desk;
    const here = deskOf([japan], [mention]);
    const plan = planned(here, exportedFile(told));
    expect(plan.summary).toMatchObject({ addedKinds: ['Names'], addedValues: 1, addedLists: [] });
    const after = perform(here, plan.command).desk.project.codebook;
    expect(after.revisions).toHaveLength(2);
    expect(after.relationKinds.at(-1)).toMatchObject({ id: 'names', attribute: 'holder' });
    expect(after.lists[0]?.values).toEqual(['war']);
    const grown = imported(here, createDesk({ one: TEXT }, [coded, mention], { codebook }));
    expect(grown.project.codebook.revisions).toHaveLength(1);
    expect(grown.project.codebook.lists[0]?.values).toEqual(['war']);
  });

  it('[F12] exports of one document what lies in it, with the actors that are used', () => {
    const texts = { one: TEXT, two: 'Seoul waits.' };
    const far = createAnnotation('f', '[Seoul] waits.', {
      documentId: documentId('two'),
      codeId: codeId('actor'),
      attributes: { entity: ['rok'] },
    });
    const actors = [
      japan,
      actor('rok', 'Korea', { parentId: 'asia' as ActorId }),
      actor('asia', 'Asia'),
      actor('us', 'US'),
    ];
    const desk = createDesk(texts, [stance, mention, far], { actors });
    const link = relation('x', 'target', 's', 'f', { toDocumentId: documentId('two') });
    const told = perform(perform(desk, holds).desk, link).desk;
    const file = exportedFile(told, { documentId: ONE });
    expect(file.relations.map(({ id }) => id)).toEqual(['r']);
    expect(file.actors.map(({ id }) => id)).toEqual(['japan', 'rok', 'asia']);
    expect(planned(told, file).command.commands).toEqual([]);
  });
});

describe('planImport: marks, memos and values outside the codebook', () => {
  const mark = { coderId: coderId('ann'), paragraph: 1 };
  const set = (decision: 'finished' | 'nothing', at: typeof MONDAY): Command => {
    return { kind: 'mark.set', documentId: ONE, mark: { ...mark, decision, at } };
  };
  const memo = (text: string, modifiedAt: typeof MONDAY): Command => ({
    kind: 'memo.add',
    memo: {
      id: 'memo' as MemoId,
      coderId: coderId('ann'),
      about: { kind: 'document', id: ONE },
      text,
      createdAt: MONDAY,
      modifiedAt,
    },
  });

  it('[I16] lets the later mark and memo win, on the document as it is called here', () => {
    const old = deskOf([], [], set('finished', MONDAY), memo('old', MONDAY));
    const recent = deskOf([], [], set('nothing', TUESDAY), memo('recent', TUESDAY));
    expect(imported(old, recent).project.memos).toMatchObject([{ text: 'recent' }]);
    expect(imported(old, recent).project.marks.get(ONE)).toMatchObject([{ decision: 'nothing' }]);
    expect(planned(recent, exportedFile(old)).command.commands).toEqual([]);
    const elsewhere = imported(createDesk({ here: TEXT }), recent).project;
    expect(elsewhere.memos).toMatchObject([{ about: { id: 'here' } }]);
    expect([...elsewhere.marks.keys()]).toEqual(['here']);
  });

  it('[F13] keeps values outside the codebook and counts them', () => {
    const odd = {
      ...stance,
      attributes: { polarity: 'lukewarm', mood: 'angry', holder: ['nobody'] },
    };
    const { summary, command } = planned(deskOf([], []), exportedFile(deskOf([], [odd])));
    expect(summary.strays).toMatchObject({
      annotations: 1,
      values: [
        { attributeId: 'holder', attribute: 'Holder', value: ['nobody'] },
        { attributeId: 'mood', attribute: 'mood' },
        { attributeId: 'polarity', value: 'lukewarm', annotations: 1 },
      ],
    });
    const after = perform(deskOf([], []), command).desk.project;
    expect(findIn(after, ONE, stance.id)?.attributes).toEqual(odd.attributes);
  });
});
