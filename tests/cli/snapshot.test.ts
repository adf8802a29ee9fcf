import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import { annotationOf, projectWith, TEXT } from '../support/linked-project';
import { timeAt } from '../support/random-annotation';
import { runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);

async function json<Answer = Record<string, unknown>>(...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await postil(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
}

const by = (coder: string, code: string, words: string): Annotation =>
  annotationOf(code, words, { coder, id: `${coder}-${words.toLowerCase().replaceAll(' ', '-')}` });

async function bring(name: string, ...annotations: Annotation[]): Promise<void> {
  const about = { exportedAt: timeAt(0), appVersion: '0.1.0' };
  const sets = serializeAnnotationSets(
    projectWith(...annotations),
    () => TEXT,
    { includeTexts: true },
    about,
  );
  writeFileSync(join(scratch.path, name), sets);
  expect(await postil('import', 'team', name)).toMatchObject({ code: 0, stderr: '' });
}

const first = [
  by('ana', 'stance', 'agrees with Japan'),
  by('bo', 'stance', 'agrees with Japan'),
  by('ana', 'actor', 'Seoul'),
];

beforeAll(async () => {
  await postil('new', 'team', '--coder', 'Lead');
  await bring('first.json', ...first);
}, 60_000);

afterAll(() => {
  scratch[Symbol.dispose]();
});

describe('[SN1] snapshots of a project', { timeout: 60_000 }, () => {
  it('says where there is none, and that none can be computed from', async () => {
    expect((await postil('snapshots', 'team')).stdout).toContain('There is no snapshot yet');
    const { code, stderr } = await postil('agreement', 'team', '--snapshot', 'latest');
    expect(code).toBe(1);
    expect(stderr).toContain('has no snapshot “latest”');
  });

  it('the figures of one stay the same to the digit when coding goes on', async () => {
    const taken = await json('snapshot', 'team', '--reason', 'Before we talk');
    const hash = String(taken['contentHash']);
    const before = await json('agreement', 'team', '--snapshot', hash.slice(0, 8));
    expect(before).toMatchObject({
      contentHash: hash,
      passages: 2,
      snapshot: { reason: 'Before we talk' },
    });
    await bring('later.json', ...first, by('bo', 'actor', 'Seoul'));
    expect(await json('agreement', 'team')).toMatchObject({ passagesAlike: 2 });
    expect(await json('agreement', 'team', '--snapshot', 'first')).toEqual(before);
    const { stdout } = await postil('snapshots', 'team');
    expect(stdout).toContain(hash.slice(0, 16));
    expect(stdout).toContain('Before we talk');
  });

  it('is written once however often the same state is kept', async () => {
    const files = (): readonly string[] => readdirSync(join(scratch.path, 'team', 'snapshots'));
    const count = files().length;
    const one = await json('snapshot', 'team');
    expect(files()).toHaveLength(count + 1);
    // Its own act is in the record now, so the state is another one.
    const two = await json('snapshot', 'team');
    expect(two['contentHash']).not.toBe(one['contentHash']);
    const path = join(scratch.path, 'team', 'snapshots', `${String(one['contentHash'])}.jsonl.gz`);
    const [head = ''] = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
    expect(JSON.parse(head)).toMatchObject({ format: 'postil-snapshot', ...one });
  });

  it('a report says which one its figures are of', async () => {
    const { code } = await postil('report', 'team', '--out', 'r.html', '--snapshot', 'first');
    expect(code).toBe(0);
    const html = readFileSync(join(scratch.path, 'r.html'), 'utf8');
    expect(html).toContain('Agreement is of the snapshot of');
    expect(html).toContain('(Before we talk)');
    await postil('report', 'team', '--out', 'r.json', '--snapshot', 'first');
    const report = JSON.parse(readFileSync(join(scratch.path, 'r.json'), 'utf8')) as {
      readonly agreement: { readonly passagesAlike: number };
    };
    expect(report.agreement.passagesAlike).toBe(1);
  });

  it('one that was changed on disk is not computed from', async () => {
    const folder = join(scratch.path, 'team', 'snapshots');
    const { snapshots } = await json<{ snapshots: { contentHash: string }[] }>('snapshots', 'team');
    const hash = snapshots.at(-1)?.contentHash ?? '';
    const path = join(folder, `${hash}.jsonl.gz`);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 40));
    const { code, stderr } = await postil('agreement', 'team', '--snapshot', hash);
    expect(code).toBe(1);
    expect(stderr).toContain('does not hold what it should');
    writeFileSync(path, bytes);
    expect((await postil('agreement', 'team', '--snapshot', hash)).code).toBe(0);
  });

  it('one without a document whose text is another now says so, and so do its figures', async () => {
    writeFileSync(join(scratch.path, 'north.txt'), 'Pyongyang waits.\n');
    writeFileSync(join(scratch.path, 'south.txt'), 'Seoul must wait.\n');
    const made = ['new', 'torn', '--documents', 'north.txt', 'south.txt', '--coder', 'Lead'];
    expect(await postil(...made)).toMatchObject({ code: 0 });
    const texts = join(scratch.path, 'torn', 'documents');
    const south = readdirSync(texts).find((name) =>
      readFileSync(join(texts, name), 'utf8').startsWith('Seoul'),
    );
    writeFileSync(join(texts, south ?? ''), 'Seoul waits no more.\n');
    const { code, stdout, stderr } = await postil('snapshot', 'torn', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ documents: 1, withheld: ['Seoul must wait'] });
    expect(stderr).toContain('The snapshot is without 1 document');
    expect(stderr).toContain('“Seoul must wait”');
    const figures = await postil('agreement', 'torn', '--snapshot', 'latest');
    expect(figures.stderr).toContain('1 document is left out');
    expect(figures.stderr).toContain('“Seoul must wait”');
  });

  it('digits that several begin with are not enough', async () => {
    const { code, stderr } = await postil('agreement', 'team', '--snapshot', '');
    expect(code).toBe(1);
    expect(stderr).toContain('Give more digits');
  });
});

describe('[SN2] before the first verdict', { timeout: 60_000 }, () => {
  it('the state is kept by itself, once', async () => {
    const more = join(scratch.path, 'fresh');
    writeFileSync(join(scratch.path, 'fresh.json'), readFileSync(join(scratch.path, 'first.json')));
    await postil('new', more, '--coder', 'Lead');
    await postil('import', more, 'fresh.json');
    const accept = (): Promise<Outcome> => postil('adjudicate', more, '--accept-agreed');
    expect((await accept()).code).toBe(0);
    const kept = await json<{ snapshots: { reason: string; annotations: number }[] }>(
      'snapshots',
      more,
    );
    expect(kept.snapshots).toHaveLength(1);
    expect(kept.snapshots[0]).toMatchObject({ reason: 'before the first verdict', annotations: 3 });
    await accept();
    expect((await json<typeof kept>('snapshots', more)).snapshots).toHaveLength(1);
  });
});
