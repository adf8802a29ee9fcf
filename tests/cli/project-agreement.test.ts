import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import type { Annotation } from '../../src/core/annotation/annotation';
import { openSession } from '../../src/storage/open-session';
import { annotationOf, projectWith, TEXT } from '../support/linked-project';
import { timeAt } from '../support/random-annotation';
import { runPostil, temporaryFolder, type Outcome } from './run-postil';
import { formatProjectAgreement } from '../../src/cli/project-agreement-table';
import type { ProjectAgreement } from '../../src/core/comparison/agreement-report';
import type { Project } from '../../src/core/project/project';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);
const agreement = (...args: string[]): Promise<Outcome> => postil('agreement', 'team', ...args);

const by = (coder: string, code: string, words: string, attributes = {}): Annotation =>
  annotationOf(code, words, {
    coder,
    id: `${coder}-${words.toLowerCase().replaceAll(' ', '-')}`,
    attributes,
  });

beforeAll(async () => {
  const project = projectWith(
    by('ana', 'stance', 'Seoul must wait', { polarity: 'against' }),
    by('bo', 'stance', 'Seoul must wait', { polarity: 'favour' }),
    by('ana', 'stance', 'Tokyo agrees', { polarity: 'favour' }),
    by('bo', 'stance', 'Tokyo agrees with', { polarity: 'favour' }),
    by('ana', 'actor', 'Japan'),
    by('bo', 'actor', 'Japan'),
    by('ana', 'actor', 'waits'),
  );
  const about = { exportedAt: timeAt(0), appVersion: '0.1.0' };
  const json = serializeAnnotationSets(project, () => TEXT, { includeTexts: true }, about);
  writeFileSync(join(scratch.path, 'both.json'), json);
  await postil('new', 'team', '--coder', 'Lead');
  const imported = await postil('import', 'team', 'both.json');
  expect(imported).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

afterAll(() => {
  scratch[Symbol.dispose]();
});

/** Of a figure that the tables have, and of one that they have not. */
const BECAUSE = { cohenKappa: 'Here are 3 coders.', gwetAC2: 'Of a figure not shown.' };

describe('postil agreement <folder>', { timeout: 60_000 }, () => {
  it('prints the figures of three levels, and what they are about', async () => {
    const { code, stdout, stderr } = await agreement();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Ana, Bo 𠮷 on 1 document: 4 passages, of which 1 alike.');
    expect(stdout).toContain('missed 1, code 0, boundary 1, attribute 1, part 0, relation 0');
    expect(stdout).toMatch(/^Stance +4 +0\.500 +1\.000 /mu);
    expect(stdout).toMatch(/^Stance · Polarity +nominal +2 +0\.500 /mu);
    expect(stdout).toMatch(/^Codebook revision 1; content [0-9a-f]{16}\.$/mu);
    expect(stdout).not.toContain('Not defined');
  });

  it('says in a sentence why there is a dash in a table', async () => {
    const report = await agreement('--json');
    const json = JSON.parse(report.stdout) as ProjectAgreement;
    const project = { codebook: { codes: [], relationKinds: [] } } as unknown as Project;
    const text = formatProjectAgreement(
      project,
      { ...json, codes: { ...json.codes, cohenKappa: null, undefinedBecause: BECAUSE } },
      undefined,
    );
    expect(text).toContain('Not defined\ncohenKappa: Here are 3 coders.');
    expect(text).not.toContain('not shown');
  });

  it('says which documents are left out because their texts are others now', async () => {
    const texts = join(scratch.path, 'texts');
    mkdirSync(texts);
    writeFileSync(join(texts, 'Speech.txt'), 'A speech that nobody coded yet.');
    await postil('new', 'changed', '--coder', 'Lead', '--documents', 'texts');
    await postil('import', 'changed', 'both.json');
    const notesOf = async (): Promise<readonly string[]> =>
      (JSON.parse((await postil('agreement', 'changed', '--json')).stdout) as ProjectAgreement)
        .notes;
    expect((await notesOf()).join()).not.toContain('left out');
    const folder = join(scratch.path, 'changed', 'documents');
    const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, name))
      .filter((path) => readFileSync(path, 'utf8').startsWith('A speech'));
    if (file === undefined) throw new Error('There is no text of the speech.');
    appendFileSync(file, ' It was changed.');
    expect((await notesOf()).join()).toContain('1 document is left out');
    expect((await notesOf()).join()).toContain('“A speech that nobody coded yet”');
    const report = await postil('report', 'changed', '--out', 'changed.html');
    expect(report.code).toBe(0);
    expect(readFileSync(join(scratch.path, 'changed.html'), 'utf8')).toContain(
      '“A speech that nobody coded yet”',
    );
  });

  it('lists the passages behind the figures, with what each coder says', async () => {
    const { stdout } = await agreement('--differences');
    expect(stdout).toContain(
      [
        'd0 20–35  attribute',
        '  Ana: Stance “Seoul must wait” [Polarity: Against]',
        '  Bo 𠮷: Stance “Seoul must wait” [Polarity: Favour]',
      ].join('\n'),
    );
    expect(stdout).toContain('  Ana: Actor “waits”\n  Bo 𠮷: –');
    const json = JSON.parse((await agreement('--differences', '--json')).stdout) as {
      readonly passagesThatDiffer: readonly { readonly kinds: readonly string[] }[];
    };
    expect(json.passagesThatDiffer.map(({ kinds }) => kinds)).toEqual([
      ['attribute'],
      ['boundary'],
      ['missed'],
    ]);
  });

  it('prints one figure alone, and why it is not defined', async () => {
    expect((await agreement('--measure', 'spanF1.overlap')).stdout).toBe('0.857\n');
    const polarity = ['--code', 'Stance', '--attribute', 'Polarity', '--measure'];
    expect((await agreement(...polarity, 'percentAgreement')).stdout).toBe('0.500\n');
    const voice = await agreement('--measure', 'maximumCohenKappa', '--json');
    expect(JSON.parse(voice.stdout)).toEqual({ maximumCohenKappa: 1 });
  });

  it('says what is not there: coder, code, attribute, figure; and when nothing is double-coded', async () => {
    const refused = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await agreement(...args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      return stderr;
    };
    expect(await refused('--coders', 'Nobody', 'Ana')).toContain('“Nobody”');
    expect(await refused('--code', 'Wish')).toContain('Stance, Precondition, Actor');
    expect(await refused('--measure', 'kappa')).toContain('cohenKappa');
    expect(await refused('--coders', 'Ana')).toContain('No document was coded by two coders');
    expect(await agreement('--bootstrap', 'many')).toMatchObject({ code: 2 });
  });

  it('says who leads or adjudicates and is left out, and takes them where they are named', async () => {
    const opened = await openSession(join(scratch.path, 'team'));
    if (!opened.ok) throw new Error(opened.fault.text);
    const bo = opened.value.project.coders.find(({ name }) => name === 'Bo 𠮷');
    if (bo === undefined) throw new Error('There is no Bo.');
    const description = { name: bo.name, role: 'adjudicator' } as const;
    opened.value.perform({ kind: 'coder.describe', coderId: bo.id, description });
    await opened.value.close();
    const { code, stderr } = await agreement();
    expect(code).toBe(1);
    expect(stderr).toContain('Bo 𠮷 (Adjudicator) has work in 1 document not assigned to them');
    const named = await agreement('--coders', 'Ana', 'Bo 𠮷');
    expect(named.stdout).toContain('Ana, Bo 𠮷 on 1 document');
  });
});
