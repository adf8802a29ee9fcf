import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { DeviceId, DocumentId, ProjectId } from '../../src/core/ids';
import { createProject } from '../../src/storage/create-project';
import { replaceFile } from '../../src/storage/durable-file';
import { prepareTexts } from '../../src/storage/prepare-texts';
import { openSession } from '../../src/storage/open-session';
import { snapshot, temporaryFolder } from './disk';
import { journalsOf } from './journals';
import { asOrdinaryUser } from './ordinary-user';
import { ADA, add, codeOf, makeProject, NORTH, NOW, value } from './small-project';

/** Makes everything below a folder readable, and nothing writable, for whoever runs the test. */
async function lock(folder: string): Promise<void> {
  await chmod(dirname(folder), 0o755);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
  }
  await chmod(folder, 0o555);
  onTestFinished(async () => {
    for (const entry of entries) {
      if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755);
    }
    await chmod(folder, 0o755);
  });
}

it('[R1] a project that cannot be written opens with a notice, and saving in it fails in words', async () => {
  const folder = await makeProject();
  const before = await snapshot(folder);
  await lock(folder);
  await asOrdinaryUser(async () => {
    const session = value(await openSession(folder));
    expect(session.notices.map(({ code }) => code)).toEqual(['storage.project.readOnly']);
    expect(session.notices[0]?.text).toContain(folder);
    value(session.perform(add('a1', 'must not')));
    expect(codeOf(await session.settled())).toBe('storage.write.noRights');
    expect(session.project.annotations.size).toBe(1);
  });
  expect(await snapshot(folder)).toEqual(before);
});

it('[R2] a project that may not be read is refused by its folder', async () => {
  const folder = await makeProject();
  await lock(folder);
  await chmod(folder, 0o000);
  const opened = await asOrdinaryUser(() => openSession(folder));
  expect(codeOf(opened)).toBe('storage.read.noRights');
  expect(opened.ok ? '' : opened.fault.text).toContain(folder);
});

it('[R6] sets that may not be read are not taken for empty ones', async () => {
  const folder = await makeProject();
  const session = value(await openSession(folder));
  value(session.perform(add('a1', 'must not')));
  value(await session.close());
  const before = await snapshot(folder);
  await lock(folder);
  for (const place of ['coders', 'coders/ada']) {
    await chmod(join(folder, place), 0o000);
    const opened = await asOrdinaryUser(() => openSession(folder));
    expect(codeOf(opened)).toBe('storage.read.noRights');
    await chmod(join(folder, place), 0o755);
  }
  const path = join(folder, 'coders/ada/north.json');
  await chmod(path, 0o000);
  await chmod(join(folder, 'coders/ada'), 0o777);
  for (const name of await journalsOf(folder)) await chmod(join(folder, name), 0o666);
  await asOrdinaryUser(async () => {
    const again = value(await openSession(folder));
    expect(again.notices.map(({ code }) => code)).toEqual([
      'storage.project.readOnly',
      'storage.read.noRights',
    ]);
    expect(again.notices[1]?.text).toContain(path);
    // The journal has it.
    expect(again.project.annotations.get(NORTH)).toHaveLength(1);
    value(again.perform(add('a2', 'talks')));
    value(await again.close());
    expect(again.saveState).toMatchObject({
      kind: 'saved',
      folder: { code: 'storage.read.noRights' },
    });
  });
  expect((await snapshot(folder))['coders/ada/north.json']).toBe(before['coders/ada/north.json']);
});

it('[S4] what is done while the folder may not be written is on this computer, and in the folder later', async () => {
  const folder = await makeProject();
  const local = await temporaryFolder();
  await chmod(local, 0o777);
  await mkdir(join(folder, 'coders'), { recursive: true });
  const before = await snapshot(folder);
  await lock(folder);
  await asOrdinaryUser(async () => {
    const session = value(await openSession(folder, { local, deviceId: 'desk' as DeviceId }));
    value(session.perform(add('a1', 'must not')));
    value(await session.close());
    expect(session.saveState).toMatchObject({
      kind: 'saved',
      serial: 1,
      folder: { code: 'storage.write.noRights' },
    });
  });
  expect(await snapshot(folder)).toEqual(before);
  for (const place of ['.', 'coders']) await chmod(join(folder, place), 0o777);
  const again = value(await openSession(folder, { local, deviceId: 'desk' as DeviceId }));
  expect(again.project.annotations.get(NORTH)).toHaveLength(1);
  again.workAs(ADA.id);
  value(await again.close());
  expect(value(await openSession(folder)).project.annotations.get(NORTH)).toHaveLength(1);
});

it('[R3] a file that may not be written is not replaced, though its folder would allow it', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'set.json');
  await writeFile(path, 'old');
  await chmod(path, 0o444);
  await chmod(folder, 0o777);
  const replaced = await asOrdinaryUser(() => replaceFile(path, new Uint8Array([1])));
  expect(codeOf(replaced)).toBe('storage.write.noRights');
  expect(await snapshot(folder)).toEqual({ 'set.json': 'old' });
});

it('[R4] a new project where one may not write changes nothing', async () => {
  const folder = join(await temporaryFolder(), 'locked');
  await mkdir(folder);
  await lock(folder);
  const given = { title: 'Winds', coder: ADA, id: 'winds' as ProjectId, at: NOW };
  const codes = await asOrdinaryUser(async () => [
    codeOf(await createProject(join(folder, 'new'), given)),
    codeOf(await createProject(folder, given)),
  ]);
  expect(codes).toEqual(['storage.write.noRights', 'storage.write.noRights']);
  expect(await snapshot(folder)).toEqual({});
});

it('[R5] texts that may not be read are named, the others are taken', async () => {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'closed'));
  for (const name of ['one.txt', 'secret.txt']) await writeFile(join(folder, name), name);
  await chmod(join(folder, 'secret.txt'), 0o000);
  await chmod(join(folder, 'closed'), 0o000);
  onTestFinished(() => chmod(join(folder, 'closed'), 0o755));
  const createId = (): DocumentId => 'd1' as DocumentId;
  const prepared = await asOrdinaryUser(() =>
    prepareTexts([folder], { known: [], at: NOW, createId }),
  );
  expect(prepared.texts.map(({ document }) => document.fileName)).toEqual(['one.txt']);
  expect(prepared.notices.map(({ code, text }) => [code, /closed|secret/.exec(text)?.[0]])).toEqual(
    [
      ['storage.read.noRights', 'closed'],
      ['storage.read.noRights', 'secret'],
    ],
  );
});
