import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, CoderId, DeviceId, Timestamp } from '../../../src/core/ids';
import { contentHash } from '../../../src/core/project/content-hash';
import { leaveCheckpoint } from '../../../src/storage/journal/checkpoint';
import { openSession } from '../../../src/storage/open-session';
import type { ProjectSession } from '../../../src/storage/project-session';
import { add, ADA, BEN, makeProject, NORTH, value } from '../small-project';

/*
 * What a start reads when an earlier one left a checkpoint: the rest of the journals, and the same project.
 */

const DESK = 'desk' as DeviceId;

interface Place {
  readonly folder: string;
  readonly local: string;
}

async function openAt({ folder, local }: Place, device = DESK): Promise<ProjectSession> {
  return value(await openSession(folder, { local, deviceId: device }));
}

async function work(
  place: Place,
  ids: readonly string[],
  given: { readonly coder?: CoderId; readonly device?: string } = {},
): Promise<void> {
  const session = await openAt(place, (given.device ?? DESK) as DeviceId);
  session.workAs(given.coder ?? ADA.id);
  for (const id of ids) value(session.perform(add(id, 'must not')));
  value(await session.settled());
  value(await session.close());
}

/** Six acts, a checkpoint behind them. */
async function begun(): Promise<Place> {
  const folder = await makeProject();
  const place = { folder, local: `${folder}-local` };
  const session = await openAt(place);
  session.workAs(ADA.id);
  value(session.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
  for (const id of ['a1', 'a2', 'a3']) value(session.perform(add(id, 'must not')));
  value(
    session.perform({ kind: 'annotation.remove', documentId: NORTH, annotationId: idOf('a2') }),
  );
  value(session.undo());
  value(await session.close());
  await leave(place);
  return place;
}

const idOf = (id: string): AnnotationId => id as AnnotationId;
const leave = async ({ folder, local }: Place): Promise<void> => {
  expect(await leaveCheckpoint(local, folder, DESK)).toBe(true);
};

async function fileHere({ local }: Place, name: string): Promise<string> {
  const [here = ''] = await readdir(local);
  return join(local, here, name);
}

const journalIn = ({ folder }: Place): string =>
  join(folder, 'coders', 'ada', 'journal-desk.jsonl');

/** What a start finds with the checkpoint, which must be what it finds without. */
async function found(place: Place): Promise<{ acts: number; notices: readonly string[] }> {
  const session = await openAt(place);
  const { actsRead, notices, project, history } = session;
  value(await session.close());
  const copy = `${place.local}-copy`;
  await cp(place.local, copy, { recursive: true });
  await rm(await fileHere({ ...place, local: copy }, 'checkpoint.json'));
  const whole = await openAt({ ...place, local: copy });
  expect(contentHash(project)).toBe(contentHash(whole.project));
  expect(history).toEqual(whole.history);
  const codes = notices.map(({ code }) => code);
  expect(codes).toEqual(whole.notices.map(({ code }) => code));
  expect(actsRead).toBeLessThanOrEqual(whole.actsRead);
  value(await whole.close());
  await rm(copy, { recursive: true });
  return { acts: actsRead, notices: codes };
}

describe('[S1] a checkpoint', () => {
  it('stands for the acts before it, with undo and redo', async () => {
    const place = await begun();
    expect(await found(place)).toEqual({ acts: 0, notices: [] });
    const session = await openAt(place);
    session.workAs(ADA.id);
    value(session.redo());
    expect(session.project.annotations.get(NORTH)).toHaveLength(2);
    value(session.perform(add('a4', 'insert')));
    value(await session.close());
    // Two acts, here and in the folder.
    expect(await found(place)).toEqual({ acts: 4, notices: [] });
  });

  it('also with what others did since', async () => {
    const place = await begun();
    await work({ ...place, local: `${place.local}-of-ben` }, ['b1'], {
      coder: BEN.id,
      device: 'laptop',
    });
    const { notices } = await found(place);
    expect(notices).toEqual([]);
    await leave(place);
    expect((await found(place)).acts).toBe(0);
    await work({ ...place, local: `${place.local}-of-ben` }, ['b2'], {
      coder: BEN.id,
      device: 'laptop',
    });
    expect((await found(place)).acts).toBe(1);
  });

  it('is nothing to another device', async () => {
    const place = await begun();
    const session = await openAt(place, 'other' as DeviceId);
    expect(session.actsRead).toBeGreaterThan(0);
    value(await session.close());
  });

  it('is written anew from one that is there', async () => {
    const place = await begun();
    await work(place, ['a5']);
    await leave(place);
    expect((await found(place)).acts).toBe(0);
  });
});

describe('[S5] a journal that is there in several files, as a merge leaves it', () => {
  const copyIn = (place: Place): string => journalIn(place).replace('.jsonl', ' (copy).jsonl');

  it('is in a checkpoint when one has all that the others have', async () => {
    const place = await begun();
    await cp(journalIn(place), copyIn(place));
    await leave(place);
    expect(await found(place)).toEqual({ acts: 0, notices: [] });
  });

  it('counts behind the checkpoint too, when it has more', async () => {
    const place = await begun();
    const other = { folder: `${place.folder}-copy`, local: `${place.local}-there` };
    await cp(place.folder, other.folder, { recursive: true });
    await work(other, ['a5']);
    await cp(journalIn(other), copyIn(place));
    expect(await found(place)).toEqual({ acts: 1, notices: [] });
  });

  it('is read whole when one of the files goes on', async () => {
    const place = await begun();
    await cp(journalIn(place), copyIn(place));
    await leave(place);
    await work(place, ['a5']);
    expect((await found(place)).acts).toBeGreaterThan(2);
  });

  it('is read whole when what came is not what is here', async () => {
    const place = await begun();
    const text = await readFile(journalIn(place), 'utf8');
    await writeFile(copyIn(place), text.split('\n').slice(0, -2).join('\n') + '\n');
    expect((await found(place)).acts).toBeGreaterThan(0);
  });
});

describe('[S5] where a journal is not as it was', () => {
  it.each([
    ['in the folder', (place: Place) => Promise.resolve(journalIn(place))],
    ['here', (place: Place) => fileHere(place, 'ada-desk.jsonl')],
  ])('%s, all of it is read, and what is wrong is told', async (_, fileOf) => {
    const place = await begun();
    const path = await fileOf(place);
    const bytes = await readFile(path);
    const at = bytes.indexOf('"a2"');
    bytes.write('x', at + 1);
    await writeFile(path, bytes);
    const { acts, notices } = await found(place);
    expect(acts).toBeGreaterThan(0);
    expect(notices).toContain('journal.damage.bad');
  });

  it('so it is when lines were cut off, and they come back from here', async () => {
    const place = await begun();
    const text = await readFile(journalIn(place), 'utf8');
    await writeFile(journalIn(place), text.split('\n').slice(0, 4).join('\n') + '\n');
    expect((await found(place)).acts).toBeGreaterThan(0);
    const session = await openAt(place);
    value(await session.settled());
    expect(session.project.annotations.get(NORTH)).toHaveLength(3);
    value(await session.close());
    expect((await readFile(journalIn(place), 'utf8')).length).toBeGreaterThan(text.length / 2);
  });

  it('or when something that is no line was added', async () => {
    const place = await begun();
    await appendFile(journalIn(place), '{"hash":"half');
    expect((await found(place)).notices).toEqual(['journal.damage.torn']);
  });

  it('and none is left where two files of one journal say different things', async () => {
    const place = await begun();
    const other = { folder: `${place.folder}-copy`, local: `${place.local}-there` };
    await cp(place.folder, other.folder, { recursive: true });
    await work(other, ['a5']);
    await work(place, ['a6']);
    await cp(journalIn(other), journalIn(place).replace('.jsonl', ' (copy).jsonl'));
    expect(await leaveCheckpoint(place.local, place.folder, DESK)).toBe(false);
    expect((await found(place)).acts).toBeGreaterThan(0);
  });

  it('a damaged checkpoint is passed over', async () => {
    const place = await begun();
    const path = await fileHere(place, 'checkpoint.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"a2"', '"x2"'));
    expect(await found(place)).toEqual({ acts: 14, notices: [] });
  });
});

