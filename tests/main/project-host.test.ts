import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentId, TeamActId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { annotationsOf } from '../../src/core/project/project';
import { ok } from '../../src/core/result';
import { snapshotAct } from '../../src/core/teamwork/snapshot';
import type { ProjectSnapshot } from '../../src/ipc/contract';
import { userName } from '../../src/main/identity';
import { memoryOf } from '../../src/main/remembered';
import { addTexts } from '../../src/main/text-adding';
import { temporaryFolder } from '../storage/disk';
import {
  add,
  ADA,
  annotate,
  codeOf,
  makeProject,
  NORTH,
  open,
  value,
} from '../storage/small-project';
import { createBench, settleAfterTest } from './host-bench';

/** The small project with the coder chosen who made it. */
async function openAsAda() {
  const bench = createBench();
  const folder = await makeProject();
  value(await bench.host.open(folder));
  value(bench.host.chooseCoder(ADA.id));
  bench.told.length = 0;
  settleAfterTest(bench);
  return { ...bench, folder };
}

describe('opening', () => {
  test('[H1] the window gets the whole project, and it becomes the latest', async () => {
    const { host, heard, remembered } = createBench();
    const folder = await makeProject();
    value(await host.open(folder));
    const [opened] = heard('project.opened');
    const snapshot = JSON.parse(opened?.snapshot ?? '') as ProjectSnapshot;
    expect(snapshot).toMatchObject({ title: 'Winds', annotations: [] });
    expect(snapshot.documents.map((document) => document.id)).toEqual(['north', 'south']);
    expect(remembered()).toMatchObject({ recentProjects: [folder], lastProject: folder });
  });

  test('[S6] a device id that another computer goes on with is given up for good', async () => {
    const { host, folder, remembered } = await openAsAda();
    value(host.perform(value(host.require()), add('a1', 'must not')));
    value(await host.settled());
    const { deviceId } = remembered();
    // The other one, of a cloned profile, wrote into the journal.
    const journal = join(folder, 'coders', 'ada', `journal-${String(deviceId)}.jsonl`);
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"a1"', '"b1"'));
    value(host.perform(value(host.require()), add('a2', 'insert')));
    value(await host.settled());
    const names = await readdir(join(folder, 'coders', 'ada'));
    expect(names).toContain(`journal-${String(remembered().deviceId)}.jsonl`);
    expect(remembered().deviceId).not.toBe(deviceId);
  });

  test('[H2] a person new to a project leaves nothing behind by looking', async () => {
    const folder = await makeProject();
    const before = await readFile(join(folder, 'project.json'), 'utf8');
    const { host, heard } = createBench();
    value(await host.open(folder));
    const [opened] = heard('project.opened');
    expect(opened?.newcomer).toEqual({ id: opened?.coderId, name: userName() });
    expect(host.session?.project.coders.map(({ name }) => name)).toEqual(['Ada']);
    await host.lookOutside();
    await host.settled();
    expect(await readFile(join(folder, 'project.json'), 'utf8')).toBe(before);
    expect(await readdir(join(folder, 'coders')).catch(() => [])).toEqual([]);
    expect(codeOf(host.undo())).toBe('fault.command.nothingToUndo');
  });

  test('[H2] a person new to a project is added with their first act, once, and Undo does not take them away', async () => {
    const folder = await makeProject();
    const ids: unknown[] = [];
    for (const round of [1, 2]) {
      const bench = createBench();
      const { host, heard } = bench;
      value(await host.open(folder));
      const coderId = heard('project.opened')[0]?.coderId ?? ADA.id;
      ids.push(coderId);
      const annotation = { ...annotate(`a${String(round)}`, 'must not'), coderId };
      value(host.performForWindow({ kind: 'annotation.add', annotation }, 1));
      value(host.undo());
      expect(
        host.session?.project.coders.map((coder) => coder.name),
        `round ${String(round)}`,
      ).toEqual(['Ada', userName()]);
      const added = heard('project.applied').filter(({ command }) => command.kind === 'coder.add');
      expect(added).toHaveLength(round === 1 ? 1 : 0);
      await host.settled();
    }
    expect(ids[0]).toBe(ids[1]);
  });

  test('[H2] who says who they are is added, and who says to be another leaves nobody behind', async () => {
    const { host } = createBench();
    value(await host.open(await makeProject()));
    host.enter();
    expect(host.session?.project.coders.map(({ name }) => name)).toEqual(['Ada', userName()]);
    const other = createBench();
    value(await other.host.open(await makeProject()));
    value(other.host.chooseCoder(ADA.id));
    value(other.host.performForWindow(add('a1', 'must not'), 1));
    expect(other.host.session?.project.coders.map(({ name }) => name)).toEqual(['Ada']);
    await Promise.all([host.settled(), other.host.settled()]);
  });

  test('[H3] the coder chosen last time works again', async () => {
    const { host, heard, folder } = await openAsAda();
    const other = await makeProject();
    value(await host.open(other));
    value(await host.open(folder));
    expect(heard('project.opened').at(-1)?.coderId).toBe(ADA.id);
  });

  test('[H4] a project that cannot be opened leaves the open one as it was', async () => {
    const { host, told, folder } = await openAsAda();
    expect(codeOf(await host.open(await temporaryFolder()))).not.toBe('ok');
    expect(host.session?.folder).toBe(folder);
    expect(told).toEqual([]);
    expect(codeOf(host.performForWindow(add('a1', 'must not'), 1))).toBe('ok');
  });

  test('[H5] a project whose changes cannot be saved is not left', async () => {
    const { host, folder, journals } = await openAsAda();
    const other = await makeProject();
    await rm(folder, { recursive: true });
    await rm(journals, { recursive: true });
    value(host.performForWindow(add('a1', 'must not'), 1));
    expect(codeOf(await host.open(other))).toBe('main.fault.unsavedProject');
    expect(host.session?.folder).toBe(folder);
  });

  test('[H5] a project whose folder is gone is left when this computer has the changes', async () => {
    const { host, folder, journals } = await openAsAda();
    const other = await makeProject();
    await rm(folder, { recursive: true });
    value(host.performForWindow(add('a1', 'must not'), 1));
    expect(codeOf(await host.open(other))).toBe('ok');
    const names = await readdir(journals, { recursive: true });
    const [name] = names.filter((one) => one.endsWith('.jsonl'));
    expect(await readFile(join(journals, name ?? ''), 'utf8')).toContain('must not');
  });

  test('[H6] what was done is on disk when another project is open', async () => {
    const { host, folder } = await openAsAda();
    value(host.performForWindow(add('a1', 'must not'), 1));
    value(await host.open(await makeProject()));
    expect(annotationsOf((await open(folder)).project, NORTH)).toHaveLength(1);
  });

  test('[H7] opening the open project tells the window of it anew', async () => {
    const { host, heard, folder } = await openAsAda();
    const { session } = host;
    value(await host.open(folder));
    expect(host.session).toBe(session);
    expect(heard('project.opened')).toHaveLength(1);
  });
});

