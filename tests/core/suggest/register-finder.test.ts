import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/register/actor';
import { createTypeAhead } from '../../../src/core/search/rank';
import { offersFor } from '../../../src/core/suggest/actor-offers';
import { registerFinder } from '../../../src/core/suggest/register-finder';
import { createWorld } from '../../support/random-project';
import { createActor } from '../project/actor-fixture';

const { project } = createWorld(['Japan'], 1);

/** An entry that counts how often its names are looked at. */
function watched(actor: Actor, seen: { reads: number }): Actor {
  return new Proxy(actor, {
    get(target, key, receiver): unknown {
      if (key === 'label' || key === 'aliases') seen.reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
}

describe('the finder of the register', () => {
  it('does not prepare all entries again when one is added, replaced or taken out', () => {
    const seen = { reads: 0 };
    const actors = Array.from({ length: 1_000 }, (_, n) =>
      watched(createActor(`a${n}`, `Actor ${(n * 37) % 1_000}`, { aliases: [`A${n}`] }), seen),
    );
    const prepare = (state: readonly Actor[]): number => {
      seen.reads = 0;
      registerFinder(state).find('ac', 5);
      offersFor({ ...project, actors: state }, 'Actor 7 of many');
      return seen.reads;
    };
    expect(prepare(actors)).toBeGreaterThan(1_000);
    const added = [...actors, createActor('new', 'Actor 500 and a half')];
    expect(prepare(added)).toBeLessThan(50);
    const renamed = added.with(3, createActor('a3', 'Renamed'));
    expect(prepare(renamed)).toBeLessThan(50);
    expect(prepare(renamed.toSpliced(400, 1))).toBeLessThan(50);
    expect(prepare([...renamed])).toBeLessThan(50);
  });

  it('finds what one made anew finds, whatever happened to the register', () => {
    const label = fc.array(fc.constantFrom('a', 'B', 'é', ' ', '1', '10'), { maxLength: 4 });
    const labels = fc.array(
      label.map((letters) => letters.join('')),
      { minLength: 30, maxLength: 60 },
    );
    const step = fc.tuple(fc.constantFrom('add', 'remove', 'rename'), fc.nat(99));
    fc.assert(
      fc.property(labels, fc.array(step, { maxLength: 6 }), (given, steps) => {
        let actors: readonly Actor[] = given.map((one, n) => createActor(`a${n}`, one));
        for (const [kind, pick] of steps) {
          const at = pick % actors.length;
          const other = createActor(`n${pick}`, given[at % given.length] ?? '');
          if (kind === 'add') actors = actors.toSpliced(at, 0, other);
          else if (kind === 'remove') actors = actors.toSpliced(at, 1);
          else actors = actors.with(at, other);
          const fresh = createTypeAhead(
            actors.map((actor) => ({ label: actor.label, frequency: 0, actor })),
          );
          for (const query of ['', 'a', '1', 'b a']) {
            expect(
              registerFinder(actors)
                .find(query, 9)
                .map(({ item }) => item),
            ).toEqual(fresh(query, 9).map(({ item }) => item.actor));
          }
        }
      }),
    );
  });
});