describe('[S3] the first act after a start', () => {
  it('goes behind the last line, whose file is not read whole again', async () => {
    const place = await begun();
    await work(place, ['a6']);
    const lines = (await readFile(journalIn(place), 'utf8')).trimEnd().split('\n');
    expect(lines.at(-1)).toContain('a6');
    expect((JSON.parse(lines.at(-1) ?? '') as { line: number }).line).toBe(lines.length);
    expect(await found(place)).toEqual({ acts: 2, notices: [] });
  });

  it('but not unread where another wrote meanwhile: that stays as it is', async () => {
    const place = await begun();
    const session = await openAt(place);
    session.workAs(ADA.id);
    const foreign = (await readFile(journalIn(place), 'utf8')).replace('"a1"', '"z1"');
    await writeFile(journalIn(place), foreign);
    value(session.perform(add('a7', 'must not')));
    value(await session.settled());
    value(await session.close());
    expect(await readFile(journalIn(place), 'utf8')).toContain(foreign);
    const again = await openAt(place);
    expect(again.notices.map(({ code }) => code)).toContain('journal.damage.bad');
    expect(again.project.annotations.get(NORTH)?.map(({ id }) => id)).toContain('a7');
    value(await again.close());
  });
});

describe('at any moment', () => {
  it('opening with checkpoints made now and then is opening without', async () => {
    const place = await begun();
    let clock = 0;
    for (let round = 0; round < 12; round += 1) {
      const session = await openAt(place);
      session.workAs(round % 3 === 2 ? BEN.id : ADA.id);
      value(session.perform(add(`r${round}`, 'insert')));
      value(
        session.perform({
          kind: 'annotation.memo',
          documentId: NORTH,
          annotationId: idOf('a1'),
          memo: `${round}`,
          modifiedAt: new Date((clock += 120_000)).toISOString() as Timestamp,
        }),
      );
      if (round % 2 === 1) value(session.undo());
      value(await session.close());
      if (round % 4 === 0) await leave(place);
      expect((await found(place)).notices).toEqual([]);
    }
  });
});
