import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../src/core/project/apply';
import { findChanges } from '../../../src/core/project/changes';
import type { Project } from '../../../src/core/project/project';
import { createCommand } from '../../support/random-command';
import { draftArbitrary, worldArbitrary } from '../../support/random-project';

/** The sets of `coder/document` that differ, by comparing each with each. */
function differingSets(before: Project, after: Project): string[] {
  const itemsOf = (project: Project) =>
    [project.annotations, project.relations, project.marks, project.verdicts].flatMap((sets) =>
      [...sets].flatMap(([documentId, items]: readonly [string, readonly { coderId: string }[]]) =>
        items.map((item) => ({ name: `${item.coderId}/${documentId}`, item })),
      ),
    );
  const [was, is] = [itemsOf(before), itemsOf(after)];
  const inBoth = new Set(
    was.map(({ item }) => item).filter((item) => is.some((one) => one.item === item)),
  );
  const others = [...was, ...is].filter(({ item }) => !inBoth.has(item));
  return [...new Set(others.map(({ name }) => name))].sort();
}

function setsOf(changes: ReturnType<typeof findChanges>): string[] {
  return changes.sets.map(({ coderId, documentId }) => `${coderId}/${documentId}`).sort();
}

describe('findChanges', () => {
  const drafts = fc.array(draftArbitrary(), { maxLength: 10, size: 'max' });

  it('[X1] names the sets that comparing each with each finds', () => {
    fc.assert(
      fc.property(worldArbitrary(), drafts, (world, all) => {
        let { project } = world;
        for (const draft of all) {
          const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
          if (applied.ok) project = applied.value.project;
        }
        const changes = findChanges(world.project, project);
        expect(setsOf(changes)).toEqual(differingSets(world.project, project));
        expect(setsOf(findChanges(project, world.project))).toEqual(setsOf(changes));
      }),
    );
  });

  it('[X2] tells the project file and the codebook apart', () => {
    fc.assert(
      fc.property(worldArbitrary(), draftArbitrary(), (world, draft) => {
        const command = createCommand(world, world.project, draft);
        const applied = applyCommand(world.project, command, world.textOf);
        if (!applied.ok || command.kind === 'batch') return;
        const [area = ''] = command.kind.split('.');
        const after = applied.value.project;
        const { project, codebook, actors, memos } = findChanges(world.project, after);
        expect(codebook).toBe(area === 'codebook' || area === 'list');
        expect(actors).toBe(area === 'actor');
        expect(memos.length > 0).toBe(area === 'memo');
        expect(project).toBe(
          area === 'project'
            ? after.title !== world.project.title
            : ['document', 'coder', 'team'].includes(area),
        );
      }),
    );
  });

  it('[X3] finds nothing in the same project, nor in one that was only copied', () => {
    fc.assert(
      fc.property(worldArbitrary(), ({ project }) => {
        const none = { project: false, codebook: false, actors: false, memos: [], sets: [] };
        expect(findChanges(project, project)).toEqual(none);
        expect(findChanges(project, { ...project })).toEqual(none);
      }),
    );
  });

  it('[X4] a new title or id is a change of the project file', () => {
    fc.assert(
      fc.property(worldArbitrary(2), ({ project }) => {
        expect(findChanges(project, { ...project, title: 'Other' }).project).toBe(true);
        expect(findChanges(project, { ...project, id: 'other' as Project['id'] }).project).toBe(
          true,
        );
      }),
    );
  });
});
