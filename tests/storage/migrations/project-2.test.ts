import { expect, test } from 'vitest';
import { toProject2 } from '../../../src/storage/migrations/project-2';
import { PROJECT_FORMAT } from '../../../src/storage/project-formats';

const before = {
  id: 'p',
  title: 'Diplomacy',
  coders: [{ id: 'ann', name: 'Ann' }],
  documents: [],
};

test('version 2 of project.json has the team’s record', () => {
  const after = toProject2(before);
  expect(after).toEqual({ ...before, team: [] });
  expect(before).not.toHaveProperty('team');
  expect(PROJECT_FORMAT.schema.safeParse(after).success).toBe(true);
  expect(PROJECT_FORMAT.schema.safeParse(before).success).toBe(false);
});
