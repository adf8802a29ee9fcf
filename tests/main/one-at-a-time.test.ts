import { expect, test } from 'vitest';
import { createTurns } from '../../src/main/one-at-a-time';

test('acts follow one another in order, also after one that failed', async () => {
  const inTurn = createTurns();
  const log: string[] = [];
  const act = (name: string, fails = false) =>
    inTurn(async () => {
      log.push(`${name} begins`);
      await new Promise((done) => setImmediate(done));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const outcomes = await Promise.allSettled([act('a'), act('b', true), act('c')]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
