import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId, AnnotationId, CoderId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import type { Command } from '../../../src/core/project/command';
import { planMerge, planReassign, usesOf } from '../../../src/core/project/actor-change';
import { actorProfile } from '../../../src/core/project/actor-profile';
import { effectiveAttributes } from '../../../src/core/project/effective';
import { findIn, type Project, type TextSource } from '../../../src/core/project/project';
import { allAnnotations } from '../../../src/core/project/uses';
import { registerIndex } from '../../../src/core/register/actor';
import { timeAt } from '../../support/random-annotation';
import { codedWorldArbitrary } from '../../support/random-project';
import { codeId, coderId, createAnnotation, createDesk, textSource } from '../codecs/json/fixture';
import { createActor, linkTo } from './actor-fixture';

/** The project after the step; undoing the step must give the very project before it. */
function thereAndBack(project: Project, command: Command, textOf: TextSource): Project {
  const there = applyCommand(project, command, textOf);
  if (!there.ok) throw new Error(there.fault.text);
  const back = applyCommand(there.value.project, there.value.inverse, textOf);
  if (!back.ok) throw new Error(back.fault.text);
  expect(back.value.project).toStrictEqual(project);
  expect(bytesOf(back.value.project)).toBe(bytesOf(project));
  return there.value.project;
}

function bytesOf(project: Project): string {
  const { annotations, relations, marks } = project;
  return JSON.stringify([project, [...annotations], [...relations], [...marks]]);
}

const pairArbitrary = fc.tuple(codedWorldArbitrary(), fc.nat(1_000), fc.nat(1_000));

describe('planMerge', () => {
  it('[AM1] can be carried out and undone to the byte; all that named one actor names the other', () => {
    fc.assert(
      fc.property(pairArbitrary, ([{ project, textOf }, first, second]) => {
        const { standing } = registerIndex(project.actors);
        const from = standing[first % Math.max(1, standing.length)];
        const into = standing[second % Math.max(1, standing.length)];
        if (from === undefined || into === undefined) return;
        const plan = planMerge(project, from.id, into.id);
        expect(plan.ok).toBe(from !== into);
        if (!plan.ok) return;
        const merged = thereAndBack(project, plan.value.command, textOf);
        expect(merged.annotations).toBe(project.annotations);
        for (const annotation of allAnnotations(project)) {
          const expected = Object.entries(effectiveAttributes(project, annotation)).map(
            ([id, value]) => [
              id,
              typeof value === 'object'
                ? [...new Set(value.map((one) => (one === from.id ? into.id : one)))].toSorted()
                : value,
            ],
          );
          const found = Object.entries(effectiveAttributes(merged, annotation)).map(
            ([id, value]) => [id, typeof value === 'object' ? value.toSorted() : value],
          );
          expect(found).toEqual(expected);
        }
        const register = registerIndex(merged.actors);
        expect(register.resolve(from.id)?.id).toBe(into.id);
        expect(merged.actors.filter((one) => one.parentId === from.id)).toEqual([]);
      }),
    );
  });

  const america = createActor('us', 'United States', { aliases: ['Washington'] });
  const washington = createActor('washington', 'Washington', { aliases: ['washington', 'D.C.'] });
  const child = createActor('congress', 'Congress', { parentId: washington.id });

  it('[AM2] lists what changes: names that are new, entries below, places by role, links, memos', () => {
    const mention = createAnnotation('m', '[Washington] must wait.', {
      codeId: codeId('actor'),
      attributes: { entity: ['washington'] },
    });
    const stance = createAnnotation('s', 'Washington [must wait].');
    const { project } = createDesk({ one: 'Washington must wait.' }, [mention, stance], {
      actors: [america, washington, child],
      relations: new Map([[stance.documentId, [linkTo('holder', stance, mention)]]]),
    });
    const plan = planMerge(project, 'washington', 'us');
    if (!plan.ok) throw new Error(plan.fault.text);
    const { aliases, children, relations, roles } = plan.value;
    expect(aliases).toEqual(['D.C.']);
    expect(children).toEqual([child]);
    expect(relations).toBe(1);
    expect(roles.map((role) => [role.attribute.name, role.annotations.length])).toEqual([
      ['Entity', 1],
      ['Holder', 1],
    ]);
  });

  it('[AM3] into an entry that stands below leaves no circle', () => {
    const top = createActor('top', 'Top', { parentId: america.id });
    const middle = createActor('middle', 'Middle', { parentId: top.id });
    const low = createActor('low', 'Low', { parentId: middle.id });
    const desk = createDesk({}, [], { actors: [america, top, middle, low] });
    const plan = planMerge(desk.project, 'top', 'low');
    if (!plan.ok) throw new Error(plan.fault.text);
    const { actors } = thereAndBack(desk.project, plan.value.command, textSource(desk));
    expect(actors.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['us', undefined],
      ['top', 'us'],
      ['middle', 'low'],
      ['low', 'us'],
    ]);
  });

  it('[AM4] refuses an unknown entry and an entry with itself', () => {
    const { project } = createDesk({}, [], {
      actors: [america, createActor('old', 'Old', { mergedInto: america.id })],
    });
    expect(planMerge(project, 'us', 'nobody')).toMatchObject({
      fault: { code: 'fault.actor.unknown' },
    });
    expect(planMerge(project, 'old', 'us')).toMatchObject({
      fault: { code: 'actors.fault.itself' },
    });
  });
});

