import { expect, it } from 'vitest';
import {
  migrateBody,
  newestVersion,
  type Migration,
} from '../../../src/storage/migrations/migration';
import {
  actorsMigrations,
  annotationSetMigrations,
  codebookMigrations,
  headMigrations,
  memosMigrations,
} from '../../../src/storage/migrations/project-migrations';

const step = (to: number): Migration => ({
  to,
  migrate: (body) => ({ ...body, steps: `${String(body['steps'])} ${to}` }),
});

it('[M1] the lists of all files are without gaps', () => {
  const lists = [headMigrations, codebookMigrations, annotationSetMigrations];
  for (const list of [...lists, actorsMigrations, memosMigrations]) {
    expect(newestVersion(list)).toBe(list.length + 1);
  }
});

it('[M2] a gap, a wrong start or a wrong order is a bug', () => {
  expect(newestVersion([step(2), step(3)])).toBe(3);
  for (const list of [[step(1)], [step(3)], [step(2), step(4)], [step(3), step(2)]]) {
    expect(() => newestVersion(list)).toThrow(/Migration/);
  }
});

it('[M3] only the steps after the version of the file are taken, in order', () => {
  const all = [step(2), step(3), step(4)];
  expect(migrateBody(all, { steps: 'from 1:' }, 1)).toEqual({ steps: 'from 1: 2 3 4' });
  expect(migrateBody(all, { steps: 'from 3:' }, 3)).toEqual({ steps: 'from 3: 4' });
  expect(migrateBody(all, { steps: 'from 4:' }, 4)).toEqual({ steps: 'from 4:' });
});
