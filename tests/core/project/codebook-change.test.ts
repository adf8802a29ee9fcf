import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { findCode, type Code, type Codebook } from '../../../src/core/codebook/codebook';
import { createCode, revise, withPatch } from '../../../src/core/codebook/edit';
import type { AnnotationId, CodeId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import { planCodebook, type CodebookChange } from '../../../src/core/project/codebook-change';
import { planMerge, planSplit } from '../../../src/core/project/codebook-merge';
import type { Command } from '../../../src/core/project/command';
import { isStale, strayAttributes } from '../../../src/core/project/effective';
import type { Project } from '../../../src/core/project/project';
import { valuesKey } from '../../../src/core/project/refit';
import { allAnnotations, allRelations, countOfCode } from '../../../src/core/project/uses';
import { annotationFrom, timeAt } from '../../support/random-annotation';
import { createCommand } from '../../support/random-command';
import {
  createWorld,
  draftArbitrary,
  emptyWorldArbitrary,
  type World,
} from '../../support/random-project';

const occasion = { at: timeAt(50), reason: 'Because.' };
const STANCE = 'stance' as CodeId;
const PRECONDITION = 'precondition' as CodeId;
const ACTOR = 'actor' as CodeId;

/** One document with a stance (favour, strength 3), a precondition with a cue and an actor that it is linked to. */
function createDesk(): World {
  const world = createWorld(['One two three four five six seven'], 1);
  const given = (id: string, codeId: string) => ({
    id: id as AnnotationId,
    documentId: world.project.documents[0]?.id ?? ('d0' as never),
    coderId: 'ana' as never,
    codeId: codeId as CodeId,
  });
  const text = 'One two three four five six seven';
  const add = (id: string, codeId: string, n: number): Command => ({
    kind: 'annotation.add',
    annotation: annotationFrom(given(id, codeId), text, [n, 3, 6, 0]),
  });
  const relation: Command = {
    kind: 'relation.add',
    relation: {
      id: 'r1' as never,
      coderId: 'ana' as never,
      kindId: 'holder',
      fromDocumentId: 'd0' as never,
      fromId: 's1' as never,
      toDocumentId: 'd0' as never,
      toId: 'a1' as never,
      memo: '',
      createdAt: timeAt(1),
      modifiedAt: timeAt(1),
      codebookRevision: 1,
    },
  };
  const commands = [
    add('s1', 'stance', 0),
    add('p1', 'precondition', 4),
    add('a1', 'actor', 8),
    relation,
  ];
  return {
    ...world,
    project: commands.reduce((project, one) => run(world, project, one), world.project),
  };
}

function run(world: World, project: Project, command: Command): Project {
  const applied = applyCommand(project, command, world.textOf);
  if (!applied.ok) throw new Error(applied.fault.text);
  return applied.value.project;
}

/** Carries a plan out and back: each step must be allowed, and undoing must give the first project. */
function thereAndBack(world: World, { command }: CodebookChange): Project {
  const applied = applyCommand(world.project, command, world.textOf);
  if (!applied.ok) throw new Error(applied.fault.text);
  const back = applyCommand(applied.value.project, applied.value.inverse, world.textOf);
  if (!back.ok) throw new Error(back.fault.text);
  expect(back.value.project).toEqual(world.project);
  return applied.value.project;
}

function withStance(project: Project, change: (stance: Code) => Partial<Code>): Codebook {
  const stance = findCode(project.codebook, STANCE) as Code;
  const codes = withPatch(project.codebook.codes, STANCE, change(stance));
  return revise(project.codebook, { codes }, occasion);
}

function find(project: Project, id: string): Annotation | undefined {
  return allAnnotations(project).find((one) => one.id === id);
}

describe('a codebook that offers less', () => {
  const world = createDesk();
  const { project } = world;
  const withoutFavour = withStance(project, (stance) => ({
    attributes: stance.attributes.map((one) =>
      one.id === 'polarity' && 'choices' in one ? { ...one, choices: one.choices.slice(1) } : one,
    ),
  }));

  it('takes a value away, and says from how many', () => {
    const plan = planCodebook(project, withoutFavour, occasion.at);
    expect(plan).toMatchObject({ touches: 1, lost: 1, relations: 0 });
    const after = thereAndBack(world, plan);
    expect(find(after, 's1')?.attributes).toEqual({ strength: 3 });
    expect(find(after, 's1')?.codebookRevision).toBe(1);
    expect(allAnnotations(after).filter((one) => isStale(after, one))).toHaveLength(1);
  });

  it('maps a value in the same step', () => {
    const names = new Map([[valuesKey(STANCE, 'polarity'), new Map([['favour', 'mixed']])]]);
    const plan = planCodebook(project, withoutFavour, occasion.at, { values: names });
    expect(plan).toMatchObject({ touches: 1, lost: 0 });
    expect(find(thereAndBack(world, plan), 's1')?.attributes).toEqual({
      polarity: 'mixed',
      strength: 3,
    });
  });

  it('maps a value to one that is new', () => {
    const codebook = withStance(project, (stance) => ({
      attributes: stance.attributes.map((one) =>
        one.id === 'polarity' && 'choices' in one
          ? { ...one, choices: [{ value: 'pro', label: 'Pro' }] }
          : one,
      ),
    }));
    const names = new Map([[valuesKey(STANCE, 'polarity'), new Map([['favour', 'pro']])]]);
    const plan = planCodebook(project, codebook, occasion.at, { values: names });
    expect(find(thereAndBack(world, plan), 's1')?.attributes['polarity']).toBe('pro');
  });

  it('makes a list of one value when several may be chosen, and keeps those of several that stay', () => {
    const several = withStance(project, (stance) => ({
      attributes: stance.attributes.map((one) =>
        one.id === 'polarity' && 'choices' in one ? { ...one, type: 'several' } : one,
      ),
    }));
    const plan = planCodebook(project, several, occasion.at);
    expect(plan.lost).toBe(0);
    const after = thereAndBack(world, plan);
    expect(find(after, 's1')?.attributes['polarity']).toEqual(['favour']);
  });

  it('takes a part away, or gives it its new name', () => {
    const parts = [{ name: 'signal', definition: '' }];
    const codes = withPatch(project.codebook.codes, PRECONDITION, { parts });
    const codebook = revise(project.codebook, { codes }, occasion);
    const gone = planCodebook(project, codebook, occasion.at);
    expect(gone).toMatchObject({ touches: 1, lost: 1 });
    expect(find(thereAndBack(world, gone), 'p1')?.parts).toEqual([]);
    const names = new Map([[PRECONDITION, new Map([['cue', 'signal']])]]);
    const renamed = planCodebook(project, codebook, occasion.at, { parts: names });
    expect(renamed).toMatchObject({ touches: 1, lost: 0 });
    expect(find(thereAndBack(world, renamed), 'p1')?.parts[0]?.name).toBe('signal');
  });

  it('removes the relations of a kind that goes', () => {
    const relationKinds = project.codebook.relationKinds.filter((kind) => kind.id !== 'holder');
    const codebook = revise(project.codebook, { relationKinds }, occasion);
    const plan = planCodebook(project, codebook, occasion.at);
    expect(plan).toMatchObject({ touches: 0, relations: 1 });
    expect(allRelations(thereAndBack(world, plan))).toEqual([]);
  });

  it('renames a value of a list, and the annotations follow', () => {
    const list = { id: 'concepts', name: 'Concepts', values: ['peace', 'trade'] };
    const filled = run(world, project, { kind: 'list.replace', list });
    const valued = run(world, filled, {
      kind: 'annotation.attribute',
      documentId: 'd0' as never,
      annotationId: 's1' as never,
      attributeId: 'concept',
      value: 'peace',
      modifiedAt: timeAt(2),
    });
    const lists = valued.codebook.lists.map((one) =>
      one.id === 'concepts' ? { ...one, values: ['reunification', 'trade'] } : one,
    );
    const plan = planCodebook(valued, { ...valued.codebook, lists }, occasion.at, {
      lists: new Map([['concepts', new Map([['peace', 'reunification']])]]),
    });
    expect(plan).toMatchObject({ touches: 1, lost: 0 });
    const after = thereAndBack({ ...world, project: valued }, plan);
    expect(find(after, 's1')?.attributes['concept']).toBe('reunification');
    expect(after.codebook.revisions).toBe(valued.codebook.revisions);
  });
});

describe('merging two codes', () => {
  const world = createDesk();

  it('loses nothing: attributes, parts, relations', () => {
    const plan = planMerge(world.project, PRECONDITION, STANCE, occasion) as CodebookChange;
    expect(plan.touches).toBe(1);
    const after = thereAndBack(world, plan);
    const before = find(world.project, 'p1') as Annotation;
    expect(find(after, 'p1')).toMatchObject({
      codeId: STANCE,
      parts: before.parts,
      attributes: before.attributes,
    });
    expect(strayAttributes(after, find(after, 'p1') as Annotation)).toEqual([]);
    expect(findCode(after.codebook, PRECONDITION)).toMatchObject({
      retired: true,
      mergedInto: STANCE,
    });
    const kind = after.codebook.relationKinds.find((one) => one.id === 'gates');
    expect(kind).toMatchObject({ from: [PRECONDITION, STANCE], to: [STANCE] });
    expect(findCode(after.codebook, STANCE)?.definedIn).toBe(2);
  });

  it('keeps the relations of the annotations that get another code', () => {
    const plan = planMerge(world.project, STANCE, PRECONDITION, occasion) as CodebookChange;
    expect(allRelations(thereAndBack(world, plan))).toEqual(allRelations(world.project));
  });

  it('gives an attribute of another type another id', () => {
    const stance = findCode(world.project.codebook, STANCE) as Code;
    const voice = {
      id: 'voice',
      name: 'Voice',
      definition: '',
      required: true,
      type: 'text',
    } as const;
    const attributes = [...stance.attributes.filter((one) => one.id !== 'voice'), voice];
    const codes = withPatch(world.project.codebook.codes, STANCE, { attributes });
    const codebook = revise(world.project.codebook, { codes }, occasion);
    const project = run(
      world,
      world.project,
      planCodebook(world.project, codebook, occasion.at).command,
    );
    const plan = planMerge(project, PRECONDITION, STANCE, occasion) as CodebookChange;
    const after = thereAndBack({ ...world, project }, plan);
    expect(find(after, 'p1')?.attributes).toMatchObject({ 'precondition-voice': 'own' });
    expect(find(after, 'p1')?.attributes).not.toHaveProperty('voice');
  });

  it('is not for a code and itself', () => {
    expect(planMerge(world.project, STANCE, STANCE, occasion)).toBeUndefined();
  });
});

describe('splitting a code', () => {
  it('gives some annotations a new code, with all they have', () => {
    const world = createDesk();
    const code = createCode(world.project.codebook.codes, 'Demand');
    const ids = new Set(['s1' as AnnotationId]);
    const plan = planSplit(world.project, STANCE, code, ids, occasion) as CodebookChange;
    expect(plan.touches).toBe(1);
    const after = thereAndBack(world, plan);
    expect(find(after, 's1')).toMatchObject({ codeId: 'demand', codebookRevision: 2 });
    expect(allRelations(after)).toEqual(allRelations(world.project));
    expect(findCode(after.codebook, STANCE)).toEqual(findCode(world.project.codebook, STANCE));
  });
});

describe('any change, on any project', () => {
  const projects = fc
    .tuple(emptyWorldArbitrary(), fc.array(draftArbitrary(), { maxLength: 40, size: 'max' }))
    .map(([world, drafts]) => ({
      ...world,
      project: drafts.reduce((project, draft) => {
        const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
        return applied.ok ? applied.value.project : project;
      }, world.project),
    }));
  const codeOf = (project: Project, n: number): Code | undefined =>
    project.codebook.codes[n % Math.max(1, project.codebook.codes.length)];
  const strays = (project: Project): number =>
    allAnnotations(project).flatMap((one) => strayAttributes(project, one)).length;

  it('can be undone, leaves nothing stray behind and keeps every annotation', () => {
    fc.assert(
      fc.property(projects, fc.nat(1_000), fc.nat(1_000), (world, first, second) => {
        const { project } = world;
        const [one, other] = [codeOf(project, first), codeOf(project, second)];
        if (one === undefined || other === undefined) return;
        const { codebook } = project;
        const attributes = one.attributes
          .filter((_, i) => (first + i) % 3 !== 0)
          .map((attribute, i) =>
            'choices' in attribute && (second + i) % 2 === 0
              ? { ...attribute, choices: attribute.choices.slice(0, -1) }
              : attribute,
          );
        const less = revise(
          codebook,
          {
            codes: withPatch(codebook.codes, one.id, { attributes, parts: [] }),
            relationKinds: codebook.relationKinds.slice(second % 4),
          },
          occasion,
        );
        const ids = new Set(
          allAnnotations(project).flatMap(({ id }, i) => ((i + first) % 2 === 0 ? [id] : [])),
        );
        const plans = [
          planCodebook(project, less, occasion.at),
          planMerge(project, one.id, other.id, occasion),
          planSplit(project, one.id, createCode(codebook.codes, 'Part'), ids, occasion),
        ];
        for (const plan of plans) {
          if (plan === undefined) continue;
          const after = thereAndBack(world, plan);
          expect(strays(after)).toBeLessThanOrEqual(strays(project));
          expect(allAnnotations(after)).toHaveLength(allAnnotations(project).length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('merging leaves no annotation and every relation behind', () => {
    fc.assert(
      fc.property(projects, fc.nat(1_000), fc.nat(1_000), (world, first, second) => {
        const [one, other] = [codeOf(world.project, first), codeOf(world.project, second)];
        const plan = one && other && planMerge(world.project, one.id, other.id, occasion);
        if (plan === undefined) return;
        const after = thereAndBack(world, plan);
        expect(countOfCode(after, one?.id ?? ACTOR)).toBe(0);
        expect(allRelations(after)).toEqual(allRelations(world.project));
      }),
      { numRuns: 100 },
    );
  });
});
