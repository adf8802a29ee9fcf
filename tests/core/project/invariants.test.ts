import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../src/core/project/apply';
import type { Command } from '../../../src/core/project/command';
import type { Project } from '../../../src/core/project/project';
import { falsehoods } from '../../support/falsehoods';
import { createCommand, type Draft } from '../../support/random-command';
import { draftArbitrary, emptyWorldArbitrary, type World } from '../../support/random-project';

const drafts = fc.array(draftArbitrary(), { minLength: 10, maxLength: 60, size: 'max' });

/** Performs what fits; the answer has the states after each step and the inverses, newest last. */
function play(world: World, all: readonly Draft[]) {
  const states = [world.project];
  const inverses: Command[] = [];
  for (const draft of all) {
    const before = states.at(-1) ?? world.project;
    const applied = applyCommand(before, createCommand(world, before, draft), world.textOf);
    if (!applied.ok) continue;
    states.push(applied.value.project);
    inverses.push(applied.value.inverse);
  }
  return { states, inverses };
}

/** A project as bytes, in one order of its maps. */
function bytesOf(project: Project): string {
  return JSON.stringify(project, (_key, value: unknown) =>
    value instanceof Map
      ? [...(value as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  );
}

describe('any sequence of commands', () => {
  it('[V1] leaves no rule of the domain broken after any step', () => {
    fc.assert(
      fc.property(emptyWorldArbitrary(), drafts, (world, all) => {
        for (const state of play(world, all).states) {
          expect(falsehoods(state, world.textOf)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[V2] undone step by step gives the first project byte for byte', () => {
    fc.assert(
      fc.property(emptyWorldArbitrary(), drafts, (world, all) => {
        const { states, inverses } = play(world, all);
        let project = states.at(-1) ?? world.project;
        for (const inverse of inverses.reverse()) {
          const back = applyCommand(project, inverse, world.textOf);
          if (!back.ok) throw new Error(back.fault.text);
          project = back.value.project;
        }
        expect(bytesOf(project)).toBe(bytesOf(world.project));
      }),
      { numRuns: 150 },
    );
  });

  it('[V3] meets every kind of command, so that the two above say something', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(emptyWorldArbitrary(), drafts, (world, all) => {
        let { project } = world;
        for (const draft of all) {
          const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
          if (!applied.ok) continue;
          project = applied.value.project;
          met.set(draft.kind, (met.get(draft.kind) ?? 0) + 1);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
    const kinds = new Set(
      fc.sample(draftArbitrary(), { numRuns: 2_000, seed: 1 }).map((d) => d.kind),
    );
    const rare = [...kinds].filter((kind) => (met.get(kind) ?? 0) < 5);
    expect(rare).toEqual([]);
  });
});
