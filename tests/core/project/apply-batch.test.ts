import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../src/core/project/apply';
import type { Applied } from '../../../src/core/project/applied';
import type { Command } from '../../../src/core/project/command';
import { fail, ok, type Result } from '../../../src/core/result';
import { createCommand, type Draft } from '../../support/random-command';
import { draftArbitrary, worldArbitrary, type World } from '../../support/random-project';

const KINDS = [
  'actor.add',
  'actor.remove',
  'relation.add',
  'relation.remove',
  'annotation.replace',
] as const;

/** Long stretches of one kind, which a batch carries out together. */
const draftsArbitrary = fc
  .array(
    fc
      .constantFrom(...KINDS)
      .chain((kind) => fc.array(draftArbitrary([kind]), { maxLength: 6, size: 'max' })),
    { maxLength: 8 },
  )
  .map((stretches) => stretches.flat());

/** Commands that fit one after the other, then one that may not. */
function commandsOf(world: World, drafts: readonly Draft[], last: Draft): readonly Command[] {
  const commands: Command[] = [];
  let project = world.project;
  for (const draft of drafts) {
    const command = createCommand(world, project, draft);
    const applied = applyCommand(project, command, world.textOf);
    if (!applied.ok) continue;
    commands.push(command);
    project = applied.value.project;
  }
  return [...commands, createCommand(world, world.project, last)];
}

/** The oracle. */
function oneByOne(world: World, commands: readonly Command[]): Result<readonly Applied[]> {
  const done: Applied[] = [];
  for (const command of commands) {
    const applied = applyCommand(done.at(-1)?.project ?? world.project, command, world.textOf);
    if (!applied.ok) return fail(applied.fault);
    done.push(applied.value);
  }
  return ok(done);
}

describe('applyBatch', () => {
  it('does with runs of entries and relations what one command after the other does', () => {
    fc.assert(
      fc.property(
        worldArbitrary(),
        draftsArbitrary,
        fc.constantFrom(...KINDS).chain((kind) => draftArbitrary([kind])),
        (world, drafts, last) => {
          const commands = commandsOf(world, drafts, last);
          const batch = { kind: 'batch', purpose: 'import', size: 0, commands } as const;
          const applied = applyCommand(world.project, batch, world.textOf);
          const expected = oneByOne(world, commands);
          if (!expected.ok) {
            expect(applied).toEqual(expected);
            return;
          }
          const inverses = expected.value.map((one) => one.inverse).reverse();
          expect(applied).toEqual(
            ok({
              project: expected.value.at(-1)?.project ?? world.project,
              inverse: { ...batch, commands: inverses },
            }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
