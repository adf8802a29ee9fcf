import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ensureSampleProject } from '../../src/main/sample';
import { userName } from '../../src/main/identity';
import { snapshot, temporaryFolder } from '../storage/disk';
import { open, value } from '../storage/small-project';

const documents = join(import.meta.dirname, '..', '..', 'documents');

describe('the sample project', () => {
  test('has the three editorials, and the system’s user as its coder', async () => {
    const projects = join(await temporaryFolder(), 'projects');
    const folder = value(await ensureSampleProject(projects, documents));
    const { project } = await open(folder);
    expect(project.documents.map((document) => document.id)).toEqual(['000', '001', '004']);
    expect(project.documents.every((document) => document.title.inferred)).toBe(true);
    expect(project.coders.map((coder) => coder.name)).toEqual([userName()]);
  });

  test('is made once', async () => {
    const projects = await temporaryFolder();
    const folder = value(await ensureSampleProject(projects, documents));
    const before = await snapshot(projects);
    expect(value(await ensureSampleProject(projects, documents))).toBe(folder);
    expect(await snapshot(projects)).toEqual(before);
  });

  test('goes beside what an interrupted start left', async () => {
    const projects = await temporaryFolder();
    await mkdir(join(projects, 'sample'));
    await writeFile(join(projects, 'sample', 'codebook.json'), 'half');
    const folder = value(await ensureSampleProject(projects, documents));
    expect(folder).toBe(join(projects, 'sample-2'));
    expect((await snapshot(projects))['sample/codebook.json']).toBe('half');
  });
});
