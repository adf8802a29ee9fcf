import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import { Ledger } from '../../src/core/journal/ledger';
import { readProjectJournals } from '../../src/storage/journal/read-journals';
import { findKnownSets, readKnownSets, writeKnownSets } from '../../src/storage/known-sets';
import { openSession } from '../../src/storage/open-session';
import { ProjectFiles } from '../../src/storage/project-files';
import { temporaryFolder } from './disk';
import { add, ADA, BEN, makeProject, NORTH, value } from './small-project';

const ADAS = `${ADA.id}/${NORTH}`;
const BENS = `${BEN.id}/${NORTH}`;

interface Place {
  readonly folder: string;
  readonly files: ProjectFiles;
}

async function coded(): Promise<Place> {
  const folder = await makeProject();
  const session = value(await openSession(folder, { deviceId: 'desk' as DeviceId }));
  session.workAs(ADA.id);
  value(session.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
  value(session.perform(add('a1', 'must not')));
  value(await session.close());
  return { folder, files: new ProjectFiles(folder) };
}

async function knownIn({ files }: Place): Promise<readonly string[]> {
  const read = value(await readProjectJournals(files.places, new Set()));
  const ledger = new Ledger();
  for (const { entry } of read.acts) ledger.fold(entry.stamp, entry.changes);
  return [...(await findKnownSets(files, ledger)).keys()];
}

describe('a set is known', () => {
  it('when its journal says all that it says', async () => {
    expect(await knownIn(await coded())).toEqual([ADAS]);
  });

  it('and is not when it says more, is damaged or gone', async () => {
    const place = await coded();
    const path = place.files.places.annotationSet(ADA.id, NORTH);
    const set = await readFile(path, 'utf8');
    await writeFile(path, set.replace('"id": "a1"', '"id": "by-hand"'));
    expect(await knownIn(place)).toEqual([]);
    await writeFile(path, set);
    expect(await knownIn(place)).toEqual([ADAS]);
    await appendFile(path, '}');
    expect(await knownIn(place)).toEqual([]);
    await rm(path);
    expect(await knownIn(place)).toEqual([]);
  });

  it('and is not when the annotation is another’s in the journals', async () => {
    const place = await coded();
    const { places } = place.files;
    const other = places.annotationSet(BEN.id, NORTH);
    await mkdir(dirname(other), { recursive: true });
    const set = await readFile(places.annotationSet(ADA.id, NORTH), 'utf8');
    await writeFile(other, set.replaceAll(`"coderId": "${ADA.id}"`, `"coderId": "${BEN.id}"`));
    const known = await knownIn(place);
    expect(known).toContain(ADAS);
    expect(known).not.toContain(BENS);
  });
});

describe('known sets', () => {
  it('count with their checkpoint only, and as they were written', async () => {
    const local = await temporaryFolder();
    const known = new Map([[ADAS, { sha256: '0', annotationIds: [] }]]);
    expect(await readKnownSets(local, 'one')).toEqual(new Map());
    await writeKnownSets(local, 'one', known);
    expect(await readKnownSets(local, 'one')).toEqual(known);
    expect(await readKnownSets(local, 'other')).toEqual(new Map());
    const path = `${local}/known-sets.json`;
    await writeFile(path, (await readFile(path, 'utf8')).replace('"0"', '"1"'));
    expect(await readKnownSets(local, 'one')).toEqual(new Map());
  });
});
