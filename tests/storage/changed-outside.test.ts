import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, CoderId, DeviceId, TeamActId } from '../../src/core/ids';
import { annotationsOf } from '../../src/core/project/project';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { add, ADA, makeProject, NORTH, NOW, value } from './small-project';

const STRANGE = 'storage.file.strange';

async function openAs(folder: string, coder: CoderId = ADA.id): Promise<ProjectSession> {
  const session = value(await openSession(folder, { deviceId: 'desk' as DeviceId }));
  session.workAs(coder);
  value(await session.settled());
  return session;
}

async function annotated(): Promise<string> {
  const folder = await makeProject();
  const session = await openAs(folder);
  value(session.perform(add('a1', 'must not')));
  value(session.perform(add('a2', 'insert')));
  value(await session.close());
  return folder;
}

const setOf = (folder: string): string => join(folder, 'coders', 'ada', 'north.json');

async function edit(path: string, change: (text: string) => string): Promise<string> {
  const before = await readFile(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
  return after;
}

async function aside(folder: string): Promise<readonly string[]> {
  const path = join(folder, 'set-aside');
  const names = await readdir(path).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
}

const memoOf = ({ project }: ProjectSession): string | undefined =>
  annotationsOf(project, NORTH).find(({ id }) => id === 'a1')?.memo;

describe('[S5] a file that another program changed', () => {
  it('is not taken for what was entered: it is told, kept as it is, and what was entered is there', async () => {
    const folder = await annotated();
    const edited = await edit(setOf(folder), (text) =>
      text.replace('"memo": ""', '"memo": "By jq"'),
    );
    const session = await openAs(folder);
    expect(session.notices.map(({ code }) => code)).toEqual([STRANGE]);
    expect(session.notices[0]?.text).toContain('1 value');
    expect(memoOf(session)).toBe('');
    expect(await aside(folder)).toEqual([edited]);
    expect(await readFile(setOf(folder), 'utf8')).not.toContain('By jq');
    value(await session.close());
    const again = await openAs(folder);
    expect(again.notices).toEqual([]);
    value(await again.close());
  });

  it('also while the project is open, when it is to be written over', async () => {
    const folder = await annotated();
    const session = await openAs(folder);
    const told: string[] = [];
    session.onNotice(({ code }) => told.push(code));
    const edited = await edit(setOf(folder), (text) =>
      text.replace('"memo": ""', '"memo": "By jq"'),
    );
    value(session.perform(add('a3', 'itself')));
    value(await session.settled());
    expect(told).toEqual([STRANGE]);
    expect(await aside(folder)).toEqual([edited]);
    expect(annotationsOf(session.project, NORTH)).toHaveLength(3);
    value(await session.close());
  });

  it('so are project.json and the codebook', async () => {
    const folder = await annotated();
    await edit(join(folder, 'project.json'), (text) => text.replace('"Winds"', '"Wands"'));
    await edit(join(folder, 'codebook.json'), (text) => text.replace('"Stance"', '"Stanza"'));
    const session = await openAs(folder);
    expect(session.notices.map(({ code }) => code)).toEqual([STRANGE, STRANGE]);
    expect(session.project.title).toBe('Winds');
    expect(await aside(folder)).toHaveLength(2);
    value(await session.close());
  });

  it('so is the record of the team', async () => {
    const folder = await annotated();
    const session = await openAs(folder);
    const deed = { kind: 'blind', isBlind: false, reason: 'We talked' } as const;
    const act = { id: 't1' as TeamActId, coderId: ADA.id, at: NOW, deed };
    value(session.perform({ kind: 'team.record', act }));
    value(await session.close());
    const edited = await edit(join(folder, 'project.json'), (text) =>
      text.replace('We talked', 'We did not'),
    );
    const again = await openAs(folder);
    expect(again.notices.map(({ code }) => code)).toEqual([STRANGE]);
    expect(again.project.team).toContainEqual(act);
    expect(await aside(folder)).toEqual([edited]);
    expect(await readFile(join(folder, 'project.json'), 'utf8')).toContain('We talked');
    value(await again.close());
  });

  it('but what is only from before is no such change, nor is another order of keys', async () => {
    const folder = await annotated();
    const session = await openAs(folder);
    const before = await readFile(setOf(folder), 'utf8');
    const memo = {
      documentId: NORTH,
      annotationId: 'a1' as AnnotationId,
      memo: 'Later',
      modifiedAt: NOW,
    };
    value(session.perform({ kind: 'annotation.memo', ...memo }));
    value(await session.close());
    const { format, formatVersion, annotations, ...rest } = JSON.parse(before) as {
      format: string;
      formatVersion: number;
      annotations: object[];
    };
    const turned = annotations.map((one) => Object.fromEntries(Object.entries(one).reverse()));
    await writeFile(
      setOf(folder),
      JSON.stringify({ ...rest, annotations: turned, formatVersion, format }),
    );
    const again = await openAs(folder);
    expect(again.notices).toEqual([]);
    expect(memoOf(again)).toBe('Later');
    expect(await aside(folder)).toEqual([]);
    expect(await readFile(setOf(folder), 'utf8')).toContain('Later');
    value(await again.close());
  });
});
