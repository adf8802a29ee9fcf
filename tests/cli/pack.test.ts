import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import { annotationOf, projectWith, TEXT } from '../support/linked-project';
import { timeAt } from '../support/random-annotation';
import { snapshot } from '../storage/disk';
import { runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);
const path = (name: string): string => join(scratch.path, name);

function writeSet(name: string, coder: string, words: string): void {
  const project = projectWith(annotationOf('stance', words, { coder, id: `${coder}-1` }));
  const about = { exportedAt: timeAt(0), appVersion: '0.1.0' };
  const json = serializeAnnotationSets(project, () => TEXT, { includeTexts: true }, about);
  writeFileSync(path(name), json);
}

async function hashOf(folder: string): Promise<string> {
  const { stdout } = await postil('merge', folder, folder, '--dry-run', '--json');
  return (JSON.parse(stdout) as { readonly contentHash: string }).contentHash;
}

/** The two lines of a pack. */
function linesOf(name: string): [string, string] {
  const [head = '', body = ''] = gunzipSync(readFileSync(path(name)))
    .toString('utf8')
    .split('\n');
  return [head, body];
}

beforeAll(async () => {
  writeSet('ana.json', 'ana', 'Seoul must wait');
  writeSet('bo.json', 'bo', 'Tokyo agrees');
  await postil('new', 'korea', '--coder', 'Lead');
  // Both coders are known; Ana has coded already, Bo has not.
  await postil('import', 'korea', 'bo.json');
  await postil('import', 'korea', 'ana.json');
}, 60_000);

afterAll(() => {
  scratch[Symbol.dispose]();
});

