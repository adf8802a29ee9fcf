import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import { annotationOf, projectWith, TEXT } from '../support/linked-project';
import { timeAt } from '../support/random-annotation';
import { snapshot } from '../storage/disk';
import { runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);
const path = (name: string): string => join(scratch.path, name);

/** A file with one annotation on the same text, by one of the two coders. */
function writeSet(name: string, coder: string, words: string): void {
  const project = projectWith(annotationOf('stance', words, { coder, id: `${coder}-1` }));
  const about = { exportedAt: timeAt(0), appVersion: '0.1.0' };
  const json = serializeAnnotationSets(project, () => TEXT, { includeTexts: true }, about);
  writeFileSync(path(name), json);
}

beforeAll(async () => {
  writeSet('ana.json', 'ana', 'Seoul must wait');
  writeSet('bo.json', 'bo', 'Tokyo agrees');
  await postil('new', 'korea', '--coder', 'Lead');
  await postil('import', 'korea', 'ana.json');
  cpSync(path('korea'), path('korea-bo'), { recursive: true });
  expect(await postil('import', 'korea-bo', 'bo.json')).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

afterAll(() => {
  scratch[Symbol.dispose]();
});

describe('postil merge', { timeout: 60_000 }, () => {
  it('says what would come in and changes nothing, then brings it in, and the second time nothing', async () => {
    const before = await snapshot(path('korea'));
    const wouldBe = await postil('merge', 'korea', 'korea-bo', '--dry-run');
    expect(wouldBe).toMatchObject({ code: 0, stderr: '' });
    expect(wouldBe.stdout).toMatch(/^Would be merged into korea:\nFiles: 1 journal, 0 texts\.\n/u);
    expect(wouldBe.stdout).toContain('Annotations: 1 added, 0 changed, 0 removed.');
    expect(await snapshot(path('korea'))).toEqual(before);

    const done = await postil('merge', 'korea', 'korea-bo');
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toMatch(/^Merged into korea\.\n/u);
    const info = await postil('info', 'korea', '--json');
    const { documents } = JSON.parse(info.stdout) as {
      readonly documents: readonly { readonly annotations: number }[];
    };
    expect(documents.map(({ annotations }) => annotations)).toEqual([2, 0, 0]);
    const again = await postil('merge', 'korea', 'korea-bo', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      journals: 0,
      texts: 0,
      annotations: { added: 0, changed: 0, removed: 0 },
    });
    expect(done.stdout).toContain(
      (JSON.parse(again.stdout) as { contentHash: string }).contentHash.slice(0, 16),
    );
  });

  it('refuses another project, with a sentence', async () => {
    await postil('new', 'other', '--coder', 'Lead');
    const { code, stdout, stderr } = await postil('merge', 'korea', 'other');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('is another project');
  });
});
