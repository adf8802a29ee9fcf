import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../src/core/project/project';
import { exportSets } from '../../src/main/set-export';
import { SetImports } from '../../src/main/set-import';
import { createProject } from '../../src/storage/create-project';
import { snapshot, temporaryFolder } from '../storage/disk';
import {
  add,
  ADA,
  BEN,
  codeOf,
  makeProject,
  NORTH,
  NOW,
  open,
  value,
} from '../storage/small-project';
import { createBench, settleAfterTest } from './host-bench';

/** A file with one annotation of Ada's on the small project's first text. */
async function exportOne(): Promise<string> {
  const session = await open(await makeProject());
  value(session.perform(add('a1', 'must not')));
  const file = join(await temporaryFolder(), 'sets.json');
  const exported = value(
    await exportSets(session, { includeTexts: true }, file, '0.0.0', undefined),
  );
  expect(exported).toEqual({ fileName: 'sets.json', documents: 2, annotations: 1 });
  await session.close();
  return file;
}

async function openEmptyProject() {
  const bench = createBench();
  const folder = join(await temporaryFolder(), 'empty');
  value(await createProject(folder, { title: 'Empty', coder: BEN, id: 'empty' as never, at: NOW }));
  value(await bench.host.open(folder));
  value(bench.host.chooseCoder(BEN.id));
  const { session } = bench.host;
  if (session === undefined) throw new Error('no project');
  bench.told.length = 0;
  settleAfterTest(bench);
  return { ...bench, folder, session, imports: new SetImports(bench.host) };
}

describe('exporting', () => {
  test('[X1] not into the project’s own folder', async () => {
    const session = await open(await makeProject());
    const before = await snapshot(session.folder);
    for (const file of ['project.json', 'mine.json', join('documents', 'x.json')]) {
      const answer = await exportSets(
        session,
        { includeTexts: true },
        join(session.folder, file),
        '0',
        undefined,
      );
      expect(codeOf(answer)).toBe('main.fault.exportInProject');
    }
    expect(await snapshot(session.folder)).toEqual(before);
  });

  test('[X2] a folder beside it whose name begins alike is fine', async () => {
    const session = await open(await makeProject());
    const file = `${session.folder}.json`;
    expect(codeOf(await exportSets(session, { includeTexts: false }, file, '0', undefined))).toBe(
      'ok',
    );
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ app: { version: '0' } });
  });

  test('[X3] unknown documents and coders are said', async () => {
    const session = await open(await makeProject());
    const file = join(await temporaryFolder(), 'x.json');
    const choices = [{ documentId: 'x' as never }, { coderId: 'x' as never }];
    const answers = choices.map((choice) =>
      exportSets(session, { ...choice, includeTexts: true }, file, '0', undefined),
    );
    expect((await Promise.all(answers)).map(codeOf)).toEqual([
      'fault.command.unknownDocument',
      'fault.command.unknownCoder',
    ]);
  });
});

describe('importing', () => {
  test('[I1] says first what it would do, and changes nothing', async () => {
    const { imports, session, told, folder } = await openEmptyProject();
    const before = await snapshot(folder);
    const preview = await imports.prepare(session, await exportOne());
    expect(preview).toMatchObject({
      ok: true,
      value: {
        fileName: 'sets.json',
        projectTitle: 'Winds',
        coders: ['Ada'],
        added: 1,
        unchanged: 0,
      },
    });
    expect(told).toEqual([]);
    expect(await snapshot(folder)).toEqual(before);
  });

  test('[I2] then does it as one step, texts and all, and one undo takes it back', async () => {
    const { host, imports, session, heard, folder } = await openEmptyProject();
    const preview = await imports.prepare(session, await exportOne());
    if (!preview.ok) throw new Error('refused');
    value(await imports.confirm(preview.value.planId));
    expect(session.project).toMatchObject({ id: 'winds', title: 'Winds' });
    expect(annotationsOf(session.project, NORTH)).toHaveLength(1);
    expect(heard('project.applied').map((step) => step.name)).toEqual(['Import 1 Annotation']);
    await session.settled();
    const reopened = await open(folder);
    expect(reopened.project.documents.map((document) => document.id)).toEqual(['north', 'south']);
    value(host.undo());
    expect(session.project).toMatchObject({ id: 'empty', title: 'Empty', documents: [] });
  });

  test('[I3] a plan counts once, and only the latest', async () => {
    const { imports, session } = await openEmptyProject();
    const file = await exportOne();
    const first = await imports.prepare(session, file);
    const second = await imports.prepare(session, file);
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(codeOf(await imports.confirm(first.value.planId))).toBe('main.fault.importGone');
    expect(codeOf(await imports.confirm(second.value.planId))).toBe('ok');
    expect(codeOf(await imports.confirm(second.value.planId))).toBe('main.fault.importGone');
  });

  test('[I4] a project that changed meanwhile is planned for again', async () => {
    const { imports, session, host } = await openEmptyProject();
    const preview = await imports.prepare(session, await exportOne());
    if (!preview.ok) throw new Error('refused');
    value(host.announce(session.perform({ kind: 'coder.add', coder: ADA, index: 0 })));
    value(await imports.confirm(preview.value.planId));
    expect(session.project.coders.filter((coder) => coder.id === ADA.id)).toHaveLength(1);
    expect(annotationsOf(session.project, NORTH)).toHaveLength(1);
  });

  test('[I5] what is there already is not a step', async () => {
    const { imports, session, heard } = await openEmptyProject();
    const file = await exportOne();
    for (const steps of [1, 1]) {
      const preview = await imports.prepare(session, file);
      if (!preview.ok) throw new Error('refused');
      value(await imports.confirm(preview.value.planId));
      expect(heard('project.applied')).toHaveLength(steps);
    }
  });

  test.each([
    ['missing', undefined, 'main.fault.importRead'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'main.fault.importEncoding'],
    ['truncated', Buffer.from('{"format": "postil-anno'), 'fault.json.syntax'],
  ])('[I6] a file that is %s is refused by name', async (_what, bytes, code) => {
    const { imports, session } = await openEmptyProject();
    const file = join(await temporaryFolder(), 'sets.json');
    if (bytes !== undefined) await writeFile(file, bytes);
    const answer = await imports.prepare(session, file);
    if (answer.ok) throw new Error('accepted');
    expect(answer.fault).toMatchObject({ fileName: 'sets.json', total: 1 });
    expect(answer.fault.faults.map((fault) => fault.code)).toEqual([code]);
  });
});
