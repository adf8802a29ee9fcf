import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCode } from '../../../src/core/codebook/codebook';
import { actorProfile } from '../../../src/core/project/actor-profile';
import { applyCommand } from '../../../src/core/project/apply';
import { effectiveAttributes } from '../../../src/core/project/effective';
import type { Project } from '../../../src/core/project/project';
import { allAnnotations } from '../../../src/core/project/uses';
import { registerIndex } from '../../../src/core/register/actor';
import { createCommand } from '../../support/random-command';
import { draftArbitrary, emptyWorldArbitrary } from '../../support/random-project';

/** By the code and attribute, the annotations that name the actor: looked for one by one. */
function rolesByTrying(project: Project, actorId: string): ReadonlyMap<string, readonly string[]> {
  const wanted = registerIndex(project.actors).resolve(actorId)?.id ?? actorId;
  const roles = new Map<string, string[]>();
  for (const annotation of allAnnotations(project)) {
    const attributes = effectiveAttributes(project, annotation);
    for (const { id, type } of findCode(project.codebook, annotation.codeId)?.attributes ?? []) {
      const value = attributes[id];
      if (type !== 'actors' || typeof value !== 'object' || !value.includes(wanted)) continue;
      const role = `${annotation.codeId} ${id}`;
      roles.set(role, [...(roles.get(role) ?? []), annotation.id]);
    }
  }
  return roles;
}

it('a profile that was kept is what one made anew would be, after any command and its inverse', () => {
  let named = 0;
  const check = (project: Project): void => {
    for (const { id } of project.actors) {
      const { roles } = actorProfile(project, id);
      named += roles.length;
      const found = roles.map(({ code, attribute, annotations }) => [
        `${code.id} ${attribute.id}`,
        annotations.map((annotation) => annotation.id),
      ]);
      expect(new Map(found as [string, string[]][])).toEqual(rolesByTrying(project, id));
    }
  };
  const drafts = fc.array(draftArbitrary(), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(
      emptyWorldArbitrary(),
      drafts,
      fc.infiniteStream(fc.boolean()),
      (world, all, looks) => {
        let { project } = world;
        for (const draft of all) {
          const command = createCommand(world, project, draft);
          const applied = applyCommand(project, command, world.textOf);
          if (!applied.ok) continue;
          project = applied.value.project;
          if (looks.next().value) check(project);
          const back = applyCommand(project, applied.value.inverse, world.textOf);
          if (back.ok && looks.next().value) check(back.value.project);
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(named).toBeGreaterThan(0);
});