describe('packs', { timeout: 90_000 }, () => {
  it('[K1] hold what a coder needs, and nothing that others coded', async () => {
    const made = await postil('pack', 'korea', '--coder', 'bo', '--out', 'for-bo.pack');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toMatch(/^Wrote for-bo\.pack: 3 texts for Bo 𠮷, codebook revision 1\./u);
    const [head, body] = linesOf('for-bo.pack');
    expect(JSON.parse(head)).toMatchObject({ format: 'postil-pack', kind: 'coder', coderId: 'bo' });
    const files = JSON.parse(body) as Record<string, string>;
    const all = Object.values(files).map((base64) => Buffer.from(base64, 'base64').toString());
    expect(Object.keys(files).filter((name) => name.startsWith('coders/ana/'))).toEqual([]);
    expect(all.join('\n')).not.toContain('ana-1');
    expect(all.join('\n')).toContain('bo-1');
  });

  it('[K2] come back as what the coder did: in any order, as often as one likes', async () => {
    expect(await postil('unpack', 'for-bo.pack', 'at-bo')).toMatchObject({ code: 0, stderr: '' });
    writeSet('more.json', 'bo', 'Seoul must wait');
    writeFileSync(
      path('more.json'),
      readFileSync(path('more.json'), 'utf8').replaceAll('bo-1', 'bo-2'),
    );
    expect(await postil('import', 'at-bo', 'more.json')).toMatchObject({ code: 0 });
    expect(
      await postil('pack', 'at-bo', '--coder', 'bo', '--return', '--out', 'from-bo.pack'),
    ).toMatchObject({
      code: 0,
      stderr: '',
    });
    const before = await snapshot(path('korea'));
    const wouldBe = await postil('merge', 'korea', 'from-bo.pack', '--dry-run');
    expect(wouldBe.stdout).toContain('Annotations: 1 added, 0 changed, 0 removed.');
    expect(await snapshot(path('korea'))).toEqual(before);
    expect(await postil('merge', 'korea', 'from-bo.pack')).toMatchObject({ code: 0, stderr: '' });
    const merged = await hashOf('korea');
    const again = await postil('merge', 'korea', 'from-bo.pack', 'from-bo.pack');
    expect(again.stdout).toContain('Annotations: 0 added, 0 changed, 0 removed.');
    expect(await hashOf('korea')).toBe(merged);
  });

  it('[K3] that cannot be merged are refused with a sentence, and nothing is merged', async () => {
    const before = await snapshot(path('korea'));
    const whole = readFileSync(path('from-bo.pack'));
    writeFileSync(path('cut.pack'), whole.subarray(0, whole.length - 20));
    const [head, body] = linesOf('from-bo.pack');
    const reseal = (
      name: string,
      change: (head: Record<string, unknown>) => object,
      text = body,
    ) => {
      const changed = change(JSON.parse(head) as Record<string, unknown>);
      writeFileSync(path(name), gzipSync(`${JSON.stringify(changed)}\n${text}\n`));
    };
    reseal('changed.pack', (same) => same, body.replace(/"[A-Za-z0-9+/]{40}/u, '"AAAA'));
    reseal('other.pack', (same) => ({ ...same, projectId: 'other', title: 'Other' }));
    reseal('newer.pack', (same) => ({ ...same, formatVersion: 99 }));
    const refused = [
      ['cut.pack', 'is no whole pack'],
      ['changed.pack', 'is no whole pack'],
      ['other.pack', 'belongs to the project “Other”'],
      ['newer.pack', 'newer'],
      ['for-bo.pack', 'postil pack --return'],
    ] as const;
    for (const [name, words] of refused) {
      const outcome = await postil('merge', 'korea', name);
      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toContain(words);
    }
    expect(await snapshot(path('korea'))).toEqual(before);
  });

  it('[K7] of another text are merged as far as they fit, and it is told', async () => {
    const [head, body] = linesOf('from-bo.pack');
    const facts = JSON.parse(head) as { readonly texts: Readonly<Record<string, string>> };
    const texts = Object.fromEntries(Object.keys(facts.texts).map((id) => [id, '0'.repeat(64)]));
    writeFileSync(path('text.pack'), gzipSync(`${JSON.stringify({ ...facts, texts })}\n${body}\n`));
    const before = await hashOf('korea');
    for (const dryRun of [['--dry-run'], []]) {
      const merged = await postil('merge', 'korea', 'text.pack', ...dryRun);
      expect(merged.code).toBe(0);
      expect(merged.stderr).toContain('is another there than here. The one that is here stays');
    }
    expect(await hashOf('korea')).toBe(before);
  });

  it('[K4] with a path that leads out of the folder are refused before anything is written', async () => {
    const [head] = linesOf('for-bo.pack');
    const { createHash } = await import('node:crypto');
    for (const name of ['../evil.txt', 'coders/../../evil', '/etc/evil', 'documents/a/b.txt']) {
      const body = JSON.stringify({ [name]: 'AAAA' });
      const bodyHash = createHash('sha256').update(body).digest('hex');
      const line = JSON.stringify({ ...(JSON.parse(head) as object), bodyHash });
      writeFileSync(path('evil.pack'), gzipSync(`${line}\n${body}\n`));
      const outcome = await postil('unpack', 'evil.pack', 'evil');
      expect(outcome.code).toBe(1);
      expect(await snapshot(scratch.path)).not.toHaveProperty('evil');
    }
  });

  it('[K5] are not made for nobody, nor of nothing, nor opened where something is', async () => {
    const nobody = await postil('pack', 'korea', '--coder', 'Zoe', '--out', 'zoe.pack');
    expect(nobody).toMatchObject({ code: 1, stdout: '' });
    expect(nobody.stderr).toContain('Zoe');
    const nothing = await postil('pack', 'korea', '--coder', 'bo', '--return', '--out', 'bo.pack');
    expect(nothing.code).toBe(0);
    const taken = await postil('unpack', 'for-bo.pack', 'korea');
    expect(taken.code).toBe(1);
    expect(taken.stderr).not.toBe('');
    const back = await postil('unpack', 'from-bo.pack', 'somewhere');
    expect(back.stderr).toContain('Merge it into the project');
  });

  it('[K6] that would fill the memory are refused before they do', async () => {
    // Members of gzip may follow one another: 60 times 10 MB of nothing, in some kilobytes.
    const nothing = gzipSync(Buffer.alloc(10_000_000));
    writeFileSync(path('bomb.pack'), Buffer.concat(Array<Buffer>(60).fill(nothing)));
    const before = await snapshot(path('korea'));
    const merged = await postil('merge', 'korea', 'bomb.pack');
    expect(merged).toMatchObject({ code: 1, stdout: '' });
    expect(merged.stderr).toContain('is no whole pack');
    expect(await snapshot(path('korea'))).toEqual(before);
  });
});
