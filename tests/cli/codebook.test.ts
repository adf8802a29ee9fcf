import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTree, runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);
const path = (...names: string[]): string => join(scratch.path, ...names);

beforeAll(async () => {
  const { code, stderr } = await postil('new', 'desk', '--coder', 'Zoe');
  if (code !== 0) throw new Error(stderr);
}, 60_000);
afterAll(() => {
  scratch[Symbol.dispose]();
});

interface CodebookFile {
  codes: { id: string; name: string; parentId?: string; key?: string }[];
}

describe('postil codebook', { timeout: 60_000 }, () => {
  it('exports a file that changes nothing when it is imported again', async () => {
    const exported = await postil('codebook', 'export', 'desk', '--out', 'codebook.json');
    expect(exported).toMatchObject({
      code: 0,
      stdout: 'Exported 3 codes to codebook.json\n',
      stderr: '',
    });
    expect(readFileSync(path('codebook.json'), 'utf8')).toBe(
      readFileSync(path('desk', 'codebook.json'), 'utf8'),
    );
    const before = readTree(path('desk'));
    const imported = await postil('codebook', 'import', 'desk', 'codebook.json', '--json');
    expect(JSON.parse(imported.stdout)).toMatchObject({ added: [], changed: [], unchanged: 3 });
    expect(readTree(path('desk'))).toEqual(before);
  });

  it('imports codes as one revision, and says what is not taken as it is', async () => {
    const file = JSON.parse(readFileSync(path('codebook.json'), 'utf8')) as CodebookFile;
    const [first] = file.codes;
    const codes = [{ ...first, id: 'frame', name: 'Frame', key: 'p' }];
    writeFileSync(path('frame.json'), JSON.stringify({ ...file, codes, relationKinds: [] }));
    const { code, stdout, stderr } = await postil('codebook', 'import', 'desk', 'frame.json');
    expect(code).toBe(0);
    expect(stdout).toContain('Codes added: “Frame”');
    expect(stderr).toBe('The key “p” stays with Precondition; Frame comes without a key.\n');
    const saved = JSON.parse(
      readFileSync(path('desk', 'codebook.json'), 'utf8'),
    ) as CodebookFile & {
      revisions: { reason: string; codeIds: string[] }[];
    };
    expect(saved.codes.map((one) => one.id)).toEqual(['frame', 'stance', 'precondition', 'actor']);
    expect(saved.revisions.at(-1)).toMatchObject({
      reason: 'Imported from frame.json.',
      codeIds: ['frame'],
    });
  });

  it('refuses a file with its places and changes nothing', async () => {
    const file = JSON.parse(readFileSync(path('codebook.json'), 'utf8')) as CodebookFile;
    const codes = file.codes.map((one, i) => ({
      ...one,
      parentId: file.codes[1 - i]?.id ?? 'gone',
    }));
    writeFileSync(path('cycle.json'), JSON.stringify({ ...file, codes }));
    const before = readTree(path('desk'));
    const { code, stdout, stderr } = await postil('codebook', 'import', 'desk', 'cycle.json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('codes[0].parentId: The parent “precondition” is not in the codebook');
    expect(stderr).toContain('Nothing was imported: 3 places do not fit.');
    expect(readTree(path('desk'))).toEqual(before);
  });
});
