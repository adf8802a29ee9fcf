import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/core/journal/ledger';
import { RECORD_KINDS } from '../../src/core/journal/record';
import { contentHash } from '../../src/core/project/content-hash';
import { annotationsOf, type Project } from '../../src/core/project/project';
import { scanJournal } from '../../src/storage/journal/scan-journal';
import type { JsonFile } from '../../src/storage/json-file';
import { loadProject, type LoadedProject } from '../../src/storage/load-project';
import { loadTexts } from '../../src/storage/load-texts';
import { openSession } from '../../src/storage/open-session';
import { ProjectFiles } from '../../src/storage/project-files';
import { findUnlikeInFile, takeInFile } from '../../src/storage/take-in';
import { snapshot, temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { numbers } from './acts';
import { FILE_KINDS, makeFullProject, type FileKind, type FullProject } from './full-project';
import { ADA, DESK, NORTH } from './names';
import { SEED, TIMES } from './run-worker';

type Next = (below: number) => number;
type Damage = (bytes: Buffer, next: Next) => Buffer;

const cut: Damage = (bytes, next) => bytes.subarray(0, next(bytes.length));
const flip: Damage = (bytes, next) => {
  const copy = Buffer.from(bytes);
  const at = next(copy.length);
  copy[at] = (copy[at] as number) ^ (1 << next(8));
  return copy;
};
/** For each kind of file: read alone, and of these so many with the whole project. */
const DAMAGES = [
  { how: 'cut at a random place', damage: cut, rounds: 300, opened: 20 },
  { how: 'with one random bit flipped', damage: flip, rounds: 2_000, opened: 40 },
] as const;
const CASES = FILE_KINDS.flatMap((kind) => DAMAGES.map((one) => ({ kind, ...one })));

const JSON_KINDS: ReadonlySet<FileKind> = new Set<FileKind>([
  'project.json',
  'codebook.json',
  'actors.json',
  'an annotation set',
  'memos',
]);

/** It is said; a record appears that nobody knew, and is taken for somebody's work; or nothing is different. */
type Verdict = 'seen' | 'new' | 'harmless';

function linesOf(bytes: Buffer): readonly string[] {
  return bytes.toString('latin1').split('\n').filter(Boolean);
}

/** That whole lines at the end are missing cannot be seen; nor is a lost line end a loss. */
function isBeginning(bad: Buffer, good: Buffer): boolean {
  const lines = linesOf(bad);
  return linesOf(good).slice(0, lines.length).join('\n') === lines.join('\n');
}

/** What reading this one file makes of it. Throws at what would be lost. */
type Judge = (bad: Buffer) => Promise<Verdict>;

function judgeJournal(good: Buffer, path: string): Judge {
  const whole = linesOf(good);
  return (bad) => {
    const read = scanJournal(bad, path);
    const there = new Set(linesOf(bad));
    const kept = whole.filter((line) => there.has(line)).map((line) => line.slice(9, 41));
    const found = new Set(read.ok ? read.value.lines.map(({ hash }) => hash) : []);
    const lost = kept.slice(kept[0] === whole[0]?.slice(9, 41) ? 1 : 0);
    if (read.ok) expect(lost.filter((hash) => !found.has(hash))).toEqual([]);
    else expect(lost).toEqual([]);
    const isSeen = !read.ok || read.value.damage.length > 0;
    if (!isSeen) expect(isBeginning(bad, good)).toBe(true);
    return Promise.resolve(isSeen ? 'seen' : 'harmless');
  };
}

function judgeText(path: string, { project, files }: LoadedProject): Judge {
  return async (bad) => {
    await writeFile(path, bad);
    const { withheld } = await loadTexts(project.documents, files.places);
    expect([...withheld.keys()]).toEqual([NORTH]);
    return 'seen';
  };
}

function judgeJson(
  path: string,
  { ledger, project }: LoadedProject,
  open: (files: ProjectFiles) => JsonFile<object>,
  folder: string,
): Judge {
  let good: object | undefined;
  const bare = (data: object): object => ({ ...data, lastLine: 0 });
  return async (bad) => {
    good ??= value(await open(new ProjectFiles(folder)).read());
    await writeFile(path, bad);
    const read = await open(new ProjectFiles(folder)).read();
    if (!read.ok) return 'seen';
    if (isDeepStrictEqual(bare(read.value), bare(good))) return 'harmless';
    if (hasNew(ledger, read.value)) return 'new';
    if (findUnlikeInFile(ledger, project, read.value).length > 0) return 'seen';
    // Records are missing (a file that says it is of an older version has fewer kinds), which the journals have.
    expect(sizeOf(read.value)).toBeLessThan(sizeOf(good));
    return 'harmless';
  };
}

function sizeOf(data: object): number {
  const own = new Ledger();
  takeInFile(own, data);
  return own.size;
}

function hasNew(ledger: Ledger, data: object): boolean {
  const own = new Ledger();
  takeInFile(own, data);
  return RECORD_KINDS.some((kind) => own.living(kind).some(({ id }) => !ledger.has(kind, id)));
}

async function judgeOf(kind: FileKind, full: FullProject, good: Buffer): Promise<Judge> {
  const path = full.files[kind];
  const loaded = value(await loadProject(full.folder, undefined));
  const json = (open: (files: ProjectFiles) => unknown): Judge =>
    judgeJson(path, loaded, (files) => open(files) as JsonFile<object>, full.folder);
  switch (kind) {
    case 'project.json':
      return json(({ head }) => head);
    case 'codebook.json':
      return json(({ codebook }) => codebook);
    case 'actors.json':
      return json(({ actors }) => actors);
    case 'an annotation set':
      return json((files) => files.annotationSet(ADA.id, NORTH));
    case 'memos':
      return json((files) => files.memos(ADA.id));
    case 'a journal':
    case 'another coder’s journal':
    case 'a journal on this computer':
      return judgeJournal(good, path);
    case 'a text':
      return judgeText(path, loaded);
    // Nobody needs them: what is damaged in them changes nothing.
    case 'the note of its place':
    case 'a checkpoint':
    case 'a file as imported':
    case '.gitattributes':
      return () => Promise.resolve('harmless');
  }
}

function idsIn(project: Project): readonly string[] {
  return annotationsOf(project, NORTH).map(({ id }) => id);
}

async function restore(
  root: string,
  state: Readonly<Record<string, string | null>>,
): Promise<void> {
  const now = await snapshot(root);
  for (const path of Object.keys(now).reverse()) {
    if (state[path] === undefined) await rm(join(root, path), { recursive: true });
  }
  for (const [path, content] of Object.entries(state)) {
    if (content === null || now[path] === content) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content, 'latin1');
  }
}

