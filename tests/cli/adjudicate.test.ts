import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import { annotationOf, projectWith, relationOf, TEXT, withLinks } from '../support/linked-project';
import { timeAt } from '../support/random-annotation';
import { readTree, runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);
const adjudicate = (...args: string[]): Promise<Outcome> => postil('adjudicate', 'team', ...args);

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await adjudicate('--json', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

const by = (coder: string, code: string, words: string, attributes = {}): Annotation =>
  annotationOf(code, words, {
    coder,
    id: `${coder}-${words.toLowerCase().replaceAll(' ', '-')}`,
    attributes,
  });

/** Ana and Bo agree on a stance, the mention it is held by and the link between them; they differ in two passages. */
beforeAll(async () => {
  const [ana, bo] = ['ana', 'bo'].map((coder) => ({
    stance: by(coder, 'stance', 'agrees with Japan', { polarity: 'favour' }),
    mention: by(coder, 'actor', 'Tokyo'),
  }));
  if (ana === undefined || bo === undefined) throw new Error('There are no coders.');
  const project = withLinks(
    projectWith(
      ...[ana, bo].flatMap(({ stance, mention }) => [stance, mention]),
      by('ana', 'stance', 'Seoul must wait'),
      by('bo', 'stance', 'must wait'),
      by('ana', 'actor', 'Seoul'),
    ),
    ...[ana, bo].map(({ stance, mention }, n) => {
      const relation = relationOf('holder', stance, mention);
      return { ...relation, id: `link-${String(n)}` as typeof relation.id };
    }),
  );
  const about = { exportedAt: timeAt(0), appVersion: '0.1.0' };
  const sets = serializeAnnotationSets(project, () => TEXT, { includeTexts: true }, about);
  writeFileSync(join(scratch.path, 'both.json'), sets);
  await postil('new', 'team', '--coder', 'Lead');
  expect(await postil('import', 'team', 'both.json')).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

afterAll(() => {
  scratch[Symbol.dispose]();
});

describe('postil adjudicate <folder>', { timeout: 60_000 }, () => {
  it('says how far it is settled, and what would be accepted, and changes nothing', async () => {
    const before = readTree(join(scratch.path, 'team'));
    expect(await json()).toMatchObject({
      passages: 4,
      states: { open: 4, settled: 0, changed: 0, disputed: 0 },
      kinds: { agreed: { open: 2 }, missed: { open: 1 }, boundary: { open: 1 } },
      gold: { annotations: 0, relations: 0 },
    });
    const { stdout } = await adjudicate('--accept-agreed', '--dry-run');
    expect(stdout).toContain(
      '2 passages would be accepted as all coders agree. Nothing was changed.',
    );
    expect(stdout).toContain('Stance  “agrees with Japan”');
    expect(readTree(join(scratch.path, 'team'))).toEqual(before);
  });

  it('refuses the gold set as a coder, coders it does not know, and one coder alone', async () => {
    for (const [args, sentence] of [
      [['--coders', 'ana', 'nobody'], 'nobody'],
      [['--coders', 'ana'], 'There is nothing to adjudicate'],
      [['--accept-agreed', '--as', 'nobody'], 'nobody'],
    ] as const) {
      const { code, stderr } = await adjudicate(...args);
      expect(code).toBe(1);
      expect(stderr).toContain(sentence);
    }
  });

  it('accepts what all agree on in the adjudicator’s name, with the link, once', async () => {
    const { stdout } = await adjudicate('--accept-agreed', '--as', 'Bo 𠮷');
    expect(stdout).toContain('2 passages accepted as all coders agree.');
    expect(stdout).toMatch(/^Alike +0 +2 +0 +0$/mu);
    expect(stdout).toContain('Gold set: 2 annotations, 1 relation');
    const again = await json('--accept-agreed', '--as', 'bo');
    expect(again).toMatchObject({ accepted: 0, outcomes: { agreed: 2, taken: 0 } });
    expect(again['verdicts']).toMatchObject([{ coderId: 'bo' }, { coderId: 'bo' }]);
    expect((await adjudicate('--coders', 'ana', 'gold')).stderr).toContain('The gold set is what');
  });

  it('is exported, counted apart from the coders, and compared only when it is named', async () => {
    const exported = await postil('export', 'team', '--coder', 'gold', '--out', 'gold.json');
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    const gold = JSON.parse(readFileSync(join(scratch.path, 'gold.json'), 'utf8')) as {
      coders: unknown;
      annotations: { coderId: string; spans: { exact: string }[] }[];
      relations: unknown[];
    };
    expect(gold.coders).toEqual([{ id: 'gold', name: 'Gold set' }]);
    expect(gold.annotations.map(({ spans }) => spans[0]?.exact)).toEqual([
      'Tokyo',
      'agrees with Japan',
    ]);
    expect(gold.relations).toMatchObject([{ coderId: 'gold', kindId: 'holder' }]);
    expect(await postil('validate', 'gold.json')).toMatchObject({ code: 0 });
    const info = JSON.parse((await postil('info', 'team', '--json')).stdout) as object;
    expect(info).toMatchObject({ verdicts: 2, gold: 2 });
    expect((await postil('info', 'team')).stdout).toContain('0 of 2');
    expect((await postil('agreement', 'team')).stdout).toContain('Ana, Bo 𠮷 on 1 document: 4');
    const named = await postil('agreement', 'team', '--coders', 'ana', 'gold');
    expect(named.stdout).toContain('Ana, Gold set on 1 document: 4 passages, of which 2 alike.');
  });

  it('leaves a project that is well, of which the rest is open', async () => {
    const again = await json('--coders', 'ana', 'bo');
    expect(again).toMatchObject({ states: { settled: 2, open: 2 }, lost: 0, stray: 0 });
    expect(await postil('doctor', 'team')).toMatchObject({ code: 0 });
  });
});
