import { hostname, userInfo } from 'node:os';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSourceDocument } from '../../src/core/document/source-document';
import type { ActorId, MemoId, ProjectId, Timestamp } from '../../src/core/ids';
import { createFault } from '../../src/core/result';
import { INITIAL_SETTINGS } from '../../src/ipc/settings';
import { FaultLog } from '../../src/main/fault-log';
import { createReport } from '../../src/main/report';
import { createProject } from '../../src/storage/create-project';
import { readHealth } from '../../src/storage/project-health';
import { placesOf } from '../../src/storage/project-folder';
import { temporaryFolder } from '../storage/disk';
import { ADA, annotate, NORTH, NOW, open, value } from '../storage/small-project';

const MARK = 'Zwölfender';
const TEXT = `${MARK} must not insert itself.\n`;
const now = (): Timestamp => NOW;

/** A project in which everything that a person wrote, named or chose has the mark in it, and one file is damaged. */
async function makeMarked(): Promise<string> {
  const folder = join(await temporaryFolder(), MARK);
  const given = { id: NORTH, fileName: `${MARK}.txt`, text: TEXT, addedAt: NOW };
  const document = createSourceDocument(given);
  const source = new TextEncoder().encode(TEXT);
  value(
    await createProject(folder, {
      title: MARK,
      coder: { ...ADA, name: MARK },
      id: MARK.toLowerCase().replace('ö', 'oe') as ProjectId,
      at: NOW,
      texts: [{ document, text: TEXT, source }],
    }),
  );
  const session = await open(folder);
  const { codebook } = session.project;
  const codes = codebook.codes.map((code) => ({
    ...code,
    name: `${MARK} ${code.name}`,
    definition: MARK,
  }));
  value(session.perform({ kind: 'codebook.replace', codebook: { ...codebook, codes } }));
  const actor = {
    id: 'z' as ActorId,
    label: MARK,
    kind: 'state',
    aliases: [`${MARK}s`],
    note: MARK,
  } as const;
  value(session.perform({ kind: 'actor.add', actor, index: 0 }));
  const annotation = { ...annotate('a1', `${MARK} must not`, { text: TEXT }), memo: MARK };
  value(session.perform({ kind: 'annotation.add', annotation }));
  const memo = {
    id: 'm1' as MemoId,
    coderId: ADA.id,
    about: { kind: 'project' },
    text: MARK,
    createdAt: NOW,
    modifiedAt: NOW,
  } as const;
  value(session.perform({ kind: 'memo.add', memo }));
  value(await session.settled());
  value(await session.close());
  await writeFile(placesOf(folder).annotationSet(ADA.id, NORTH), `{"${MARK}":`);
  return folder;
}

async function reportOn(folder: string, faults: FaultLog): Promise<string> {
  const read = await readHealth(folder, join(folder, 'none'), Date.parse(NOW));
  return createReport({
    at: NOW,
    versions: { postil: '1' },
    computer: {
      system: 'linux',
      processor: 'x64',
      memoryMegabytes: 1,
      freeMegabytes: 1,
      language: 'en',
      displays: [],
    },
    settings: { ...INITIAL_SETTINGS, keys: { [MARK]: MARK } },
    run: { seconds: 1, beforeWasCutShort: false },
    save: { kind: 'saved' },
    faults: faults.faults,
    project: read.ok ? read.value : { fault: read.fault.code },
  });
}

describe('[S12] the report for the maintainers', () => {
  it('has no text, name, label or path of the project in it, whatever went wrong', async () => {
    const folder = await makeMarked();
    const faults = new FaultLog(now);
    faults.add(createFault('storage.file.damaged', { file: folder, problem: MARK }));
    faults.add(createFault('backups.fault.text', { file: folder, title: MARK }));
    faults.add(createFault('main.fault.unexpected', { problem: MARK }));
    faults.addError(new TypeError(`${MARK} in ${folder}\n    at must.not (file.js:1:1)`));
    faults.addError(MARK);
    const report = await reportOn(folder, faults);
    for (const secret of [
      MARK,
      MARK.toLowerCase(),
      'must not',
      'must.not',
      folder,
      hostname(),
      `"${ADA.id}"`,
      userInfo().homedir,
    ]) {
      expect(report).not.toContain(secret);
    }
  });

  it('has what helps: counts, the state of journals and files, and the faults in sentences', async () => {
    const folder = await makeMarked();
    const faults = new FaultLog(now);
    faults.add(createFault('backups.fault.text', { file: folder, title: MARK }));
    faults.addError(new RangeError(MARK));
    const report = JSON.parse(await reportOn(folder, faults)) as Record<string, unknown>;
    expect(report).toMatchObject({
      format: 'postil-report',
      settings: { theme: 'system', ownKeys: 1 },
      project: {
        counts: { documents: 1, annotations: 1, actors: 1, memos: 1, coders: 1 },
        textLengths: [TEXT.length],
        unusableFiles: ['storage.file.damaged'],
        backups: { readable: 0, unreadable: 0, bytes: 0 },
      },
      faults: [
        {
          what: 'backups.fault.text',
          sentence: expect.stringContaining('The text of “…” in the backup (“…”)') as string,
        },
        { what: 'RangeError', sentence: '' },
      ],
    });
    expect(JSON.stringify(report)).toMatch(/report\.test\.ts:\d+:\d+/u);
  });
});