/** Where a project opens from, once and again. */
function openAt({ folder, local }: FullProject) {
  return openSession(folder, { local, deviceId: DESK });
}

/** But the note of where the project was, which opening may write. */
async function filesOf(root: string): Promise<Readonly<Record<string, string | null>>> {
  const all = Object.entries(await snapshot(root));
  return Object.fromEntries(all.filter(([path]) => !path.endsWith('place.json')));
}

/** Of those that are there, what they hold. */
async function journalsIn({ folder, local }: FullProject) {
  const all = [...Object.entries(await snapshot(folder)), ...Object.entries(await snapshot(local))];
  return Object.fromEntries(all.filter(([path]) => path.endsWith('.jsonl')));
}

describe('[S5] every kind of file', () => {
  it.for(CASES)(
    '$kind, $how: nothing undetected, nothing good lost',
    async ({ kind, damage, rounds, opened }) => {
      const root = await temporaryFolder();
      const full = await makeFullProject(root);
      const path = full.files[kind];
      const good = await readFile(path);
      const judge = await judgeOf(kind, full, good);
      const first = value(await openAt(full));
      const content = contentHash(first.project);
      const ids = idsIn(first.project);
      value(await first.close());
      const state = await snapshot(root);

      /** With all that is around it: as it was, or said; then brought into order, and what was found is kept. */
      async function openDamaged(bad: Buffer, verdict: Verdict): Promise<void> {
        await writeFile(path, bad);
        const before = await filesOf(root);
        const session = await openAt(full);
        // What this computer's journal has is brought back at once.
        if (kind !== 'a journal') expect(await filesOf(root)).toEqual(before);
        if (!session.ok) {
          expect(session.fault.text).not.toBe('');
          return;
        }
        const { value: open } = session;
        if (contentHash(open.project) !== content && verdict !== 'new')
          expect(open.notices).not.toEqual([]);
        if (kind !== 'a text')
          expect(idsIn(open.project)).toEqual(expect.arrayContaining([...ids]));
        // A flipped bit of the id makes it another project, whose the journals are not: told, and left as they are.
        const isOther = open.project.id !== first.project.id;
        const journals = isOther ? await journalsIn(full) : {};
        open.workAs(ADA.id);
        value(await open.settled());
        if (isOther) {
          expect(open.notices.map(({ code }) => code)).toContain('journal.file.otherOwner');
          value(await open.close());
          expect(await journalsIn(full)).toMatchObject(journals);
          return;
        }
        if (open.notices.some(({ code }) => code === 'storage.file.newer')) {
          // What a newer Postil wrote is not ours to write over.
          expect(await readFile(path)).toEqual(bad);
          value(await open.close());
          return;
        }
        if (JSON_KINDS.has(kind) && verdict === 'seen') {
          expect(open.notices).not.toEqual([]);
          expect(Object.values(await filesOf(join(full.folder, 'set-aside')))).toContain(
            bad.toString('latin1'),
          );
        }
        value(await open.close());
        const again = value(await openAt(full));
        if (verdict !== 'new' && kind !== 'a text')
          expect(contentHash(again.project)).toBe(content);
        if (JSON_KINDS.has(kind) && verdict !== 'new') expect(again.notices).toEqual([]);
        value(await again.close());
      }

      const next = numbers(SEED);
      const tally = { seen: 0, new: 0, harmless: 0 } satisfies Record<Verdict, number>;
      for (let round = 0; round < rounds * TIMES; round += 1) {
        const bad = damage(good, next);
        try {
          const verdict = await judge(bad);
          tally[verdict] += 1;
          if (round % Math.ceil(rounds / opened) !== 0) continue;
          await openDamaged(bad, verdict);
          await restore(root, state);
        } catch (error) {
          const flaw = `seed ${SEED}, round ${round}: ${String(error)}`;
          throw new Error(flaw, { cause: error });
        }
      }
      console.log(`[S5] ${kind}: ${JSON.stringify(tally)}, seed ${SEED}`);
    },
  );
});