describe('steps', () => {
  test('[H8] are told with token, serial, name and what can be undone', async () => {
    const { host, heard } = await openAsAda();
    const command = add('a1', 'must not');
    expect(value(host.performForWindow(command, 7))).toEqual({ serial: 1, name: 'Add Stance' });
    value(host.undo());
    value(host.redo());
    expect(heard('project.applied')).toEqual([
      {
        serial: 1,
        command,
        token: 7,
        reason: 'perform',
        name: 'Add Stance',
        history: { undo: 'Add Stance' },
      },
      {
        serial: 2,
        command: { kind: 'annotation.remove', documentId: NORTH, annotationId: 'a1' },
        token: undefined,
        reason: 'undo',
        name: 'Add Stance',
        history: { redo: 'Add Stance' },
      },
      {
        serial: 3,
        command,
        token: undefined,
        reason: 'redo',
        name: 'Add Stance',
        history: { undo: 'Add Stance' },
      },
    ]);
  });

  test('[H9] that are refused are not told', async () => {
    const { host, told } = await openAsAda();
    const annotation = { ...annotate('a1', 'must not'), codeId: 'nothing' as never };
    expect(codeOf(host.performForWindow({ kind: 'annotation.add', annotation }, 1))).toBe(
      'fault.command.unknownCode',
    );
    expect(codeOf(host.undo())).toBe('fault.command.nothingToUndo');
    expect(told).toEqual([]);
  });

  test('that are recorded beside a person’s are told as they are, so that nothing is taken anew', async () => {
    const { host, heard } = await openAsAda();
    value(host.performForWindow(add('a1', 'must not'), 1));
    const id = 'snapshot' as TeamActId;
    const at = '2026-01-01T00:00:00.000Z' as Timestamp;
    const command: Command = {
      kind: 'team.record',
      act: snapshotAct(id, { at, coderId: ADA.id, reason: 'Before' }, 'f'.repeat(64)),
    };
    value(host.recordQuietly(command));
    expect(heard('project.outside')).toEqual([]);
    expect(heard('project.applied').at(-1)).toMatchObject({
      command,
      token: undefined,
      reason: 'perform',
      history: { undo: 'Add Stance' },
    });
  });

  test('[H10] when an undo takes the working coder away, another works', async () => {
    const { host, heard } = await openAsAda();
    const coder = { id: 'eve' as typeof ADA.id, name: 'Eve' };
    value(host.performForWindow({ kind: 'coder.add', coder, index: 0 }, 1));
    value(host.chooseCoder(coder.id));
    value(host.undo());
    expect(heard('coder.chosen')).toEqual([coder.id, ADA.id]);
  });

  test('[H11] without a project all say so', async () => {
    const { host } = createBench();
    const answers = [
      host.undo(),
      host.redo(),
      host.performForWindow(add('a1', 'must not'), 1),
      host.chooseCoder(ADA.id),
      host.describe(),
      await addTexts(host, []),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'main.fault.noProject'));
  });
});

