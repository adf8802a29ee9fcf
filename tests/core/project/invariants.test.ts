import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCodebookFaults } from '../../../src/core/codebook/check-codebook';
import { findCode } from '../../../src/core/codebook/codebook';
import { applyCommand } from '../../../src/core/project/apply';
import { checkAnnotation } from '../../../src/core/project/check';
import { checkEnds } from '../../../src/core/project/check-relation';
import type { Command } from '../../../src/core/project/command';
import { strayAttributes } from '../../../src/core/project/effective';
import type { Project, TextSource } from '../../../src/core/project/project';
import { allAnnotations, allRelations } from '../../../src/core/project/uses';
import { foldLabel, registerIndex } from '../../../src/core/register/actor';
import { createCommand, type Draft } from '../../support/random-command';
import { draftArbitrary, emptyWorldArbitrary, type World } from '../../support/random-project';

const drafts = fc.array(draftArbitrary(), { minLength: 10, maxLength: 60, size: 'max' });

/** Every sentence that is false of a project; the rules of the domain, said anew and dumbly. */
function falsehoods(project: Project, textOf: TextSource): string[] {
  const found: string[] = [];
  const unless = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  for (const annotation of allAnnotations(project)) {
    const { id } = annotation;
    const fault = checkAnnotation(project, annotation, textOf);
    unless(fault === undefined, `${id} fits its text: ${fault?.text ?? ''}`);
    unless(strayAttributes(project, annotation).length === 0, `${id} has only defined attributes`);
    const parts = findCode(project.codebook, annotation.codeId)?.parts.map((part) => part.name);
    unless(
      annotation.parts.every((part) => parts?.includes(part.name) === true),
      `${id} has only defined parts`,
    );
  }
  const links = new Set<string>();
  for (const relation of allRelations(project)) {
    const fault = checkEnds(project, relation);
    unless(fault === undefined, `${relation.id} has both ends: ${fault?.text ?? ''}`);
    const link = [relation.kindId, relation.fromId, relation.toId].join(' ');
    unless(!links.has(link), `${link} is said once`);
    links.add(link);
  }
  unless(
    [...project.relations.values()].flat().length === allRelations(project).length,
    'relations begin in documents of the corpus',
  );
  const register = registerIndex(project.actors);
  const labels = register.standing.map((actor) => foldLabel(actor.label));
  unless(new Set(labels).size === labels.length, 'entries that stand have labels of their own');
  for (const { id, parentId, mergedInto } of project.actors) {
    for (const next of [parentId, mergedInto]) {
      unless(next === undefined || register.find(next) !== undefined, `${id} refers to an entry`);
    }
    unless(register.resolve(id)?.mergedInto === undefined, `${id} ends`);
  }
  for (const { about } of project.memos) {
    if (about.kind === 'actor')
      unless(register.find(about.id) !== undefined, 'memos are on entries');
    if (about.kind === 'code') {
      unless(findCode(project.codebook, about.id) !== undefined, 'memos are on codes');
    }
  }
  found.push(...findCodebookFaults(project.codebook).map((fault) => fault.text));
  return found;
}

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
      { numRuns: 150, seed: 1 },
    );
    const kinds = new Set(
      fc.sample(draftArbitrary(), { numRuns: 2_000, seed: 1 }).map((d) => d.kind),
    );
    const rare = [...kinds].filter((kind) => (met.get(kind) ?? 0) < 5);
    expect(rare).toEqual([]);
  });
});
