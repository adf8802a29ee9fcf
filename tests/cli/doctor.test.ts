import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import { createDesk, createAnnotation, exportDesk } from '../core/codecs/json/fixture';
import { add, makeProject, value } from '../storage/small-project';
import { readTree, runPostil, temporaryFolder, type Outcome } from './run-postil';

/** A project with one annotation in the folder `desk`. Made once, then copied. */
const template = temporaryFolder();
beforeAll(async () => {
  const sets = exportDesk(
    createDesk({ one: 'Seoul must not wait.', two: 'Tokyo may.' }, [
      createAnnotation('a1', 'Seoul [must not] wait.'),
    ]),
  );
  writeFileSync(join(template.path, 'sets.json'), sets);
  await runPostil(template.path, ['new', 'desk']);
  await runPostil(template.path, ['import', 'desk', 'sets.json']);
}, 60_000);
afterAll(() => {
  template[Symbol.dispose]();
});

let scratch: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  scratch = temporaryFolder();
  cpSync(template.path, scratch.path, { recursive: true });
});
afterEach(() => {
  scratch[Symbol.dispose]();
});

const desk = (name: string): string => join(scratch.path, 'desk', name);
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);

interface Answer {
  readonly well: boolean;
  readonly contentHash: string;
  readonly unusable: readonly { readonly file: string }[];
  readonly repair?: { readonly renewed: readonly string[]; readonly setAside: readonly string[] };
}

describe('[S5] postil doctor', () => {
  it('answers 0 when all is well, and changes nothing', async () => {
    const before = readTree(desk('.'));
    const { code, stdout, stderr } = await postil('doctor', 'desk');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/2 documents, .* 1 annotation,/u);
    expect(stdout).toMatch(/Content hash [0-9a-f]{64}/u);
    expect(stdout).toMatch(/coders\/.*[.]jsonl +\d+ +whole/u);
    expect(stdout.trimEnd().endsWith('All is well.')).toBe(true);
    expect(readTree(desk('.'))).toEqual(before);
  });

  it('answers 1 and names what is damaged; --repair writes it anew and keeps the damaged file', async () => {
    const whole = JSON.parse((await postil('doctor', 'desk', '--json')).stdout) as Answer;
    expect(whole.well).toBe(true);
    writeFileSync(desk('codebook.json'), '{"format":');
    const sick = await postil('doctor', 'desk', '--json');
    expect(sick.code).toBe(1);
    expect(sick.stderr).toContain('codebook.json');
    const { well, unusable } = JSON.parse(sick.stdout) as Answer;
    expect({ well, unusable }).toMatchObject({
      well: false,
      unusable: [{ file: 'codebook.json' }],
    });
    const cured = await postil('doctor', 'desk', '--repair', '--json');
    const answer = JSON.parse(cured.stdout) as Answer;
    expect(cured.code).toBe(0);
    expect(answer).toMatchObject({ well: true, contentHash: whole.contentHash });
    expect(answer.repair?.renewed).toEqual(['codebook.json']);
    const [aside = ''] = answer.repair?.setAside ?? [];
    expect(readFileSync(desk(aside), 'utf8')).toBe('{"format":');
  });

  it('says in words what it repaired, and what it cannot make again', async () => {
    writeFileSync(desk('actors.json'), '');
    const text = Object.keys(readTree(desk('documents')))[0] ?? '';
    rmSync(text);
    const { code, stdout, stderr } = await postil('doctor', 'desk', '--repair');
    expect(code).toBe(1);
    expect(stdout).toContain('Written anew: actors.json');
    expect(stdout).toMatch(/Damaged file kept, unchanged: set-aside\/.*actors[.]json/u);
    expect(stdout).toContain('1 thing is not well.');
    expect(stderr).toContain('cannot be made again');
  });

  it('answers 0 for a journal that a copy of the computer went on with too, and tells of it', async () => {
    const folder = await makeProject();
    const work = async (at: string, id: string, words: string): Promise<void> => {
      const session = value(await openSession(at, { deviceId: 'desk' as DeviceId }));
      value(session.perform(add(id, words)));
      value(await session.close());
    };
    await work(folder, 'a1', 'must not');
    const clone = `${folder}-clone`;
    cpSync(folder, clone, { recursive: true });
    await work(folder, 'a2', 'insert');
    await work(clone, 'a3', 'continue');
    const journal = (name: string): string => join('coders', 'ada', `journal-${name}.jsonl`);
    cpSync(join(clone, journal('desk')), join(folder, journal('desk-CLONE')));
    const sick = await postil('doctor', folder, '--repair');
    expect(sick.code).toBe(0);

    const { code, stdout, stderr } = await postil('doctor', folder);
    expect(code).toBe(0);
    expect(stderr).toContain('goes on in two ways');
    expect(stdout).toMatch(/3 annotations/u);
    expect(stdout).toMatch(/1 fork/u);
    expect(stdout).toContain('All is well. There is 1 note, with nothing to do about it.');
    const answer = JSON.parse((await postil('doctor', folder, '--json')).stdout) as object;
    expect(answer).toMatchObject({ well: true, problems: [], notes: [{}] });
  });

  it('refuses a folder without a project', async () => {
    const { code, stdout, stderr } = await postil('doctor', '.');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).not.toBe('');
  });
});
