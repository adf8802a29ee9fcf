import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/core/journal/entry';
import { contentHash } from '../../../src/core/project/content-hash';
import { falsehoods } from '../../support/falsehoods';
import { timeAt } from '../../support/random-annotation';
import { createCommand, type Draft } from '../../support/random-command';
import { draftArbitrary, emptyWorldArbitrary, type World } from '../../support/random-project';
import { Replica } from '../../support/replica';

const drafts = fc.array(draftArbitrary(), { minLength: 5, maxLength: 40, size: 'max' });

/** What the devices do: who acts, with what; and now and then somebody hears of some of the others' acts. */
const meetings = fc.array(
  fc.record({
    actor: fc.nat(2),
    draft: draftArbitrary(),
    clock: fc.integer({ min: -3, max: 3 }),
    hears: fc.option(fc.record({ from: fc.nat(2), upTo: fc.nat(40) }), { nil: undefined }),
  }),
  { minLength: 10, maxLength: 50, size: 'max' },
);

function replicas(world: World): [Replica, Replica, Replica] {
  const make = (id: string): Replica => new Replica(id, world.project, world.textOf);
  return [make('dev-a'), make('dev-b'), make('dev-c')];
}

describe('a ledger', () => {
  it('[S6] has the same project as the commands that went into it, after each', () => {
    fc.assert(
      fc.property(emptyWorldArbitrary(), drafts, (world, all: readonly Draft[]) => {
        const [replica] = replicas(world);
        for (const [n, draft] of all.entries()) {
          const command = createCommand(world, replica.project, draft);
          if (!replica.perform(command, timeAt(n))) continue;
          expect(contentHash(replica.settled())).toBe(contentHash(replica.project));
        }
        for (const entry of replica.written) expect(parseEntry(entry)).toMatchObject({ ok: true });
      }),
      { numRuns: 100 },
    );
  });

  it('[S6] converges to one content whatever the order, repetition and clocks, and it keeps all rules', () => {
    fc.assert(
      fc.property(
        emptyWorldArbitrary(),
        meetings,
        fc.infiniteStream(fc.nat(1_000)),
        (world, all, numbers) => {
          const devices = replicas(world);
          for (const [n, { actor, draft, clock, hears }] of all.entries()) {
            const device = devices[actor] as Replica;
            if (hears !== undefined) {
              const { written } = devices[hears.from] as Replica;
              device.receive(shuffled(written.slice(0, hears.upTo), numbers));
            }
            device.perform(
              createCommand(world, device.project, draft),
              timeAt(Math.max(0, n + 10 * clock)),
            );
          }
          const acts = devices.flatMap((device) => device.written);
          for (const device of devices) device.receive(shuffled([...acts, ...acts], numbers));
          const [hash, ...others] = devices.map((device) => contentHash(device.project));
          expect(others).toEqual([hash, hash]);
          // A value that somebody else took out of the codebook meanwhile stays, as one that an import brings.
          const stray = /has only defined (?:attributes|parts)$/;
          const broken = falsehoods(devices[0].project, world.textOf);
          expect(broken.filter((sentence) => !stray.test(sentence))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function shuffled<Item>(items: readonly Item[], numbers: fc.Stream<number>): Item[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const k = ((numbers.next().value as number) * 7919) % (i + 1);
    [result[i], result[k]] = [result[k] as Item, result[i] as Item];
  }
  return result;
}