describe('a project that is opened anew', () => {
  test('[H22] refuses what is done meanwhile in words, and takes it afterwards', async () => {
    const { host } = await openAsAda();
    const answers: (string | undefined)[] = [];
    const done = await host.openAnew(() => {
      for (const answer of [
        host.performForWindow(add('a1', 'must not'), 1),
        host.undo(),
        host.redo(),
        host.chooseCoder(ADA.id),
      ])
        answers.push(codeOf(answer));
      return Promise.resolve(ok(undefined));
    });
    value(done);
    expect(answers).toEqual(answers.map(() => 'main.fault.reopening'));
    value(host.performForWindow(add('a1', 'must not'), 2));
  });

  test('[H22] and when it cannot be opened again, says why and not that it is just being opened', async () => {
    const { host } = await openAsAda();
    const folder = host.session?.folder ?? '';
    const done = await host.openAnew(async () => {
      await rm(folder, { recursive: true });
      return ok(undefined);
    });
    expect(codeOf(done)).toBe('storage.project.missing');
    expect(host.require().ok).toBe(true);
  });

  test('[H23] the window gets the same whether or not it was made in steps', async () => {
    const { host } = await openAsAda();
    value(host.performForWindow(add('a1', 'must not'), 1));
    const inSteps = value(await host.describeInSteps());
    const atOnce = value(host.describe());
    expect(JSON.parse(inSteps.snapshot)).toEqual(JSON.parse(atOnce.snapshot));
    expect(inSteps.snapshot).toContain('"a1"');
    const described = host.describeInSteps();
    value(host.performForWindow(add('a2', 'must not'), 2));
    expect(value(await described).snapshot).toContain('"a2"');
  });
});

describe('memory', () => {
  test('[H12] the open document and its place come back with the project', async () => {
    const { host } = await openAsAda();
    const place = { offset: 0, fraction: 0.5, furthest: 20 };
    host.rememberOpenDocument(NORTH);
    host.rememberPlace(NORTH, place);
    expect(value(host.describe())).toMatchObject({ openDocument: NORTH, places: { north: place } });
  });

  test('[H13] it follows a project whose id becomes another', async () => {
    const { host, remembered } = await openAsAda();
    host.rememberOpenDocument(NORTH);
    const { session } = host;
    if (session === undefined) throw new Error('no project');
    const id = 'other' as typeof session.project.id;
    value(host.announce(session.perform({ kind: 'project.describe', id, title: 'Other' })));
    expect(memoryOf(remembered(), id)).toMatchObject({ openDocument: NORTH, coderId: ADA.id });
    expect(value(host.describe()).openDocument).toBe(NORTH);
  });
});

describe('adding texts', () => {
  test('[H14] is one step, told to the window, with what was noticed', async () => {
    const { host, heard } = await openAsAda();
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one.txt'), 'The first text.\r\n');
    await writeFile(join(folder, 'two.txt'), 'The second text.\n');
    await writeFile(join(folder, 'empty.txt'), '');
    const added = value(await addTexts(host, [folder]));
    expect(added.documentIds).toHaveLength(2);
    expect(added.notices.map((notice) => notice.code)).toEqual([
      'storage.text.empty',
      'storage.text.lineEnds',
    ]);
    expect(heard('project.applied').map((step) => step.name)).toEqual(['Add 2 Texts']);
    const [id] = added.documentIds;
    expect(host.session?.textOf(id as DocumentId)).toBe('The first text.\n');
  });
});
