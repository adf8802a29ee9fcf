import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdjudicatedGroup } from '../../../src/core/adjudication/adjudication';
import { agreedGroups, planAgreed } from '../../../src/core/adjudication/plan-agreed';
import { planKeep, planReopen } from '../../../src/core/adjudication/plan-reopen';
import { planVerdict, type Decision } from '../../../src/core/adjudication/plan-verdict';
import type { CoderId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import type { Command } from '../../../src/core/project/command';
import { contentHash } from '../../../src/core/project/content-hash';
import { checkPermission } from '../../../src/core/project/permission';
import type { Project } from '../../../src/core/project/project';
import { isGold } from '../../../src/core/verdict/gold-coder';
import { adjudicationIn, adjudicator, valueOf } from '../../support/adjudicating';
import { falsehoods } from '../../support/falsehoods';
import { timeAt } from '../../support/random-annotation';
import { codedWorldArbitrary, type World } from '../../support/random-project';
import { Replica } from '../../support/replica';

/** What an adjudicator does next: with which passage, and how. */
const acts = (longest: number) =>
  fc.array(fc.tuple(fc.nat(50), fc.nat(6), fc.nat(50)), {
    minLength: 1,
    maxLength: longest,
    size: 'max',
  });
type Act = readonly [passage: number, how: number, other: number];

/** A world in which others annotated the same passages as the first coder, some of them with another code or value. */
function doubled(world: World, names: readonly string[]): World {
  const { project } = world;
  const coders = names.map((name) => ({ id: name as CoderId, name }));
  const copies = [...project.annotations.values()].flat().flatMap((one, n) =>
    coders.flatMap(({ id }, k): readonly Command[] => {
      if ((n + k) % 3 === 2) return [];
      const plain = (n + k) % 3 === 1;
      const copy = { ...one, id: `${id}-${String(n)}` as typeof one.id, coderId: id };
      return [{ kind: 'annotation.add', annotation: plain ? { ...copy, attributes: {} } : copy }];
    }),
  );
  const commands: Command[] = [
    ...coders.map((coder): Command => ({ kind: 'coder.add', coder, index: 9 })),
    ...copies,
  ];
  const batch = { kind: 'batch', purpose: 'import', size: 1, commands } as const;
  return { ...world, project: valueOf(applyCommand(project, batch, world.textOf)).project };
}

function commandOf(project: Project, who: string, at: number, [passage, how, other]: Act) {
  const by = adjudicator(who, at);
  if (how === 6) return valueOf(planAgreed(project, agreedGroups(adjudicationIn(project)), by));
  const { groups } = adjudicationIn(project);
  const group = groups[passage % Math.max(1, groups.length)];
  if (group === undefined) return undefined;
  if (how === 5) {
    return group.verdicts.length === 0 ? undefined : planReopen(project, group.verdicts, by.at);
  }
  return valueOf(planVerdict(project, group, decisionFor(group, how, other), by));
}

function decisionFor(group: AdjudicatedGroup, how: number, other: number): Decision {
  const coders = [...group.members.keys()];
  const pick = (n: number): CoderId => coders[n % coders.length] as CoderId;
  const first = group.members.get(pick(other));
  if (first === undefined || how === 0) return { outcome: 'none', words: 'No.' };
  if (how === 1) return { outcome: 'new', pieces: first.pieces, codeId: first.codeId };
  if (how === 2) return { outcome: 'taken', from: pick(other), codebookUnclear: true };
  const fields = ['pieces', 'code', 'parts', 'links', 'attributes.polarity', 'attributes.entity'];
  return {
    outcome: 'merged',
    sources: fields.map((field, n) => ({ field, coderId: pick(other + n) })),
  };
}

function ours(project: Project): unknown {
  return [project.annotations, project.relations].map((sets) =>
    [...sets.values()].flat().filter(({ coderId }) => !isGold(coderId)),
  );
}

const worlds = fc
  .tuple(codedWorldArbitrary(), fc.integer({ min: 1, max: 8 }))
  .map(([world, n]) =>
    doubled(world, ['cy', 'di', 'ed', 'flo', 'gus', 'hal', 'ida', 'jo'].slice(0, n)),
  );

describe('random adjudication of two to ten coders', () => {
  it('keeps the rules and the coders’ own, may be done, and is taken back byte for byte', () => {
    let given = 0;
    fc.assert(
      fc.property(worlds, acts(12), (world, all) => {
        let { project } = world;
        const before = ours(project);
        const states = [contentHash(project)];
        const inverses: Command[] = [];
        for (const [n, act] of all.entries()) {
          const command = commandOf(project, 'ana', 100 + n, act);
          if (command === undefined) continue;
          expect(checkPermission(project, command, 'ana' as CoderId)).toBeUndefined();
          const applied = valueOf(applyCommand(project, command, world.textOf));
          project = applied.project;
          inverses.push(applied.inverse);
          states.push(contentHash(project));
          given += 1;
        }
        expect(falsehoods(project, world.textOf)).toEqual(falsehoods(world.project, world.textOf));
        expect(ours(project)).toEqual(before);
        const { stray, lost } = adjudicationIn(project);
        expect([stray, lost]).toEqual([[], []]);
        for (const inverse of inverses.reverse()) {
          expect(contentHash(project)).toBe(states.pop());
          project = valueOf(applyCommand(project, inverse, world.textOf)).project;
        }
        expect(contentHash(project)).toBe(states.pop());
      }),
      { numRuns: 60 },
    );
    expect(given).toBeGreaterThan(100);
  });

  it('of three who do not know of one another comes to one content, with every verdict in it', () => {
    fc.assert(
      fc.property(worlds, fc.array(acts(4), { minLength: 3, maxLength: 3 }), (world, all) => {
        const devices = ['ana', 'bo', 'cy'].map(
          (who) => [who, new Replica(`dev-${who}`, world.project, world.textOf)] as const,
        );
        for (const [k, [who, device]] of devices.entries()) {
          for (const [n, act] of (all[k] ?? []).entries()) {
            const command = commandOf(device.project, who, 100 + n, act);
            if (command !== undefined) device.perform(command, timeAt(100 + n));
          }
        }
        const given = devices.map(([, { project }]) => [...project.verdicts.values()].flat());
        const written = devices.map(([, device]) => device.written);
        const orders = [written, written.toReversed(), [...written, ...written]];
        for (const [k, [, device]] of devices.entries()) device.receive(orders[k]?.flat() ?? []);
        const [hash, ...others] = devices.map(([, device]) => contentHash(device.project));
        expect(others).toEqual([hash, hash]);
        const [, merged] = devices[0] as (typeof devices)[number];
        const kept = new Set([...merged.project.verdicts.values()].flat().map(({ id }) => id));
        expect(given.flat().filter(({ id }) => !kept.has(id))).toEqual([]);
        expect(falsehoods(merged.project, world.textOf)).toEqual(
          falsehoods(world.project, world.textOf),
        );
        const { groups } = adjudicationIn(merged.project);
        for (const { verdicts, state } of groups) {
          const differ = verdicts.some(({ outcome }) => outcome !== 'agreed');
          expect(state === 'disputed').toBe(verdicts.length > 1 && differ);
        }
        for (const group of groups.filter(({ state }) => state === 'disputed')) {
          const [kept] = group.verdicts;
          if (kept === undefined || kept.outcome === 'new') continue;
          const command = valueOf(planKeep(merged.project, group, kept, timeAt(300)));
          const project = valueOf(applyCommand(merged.project, command, world.textOf)).project;
          const spoken = [...project.verdicts.values()].flat().flatMap(({ goldIds }) => goldIds);
          const there = [...project.annotations.values()].flat().map(({ id }) => id);
          expect(kept.goldIds.filter((id) => !there.includes(id))).toEqual([]);
          expect(spoken).toEqual(expect.arrayContaining([...kept.goldIds]));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of two who accept the same leaves nothing to settle', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const [ana, bo] = ['ana', 'bo'].map((who, n) => {
          const device = new Replica(`dev-${who}`, world.project, world.textOf);
          const command = commandOf(device.project, who, 100 + n, [0, 6, 0]);
          if (command !== undefined) device.perform(command, timeAt(100 + n));
          return device;
        }) as [Replica, Replica];
        const alone = adjudicationIn(ana.project).groups.map(({ state }) => state);
        ana.receive(bo.written);
        expect(adjudicationIn(ana.project).groups.map(({ state }) => state)).toEqual(alone);
      }),
      { numRuns: 40 },
    );
  });
});
