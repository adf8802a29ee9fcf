import { appendFile, copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/core/result';
import type { JournalWriter } from '../../../src/storage/journal/journal-writer';
import { wantsNewDevice } from '../../../src/storage/journal/open-journal';
import { codeOf, value } from '../small-project';
import { createFaultyDisk } from './faulty-disk';
import {
  act,
  acts,
  actsIn,
  HEAD,
  journalPlaces,
  lineBytes,
  openWriter,
  read,
} from './small-journal';

/** A journal with this many acts in it, open. */
async function begin(n: number): Promise<{ path: string; writer: JournalWriter }> {
  const { path } = await journalPlaces();
  const writer = await openWriter(path);
  if (n > 0) value(await writer.append(acts(1, n)));
  return { path, writer };
}

describe('an append', () => {
  it('[S1] is in the file when it is answered, line by line, chained', async () => {
    const { path, writer } = await begin(0);
    const first = value(await writer.append(acts(1, 2)));
    expect(first).toMatchObject({ first: 2, last: 3 });
    const second = value(await writer.append([act(3)]));
    expect(second).toMatchObject({ first: 4, last: 4 });
    expect(await readFile(path)).toEqual(Buffer.concat(lineBytes(acts(1, 3))));
    const content = await read(path);
    expect(content.end).toEqual(writer.end);
    expect(content.end.hash).toBe(second.hash);
  });

  it('[S1] many at once share a write and an fdatasync, and each has its own answer', async () => {
    const { path } = await journalPlaces();
    const { disk, calls } = createFaultyDisk();
    const writer = await openWriter(path, disk);
    calls.length = 0;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => writer.append([act(i + 1)])),
    );
    expect(answers.map((answer) => value(answer).first)).toEqual(
      Array.from({ length: 100 }, (_, i) => i + 2),
    );
    expect(calls.filter((name) => name === 'file.datasync')).toHaveLength(1);
    expect(calls.filter((name) => name === 'file.write')).toHaveLength(1);
    expect(actsIn(await read(path))).toEqual(acts(1, 100).map(({ act: n }) => n));
  });

  it('[S1] those that come while the disk works are the next group', async () => {
    const { path } = await journalPlaces();
    const { disk, calls } = createFaultyDisk();
    const writer = await openWriter(path, disk);
    calls.length = 0;
    const answers: Promise<Result<unknown>>[] = [];
    answers.push(writer.append([act(1)]));
    while (!calls.includes('file.datasync')) await new Promise(setImmediate);
    for (let n = 2; n <= 50; n += 1) answers.push(writer.append([act(n)]));
    await Promise.all(answers);
    expect(calls.filter((name) => name === 'file.datasync')).toHaveLength(2);
    expect(actsIn(await read(path))).toEqual(acts(1, 50).map(({ act: n }) => n));
  });

  it('[S1] closing waits for what was asked for, and nothing may follow', async () => {
    const { path, writer } = await begin(1);
    const answer = writer.append([act(2)]);
    await writer.close();
    expect(actsIn(await read(path))).toEqual([1, 2]);
    expect(codeOf(await answer)).toBe('ok');
    await expect(writer.append([act(3)])).rejects.toThrow();
    await expect((await begin(0)).writer.append([])).rejects.toThrow();
  });

  it('[S1] takes a body as it was when it was asked for', async () => {
    const { path, writer } = await begin(0);
    const body = { act: 1 };
    const answer = writer.append([body]);
    body.act = 2;
    await answer;
    expect(actsIn(await read(path))).toEqual([1]);
  });

  it('[S1] of any sizes, in any groups, reads back in order', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(sizes, { minLength: 1, maxLength: 4 }), async (groups) => {
        const { path, writer } = await begin(0);
        let n = 0;
        for (const group of groups) {
          await Promise.all(group.map((size) => writer.append(acts(n + 1, (n += size)))));
        }
        const reopened = await openWriter(path);
        expect(reopened.end).toEqual(writer.end);
        const content = await read(path);
        expect(content.damage).toEqual([]);
        expect(actsIn(content)).toEqual(acts(1, n).map(({ act: one }) => one));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a body that could not be read again', () => {
  it.each([
    ['half a surrogate pair', { says: '\ud800' }],
    ['depth', { deep: JSON.parse('['.repeat(150) + ']'.repeat(150)) as unknown }],
    ['a key that no JSON of ours has', { constructor: 1 }],
  ])('[S1] is refused before it is written: %s', async (_, body) => {
    const { path, writer } = await begin(1);
    const [before, bad, after] = await Promise.all([
      writer.append([act(2)]),
      writer.append([act(9), body]),
      writer.append([act(3)]),
    ]);
    expect([before, bad, after].map(codeOf)).toEqual(['ok', 'journal.body', 'ok']);
    expect(actsIn(await read(path))).toEqual([1, 2, 3]);
  });

  it('[S1] longer than 64 MB', async () => {
    const { path, writer } = await begin(1);
    const long = { says: 'x'.repeat(64 * 1024 * 1024) };
    expect(codeOf(await writer.append([long]))).toBe('journal.body');
    expect(actsIn(await read(path))).toEqual([1]);
  });

  it('[S1] with a key of the line itself is a bug', async () => {
    const { writer } = await begin(0);
    await expect(writer.append([{ line: 3 }])).rejects.toThrow();
  });
});

describe('a file that was changed by somebody else', () => {
  const changes: readonly [string, (path: string) => Promise<unknown>][] = [
    ['an older version was put back', (path) => truncate(path, 200)],
    ['lines were added', (path) => appendFile(path, lineBytes(acts(1, 4)).at(-1) as Buffer)],
    ['something else was added', (path) => appendFile(path, '\n')],
    ['it was emptied', (path) => writeFile(path, '')],
    ['it was taken away', (path) => rm(path)],
    [
      'a cloned computer wrote another line of the same length',
      async (path) => {
        const bytes = await readFile(path);
        bytes[bytes.length - 4] = 0x79;
        await writeFile(path, bytes);
      },
    ],
    [
      'another file was put in its place',
      async (path) => {
        const other = Buffer.concat(lineBytes([act(1), act(2), act(4)]));
        await writeFile(`${path}.new`, other);
        await rename(`${path}.new`, path);
      },
    ],
  ];

  it.each(changes)('[S3] is never written over: %s', async (_, change) => {
    const { path, writer } = await begin(3);
    await change(path);
    const found = await readFile(path).catch(() => undefined);
    const answer = await writer.append([act(4)]);
    expect(codeOf(answer)).toBe('journal.changed');
    expect(answer.ok ? false : wantsNewDevice(answer.fault)).toBe(true);
    expect(codeOf(await writer.append([act(5)]))).toBe('journal.changed');
    expect(await readFile(path).catch(() => undefined)).toEqual(found);
  });

  it('[S3] and stays so when the old content comes back', async () => {
    const { path, writer } = await begin(3);
    await copyFile(path, `${path}.copy`);
    await truncate(path, 200);
    await writer.append([act(4)]);
    await rename(`${path}.copy`, path);
    expect(codeOf(await writer.append([act(4)]))).toBe('journal.changed');
  });

  it('[S1] the same file put back under its name is written on', async () => {
    const { path, writer } = await begin(3);
    await copyFile(path, `${path}.copy`);
    await rename(`${path}.copy`, path);
    expect(codeOf(await writer.append([act(4)]))).toBe('ok');
    expect(actsIn(await read(path))).toEqual([1, 2, 3, 4]);
  });

  it('[S3] two that write at once lose nothing: one of them is told', async () => {
    const { path, writer } = await begin(3);
    const other = await openWriter(path);
    const answers = await Promise.all([writer.append([act(4)]), other.append([act(5)])]);
    const content = await read(path);
    for (const [i, answer] of answers.entries()) {
      if (answer.ok) expect(actsIn(content)).toContain(4 + i);
      else expect(answer.fault.code).toBe('journal.changed');
    }
    expect(actsIn(content)).toEqual(expect.arrayContaining([1, 2, 3]));
    expect(answers.some(({ ok }) => !ok)).toBe(true);
  });
});

describe('a folder that is away', () => {
  it('[S3] is said; when it is back, the same append works', async () => {
    const { path, writer } = await begin(3);
    const folder = dirname(path);
    const away = join(dirname(folder), 'away');
    await rename(folder, away);
    expect(codeOf(await writer.append([act(4)]))).toBe('storage.write.gone');
    await rename(away, folder);
    expect(codeOf(await writer.append([act(4)]))).toBe('ok');
    expect(actsIn(await read(path))).toEqual([1, 2, 3, 4]);
    expect((await read(path)).head).toEqual(HEAD);
  });
});
