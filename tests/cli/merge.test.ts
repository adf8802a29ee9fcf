import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCode, withAdded } from '../../src/core/codebook/edit';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import { annotationOf, projectWith, TEXT } from '../support/linked-project';
import { timeAt } from '../support/random-annotation';
import { snapshot } from '../storage/disk';
import { runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);
const path = (name: string): string => join(scratch.path, name);

/** A file with one annotation on the same text, by one of the two coders. */
function writeSet(
  name: string,
  coder: string,
  words: string,
  { newCode, id = `${coder}-1` }: { readonly newCode?: string; readonly id?: string } = {},
): void {
  const codeId = newCode?.toLowerCase() ?? 'stance';
  const whole = projectWith(annotationOf(codeId, words, { coder, id }));
  const { codebook } = whole;
  const codes =
    newCode === undefined
      ? codebook.codes
      : withAdded(codebook.codes, createCode(codebook.codes, newCode), undefined);
  const project = { ...whole, codebook: { ...codebook, codes } };
  const about = { exportedAt: timeAt(0), appVersion: '0.1.0' };
  const json = serializeAnnotationSets(project, () => TEXT, { includeTexts: true }, about);
  writeFileSync(path(name), json);
}

/** How many annotations there are, by document. */
async function countsOf(folder: string): Promise<readonly number[]> {
  const info = await postil('info', folder, '--json');
  const { documents } = JSON.parse(info.stdout) as {
    readonly documents: readonly { readonly annotations: number }[];
  };
  return documents.map(({ annotations }) => annotations);
}

async function contentOf(folder: string): Promise<string> {
  const { stdout } = await postil('merge', folder, folder, '--dry-run', '--json');
  return (JSON.parse(stdout) as { readonly contentHash: string }).contentHash;
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
    expect(await countsOf('korea')).toEqual([2, 0, 0]);
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

  it('lists what does not match, does what is chosen, and undoes it all in one step', async () => {
    writeSet('cy.json', 'bo', 'Tokyo agrees', { newCode: 'Threat' });
    await postil('new', 'seoul', '--coder', 'Lead');
    await postil('import', 'seoul', 'ana.json');
    cpSync(path('seoul'), path('seoul-cy'), { recursive: true });
    expect(await postil('import', 'seoul-cy', 'cy.json')).toMatchObject({ code: 0, stderr: '' });
    const untouched = await contentOf('seoul');
    const wouldBe = await postil('merge', 'seoul', 'seoul-cy', '--dry-run');
    expect(wouldBe).toMatchObject({ code: 0, stderr: '' });
    expect(wouldBe.stdout).toContain('One thing does not match.');
    expect(wouldBe.stdout).toContain(
      'new-code/threat: “Threat” is no code here; 1 annotation has it.\n  * keep: Add it to the codebook\n',
    );
    expect(wouldBe.stdout).toContain('    into:stance: Give its annotations “Stance”\n');

    expect(wouldBe.stdout).toContain('\nChoose otherwise with --choose key=choice.\n');

    const state = await snapshot(path('seoul'));
    for (const [choice, words] of [
      ['new-code/threat=into:nowhere', 'There are: keep, retire, into:stance'],
      ['new-code/fear=keep', 'There is nothing called “new-code/fear”'],
      ['keep', 'Write it as key=choice'],
    ] as const) {
      const refused = await postil('merge', 'seoul', 'seoul-cy', '--choose', choice);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain(words);
    }
    expect(await snapshot(path('seoul'))).toEqual(state);

    const choice = ['--choose', 'new-code/threat=into:stance', '--as', 'Lead'];
    const done = await postil('merge', 'seoul', 'seoul-cy', ...choice);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toContain('  * into:stance: Give its annotations “Stance”\n');
    // A key is of use before a merge only.
    expect(done.stdout).toContain('\nTo choose otherwise, take the merge back with --undo and');
    const merged = await contentOf('seoul');
    expect(done.stdout).toContain(`Content ${merged.slice(0, 16)}.`);
    const exported = await postil('export', 'seoul', '--format', 'json', '--out', '-');
    const { annotations } = JSON.parse(exported.stdout) as {
      readonly annotations: readonly { readonly codeId: string; readonly coderId: string }[];
    };
    expect(annotations).toContainEqual(
      expect.objectContaining({ codeId: 'stance', coderId: 'bo' }),
    );
    const [, backup = ''] = /The state before is in (\S+);/u.exec(done.stdout) ?? [];
    expect(await postil('restore', backup, 'as-before')).toMatchObject({ code: 0, stderr: '' });
    expect(await countsOf('as-before')).toEqual([1, 0, 0]);

    expect(await postil('merge', 'seoul', '--undo')).toMatchObject({ code: 0, stderr: '' });
    expect(await contentOf('seoul')).toBe(untouched);
    const twice = await postil('merge', 'seoul', '--undo');
    expect(twice).toMatchObject({ code: 1, stdout: '' });
    expect(twice.stderr).toContain('No merge is remembered');
    expect(await postil('doctor', 'seoul')).toMatchObject({ code: 0 });
    await postil('merge', 'seoul', 'seoul-cy', ...choice);
    expect(await contentOf('seoul')).not.toBe(untouched);
  });

  it('is not undone once something was done after it', async () => {
    writeSet('later.json', 'ana', 'Tokyo agrees', { id: 'ana-2' });
    expect(await postil('import', 'seoul', 'later.json')).toMatchObject({ code: 0 });
    const state = await snapshot(path('seoul'));
    const refused = await postil('merge', 'seoul', '--undo');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('was done or came into seoul after the merge');
    expect(await snapshot(path('seoul'))).toEqual(state);
  });

  it('merges nothing when one of several is refused, and asks what is to be merged', async () => {
    await postil('new', 'busan', '--coder', 'Lead');
    const state = await snapshot(path('busan'));
    const refused = await postil('merge', 'korea', 'korea-bo', 'busan');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(await snapshot(path('busan'))).toEqual(state);
    const mistyped = await postil('merge', 'korea', 'back.postilpac');
    expect(mistyped).toMatchObject({ code: 1, stdout: '' });
    expect(mistyped.stderr).toContain(`“${path('back.postilpac')}” is not there.`);
    const nothing = await postil('merge', 'korea');
    expect(nothing).toMatchObject({ code: 1, stdout: '' });
    expect(nothing.stderr).toContain('Name what is to be merged');
    const both = await postil('merge', 'korea', 'korea-bo', '--undo');
    expect(both.stderr).toContain('--undo takes back the last merge');
  });

  it('refuses another project, with a sentence', async () => {
    await postil('new', 'other', '--coder', 'Lead');
    const { code, stdout, stderr } = await postil('merge', 'korea', 'other');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('is another project');
  });
});