describe('planReassign', () => {
  it('[AR1] changes the places of the own coder and no other, and is undone to the byte', () => {
    fc.assert(
      fc.property(pairArbitrary, ([{ project, textOf }, first, second]) => {
        const { standing } = registerIndex(project.actors);
        const from = standing[first % Math.max(1, standing.length)];
        const to = standing[second % Math.max(1, standing.length)];
        if (from === undefined || to === undefined || from === to) return;
        const coder = 'ana' as CoderId;
        const uses = usesOf(actorProfile(project, from.id).roles);
        const change = { fromId: from.id, toId: to.id, coderId: coder, at: timeAt(77) };
        const plan = planReassign(project, uses, change);
        if (!plan.ok) throw new Error(plan.fault.text);
        const { command, reassigned, notOwn, linked } = plan.value;
        expect(reassigned.length + notOwn.length + linked.length).toBe(uses.length);
        const after = thereAndBack(project, command, textOf);
        const touched = new Set<string>(reassigned.map(({ annotation }) => annotation.id));
        for (const annotation of allAnnotations(project)) {
          const now = findIn(after, annotation.documentId, annotation.id);
          if (touched.has(annotation.id)) expect(annotation.coderId).toBe(coder);
          else expect(now).toBe(annotation);
        }
        for (const { annotation, attributeId } of reassigned) {
          const now = findIn(after, annotation.documentId, annotation.id);
          const value = now?.attributes[attributeId];
          const named = (typeof value === 'object' ? value : []).map(
            (id) => registerIndex(after.actors).resolve(id)?.id,
          );
          expect(named).toContain(to.id);
          expect(named).not.toContain(from.id);
          expect(new Set(named).size).toBe(named.length);
        }
      }),
    );
  });

  const kims = [createActor('il', 'Kim Jong Il'), createActor('dae', 'Kim Dae Jung')];
  const mention = createAnnotation('m', '[Mr. Kim] agreed.', {
    codeId: codeId('actor'),
    attributes: { entity: ['il', 'dae'] },
  });
  const other = createAnnotation('o', '[Mr. Kim] agreed.', {
    codeId: codeId('actor'),
    coderId: coderId('bob'),
    attributes: { entity: ['il'] },
  });
  const stance = createAnnotation('s', 'Mr. Kim [agreed].');
  const { project } = createDesk({ one: 'Mr. Kim agreed.' }, [mention, other, stance], {
    actors: kims,
    relations: new Map([[stance.documentId, [linkTo('holder', stance, mention)]]]),
  });
  const change = { fromId: 'il', toId: 'dae', coderId: coderId('ann'), at: timeAt(1) };

  it('[AR2] says which places are another coder’s and which follow their mention', () => {
    const plan = planReassign(project, usesOf(actorProfile(project, 'il').roles), change);
    if (!plan.ok) throw new Error(plan.fault.text);
    const ids = (uses: typeof plan.value.linked): AnnotationId[] =>
      uses.map(({ annotation }) => annotation.id);
    expect(ids(plan.value.reassigned)).toEqual(['m']);
    expect(ids(plan.value.notOwn)).toEqual(['o']);
    expect(ids(plan.value.linked)).toEqual(['s']);
    expect(plan.value.command.commands).toMatchObject([{ value: ['dae'] }]);
  });

  it('[AR3] refuses the actor that is there already', () => {
    const same = planReassign(project, [], { ...change, toId: 'il' });
    expect(same).toMatchObject({ fault: { code: 'actors.fault.sameActor' } });
  });
});

describe('removing an entry', () => {
  it('[AX1] that something names is refused, and says what to do', () => {
    const japan = createActor('japan', 'Japan');
    const mention = createAnnotation('m', '[Japan] waits.', {
      codeId: codeId('actor'),
      attributes: { entity: ['japan'] },
    });
    const desk = createDesk({ one: 'Japan waits.' }, [mention], { actors: [japan] });
    const removed = applyCommand(
      desk.project,
      { kind: 'actor.remove', actorId: 'japan' as ActorId },
      textSource(desk),
    );
    expect(removed).toMatchObject({ ok: false, fault: { code: 'fault.actor.inUse' } });
  });
});
