import { chmod, mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureFolder, replaceFile } from '../../src/storage/durable-file';
import { snapshot, temporaryFolder } from './disk';
import { codeOf } from './small-project';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('replaceFile', () => {
  it('[F1] makes a file, replaces it, and leaves nothing else', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'set.json');
    expect(await replaceFile(path, bytes('one'))).toEqual({ ok: true, value: undefined });
    expect(await snapshot(folder)).toEqual({ 'set.json': 'one' });
    expect(await replaceFile(path, bytes(''))).toEqual({ ok: true, value: undefined });
    expect(await snapshot(folder)).toEqual({ 'set.json': '' });
  });

  it.each([0o600, 0o666])('[F2] keeps the mode of the file, %o', async (mode) => {
    const path = join(await temporaryFolder(), 'set.json');
    await writeFile(path, 'one');
    await chmod(path, mode);
    await replaceFile(path, bytes('two'));
    expect((await stat(path)).mode & 0o777).toBe(mode);
  });

  it('[F3] writes to what a link leads to, and the link stays', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'there.json'), 'one');
    await symlink('there.json', join(folder, 'here.json'));
    await replaceFile(join(folder, 'here.json'), bytes('two'));
    expect(await readlink(join(folder, 'here.json'))).toBe('there.json');
    expect(await readFile(join(folder, 'there.json'), 'utf8')).toBe('two');
  });

  it('[F4] a folder in the place of the file is a fault, and no temporary file stays', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'set.json'));
    const result = await replaceFile(join(folder, 'set.json'), bytes('two'));
    expect(codeOf(result)).toBe('storage.write.inTheWay');
    expect(await snapshot(folder)).toEqual({ 'set.json': null });
  });

  it.each([
    ['storage.write.gone', ['missing', 'set.json']],
    ['storage.write.gone', ['file', 'set.json']],
    ['storage.write.longName', ['x'.repeat(300)]],
  ])('[F5] %s for %j: the fault names the path, and nothing is made', async (code, parts) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), 'a file');
    const path = join(folder, ...parts);
    const result = await replaceFile(path, bytes('two'));
    expect(codeOf(result)).toBe(code);
    expect(result.ok ? '' : result.fault.text).toContain(path);
    expect(await snapshot(folder)).toEqual({ file: 'a file' });
  });
});

describe('ensureFolder', () => {
  it('[F6] makes one folder and never its parents', async () => {
    const folder = await temporaryFolder();
    expect(codeOf(await ensureFolder(join(folder, 'a')))).toBe('ok');
    expect(codeOf(await ensureFolder(join(folder, 'a')))).toBe('ok');
    expect(codeOf(await ensureFolder(join(folder, 'b', 'c')))).toBe('storage.write.gone');
    await writeFile(join(folder, 'file'), '');
    expect(codeOf(await ensureFolder(join(folder, 'file')))).toBe('storage.write.inTheWay');
    expect(await snapshot(folder)).toEqual({ a: null, file: '' });
  });
});
