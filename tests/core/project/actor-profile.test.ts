import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { actorProfile } from '../../../src/core/project/actor-profile';
import { effectiveAttributes } from '../../../src/core/project/effective';
import { allAnnotations } from '../../../src/core/project/uses';
import { registerIndex } from '../../../src/core/register/actor';
import { codedWorldArbitrary } from '../../support/random-project';
import { codeId, createAnnotation, createDesk } from '../codecs/json/fixture';
import { createActor, linkTo } from './actor-fixture';

describe('actorProfile', () => {
  it('[AP1] gives each role that the effective attributes name the actor in, and no other', () => {
    fc.assert(
      fc.property(codedWorldArbitrary(), ({ project }) => {
        const register = registerIndex(project.actors);
        for (const actor of project.actors) {
          const found = actorProfile(project, actor.id).roles.flatMap((role) =>
            role.annotations.map((one) => [one.id, role.code.id, role.attribute.id].join(' ')),
          );
          const expected = allAnnotations(project).flatMap((one) =>
            Object.entries(effectiveAttributes(project, one)).flatMap(([id, value]) =>
              typeof value === 'object' && value.includes(register.resolve(actor.id)?.id ?? '')
                ? [[one.id, one.codeId, id].join(' ')]
                : [],
            ),
          );
          expect(found.toSorted()).toEqual(expected.toSorted());
        }
      }),
    );
  });

  const text = 'Japan applauded. Tokyo may wait.';
  const japan = createActor('japan', 'Japan');
  const mention = createAnnotation('m', '[Japan] applauded. Tokyo may wait.', {
    codeId: codeId('actor'),
    attributes: { entity: ['japan'] },
  });
  const stance = createAnnotation('s', 'Japan [applauded]. Tokyo may wait.');
  const condition = createAnnotation('p', 'Japan applauded. Tokyo [may wait].', {
    codeId: codeId('precondition'),
    attributes: { addressee: ['japan'] },
  });

  function deskOf(...annotations: readonly Annotation[]) {
    const relations = new Map([[stance.documentId, [linkTo('holder', stance, mention)]]]);
    return createDesk({ one: text }, annotations, { actors: [japan], relations });
  }

  it('[AP2] has mentions first, then the roles in the order of the codebook, links followed', () => {
    const { project } = deskOf(mention, stance, condition);
    const { roles, mentions, uses } = actorProfile(project, 'japan');
    expect(roles.map((role) => [role.attribute.name, role.code.name, role.isMention])).toEqual([
      ['Entity', 'Actor', true],
      ['Holder', 'Stance', false],
      ['Addressee', 'Precondition', false],
    ]);
    expect(roles.map((role) => role.annotations.map(({ id }) => id))).toEqual([
      ['m'],
      ['s'],
      ['p'],
    ]);
    expect({ mentions, uses }).toEqual({ mentions: 1, uses: 3 });
  });

  it('[AP3] is made once for a state of the project, and anew for another one', () => {
    const { project } = deskOf(mention, stance);
    expect(actorProfile({ ...project }, 'japan')).toBe(actorProfile(project, 'japan'));
    const unlinked = { ...project, relations: new Map() };
    expect(actorProfile(unlinked, 'japan').uses).toBe(1);
    expect(actorProfile(project, 'japan').uses).toBe(2);
  });

  it('[AP4] of an actor that nothing names is empty', () => {
    expect(actorProfile(deskOf().project, 'japan').roles).toEqual([]);
    expect(actorProfile(deskOf().project, 'nobody').uses).toBe(0);
  });
});
