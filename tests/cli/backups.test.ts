import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packProject } from '../../src/storage/backups/backup-format';
import { BackupFolder, backupFolderOf } from '../../src/storage/backups/backup-folder';
import { temporaryFolder as makeTemporary } from '../storage/disk';
import { add, makeProject, NOW, open, value } from '../storage/small-project';
import { runPostil } from './run-postil';

it('[S8] backups are listed and restored in a terminal, and damaged ones are told', async () => {
  const scratch = await makeTemporary();
  const session = await open(await makeProject());
  value(session.perform(add('a1', 'must not')));
  const folder = new BackupFolder(backupFolderOf(join(scratch, 'backups'), session.project.id));
  for (const { id } of session.project.documents) {
    value(await folder.storeText(session.textOf(id) ?? ''));
  }
  const wish = { at: NOW, reason: 'asked', folder: session.folder } as const;
  value(await folder.make([...packProject(session.project)].join(''), wish));
  value(await session.close());

  const listed = await runPostil(scratch, ['backups', 'backups', '--json']);
  const [one] = JSON.parse(listed.stdout) as { file: string; title: string; annotations: number }[];
  expect(one).toMatchObject({ title: 'Winds', annotations: 1 });
  const restored = await runPostil(scratch, ['restore', one?.file ?? '', 'again']);
  expect(restored.code).toBe(0);
  expect(readdirSync(join(scratch, 'again'))).toContain('project.json');
  expect((await runPostil(scratch, ['restore', one?.file ?? '', 'again'])).code).toBe(1);

  writeFileSync(join(folder.path, '2001-01-01T00-00-00.000Z.jsonl.gz'), 'nothing');
  const damaged = await runPostil(scratch, ['backups', folder.path]);
  expect(damaged.code).toBe(1);
  expect(damaged.stdout).toContain('You asked for it');
});
