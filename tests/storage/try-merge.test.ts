import { appendFile, cp, mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, CoderId, DeviceId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import type { Project } from '../../src/core/project/project';
import { allAnnotations } from '../../src/core/project/uses';
import { leaveCheckpoint } from '../../src/storage/journal/checkpoint';
import { loadProject } from '../../src/storage/load-project';
import { openSession } from '../../src/storage/open-session';
import { makeReturnPack } from '../../src/storage/packs/make-pack';
import { mergeOthers } from '../../src/storage/packs/merge-others';
import { openCheckpointOf } from '../../src/storage/packs/on-top';
import { tryMergeWhole } from '../../src/storage/packs/try-merge';
import { snapshot, temporaryFolder } from './disk';
import {
  add,
  ADA,
  annotate,
  BEN,
  makeProject,
  NORTH,
  NOW,
  preparedText,
  value,
} from './small-project';

let clock = Date.parse(NOW);
const now = (): Timestamp => new Date((clock += 1)).toISOString() as Timestamp;
const CLEO = { id: 'cleo' as CoderId, name: 'Cleo' };

type Act = (project: Project, name: string) => Command | undefined;

/** What somebody may do in a copy; undefined where it is not possible there. */
const ACTS: Readonly<Record<string, Act>> = {
  code: (_, name) => add(`${name}-${String((clock += 1))}`, 'must not'),
  codeForBen: (_, name) => {
    const id = `ben-${name}-${String((clock += 1))}`;
    return { kind: 'annotation.add', annotation: annotate(id, 'insert', { coderId: BEN.id }) };
  },
  edit: (project) => {
    const one = allAnnotations(project).at(0);
    if (one === undefined) return undefined;
    const { documentId, id: annotationId } = one;
    const memo = `Memo ${String((clock += 1))}`;
    return { kind: 'annotation.memo', documentId, annotationId, memo, modifiedAt: now() };
  },
  remove: (project) => {
    const one = allAnnotations(project).at(-1);
    if (one === undefined) return undefined;
    return { kind: 'annotation.remove', documentId: one.documentId, annotationId: one.id };
  },
  coder: ({ coders }) =>
    coders.some(({ id }) => id === CLEO.id)
      ? undefined
      : { kind: 'coder.add', coder: CLEO, index: coders.length },
  rename: (_, name) => ({ kind: 'coder.rename', coderId: ADA.id, name: `Ada ${name}` }),
  retire: ({ codebook }, name) => {
    const codes = codebook.codes.map((code, n) =>
      n === 0 ? { ...code, retired: true, definition: name } : code,
    );
    return { kind: 'codebook.replace', codebook: { ...codebook, codes } };
  },
  finish: () => ({
    kind: 'mark.set',
    documentId: NORTH,
    mark: { coderId: ADA.id, decision: 'finished', at: now() },
  }),
};

const acts = fc.array(fc.constantFrom(...Object.keys(ACTS)), { maxLength: 5 });

async function work(
  folder: string,
  device: string,
  coderId: CoderId,
  names: readonly string[],
  local?: string,
): Promise<void> {
  const given = { deviceId: device as DeviceId, now, ...(local !== undefined && { local }) };
  const session = value(await openSession(folder, given));
  session.workAs(coderId);
  for (const name of names) {
    if (name === 'text') value(await session.addTexts([preparedText(`text-of-${device}`)]));
    const command = ACTS[name]?.(session.project, device);
    // What one may not do in a state is refused, and nothing for this test.
    if (command !== undefined) session.perform(command);
  }
  value(await session.close());
}

async function copyOf(folder: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'copy');
  await cp(folder, copy, { recursive: true });
  return copy;
}

describe('trying a merge', () => {
  it('comes to what merging comes to, and writes nothing, whatever was done and wherever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          before: acts,
          here: acts,
          first: acts,
          second: acts,
          firstDevice: fc.constantFrom('desk', 'laptop'),
          withText: fc.boolean(),
          asPack: fc.boolean(),
        }),
        async ({ before, here, first, second, firstDevice, withText, asPack }) => {
          const desk = await makeProject();
          await work(desk, 'desk', ADA.id, ['code', ...before]);
          const [one, other] = [await copyOf(desk), await copyOf(desk)];
          await work(one, firstDevice, ADA.id, ['code', ...first, ...(withText ? ['text'] : [])]);
          await work(other, 'tablet', ADA.id, ['code', ...second]);
          await work(desk, 'desk-2', ADA.id, here);
          const others = [asPack ? await packOf(one) : one, other];
          const state = await snapshot(desk);

          const tried = value(await tryMergeWhole(desk, others, now()));
          expect(await snapshot(desk)).toEqual(state);

          const { project } = value(await loadProject(desk, undefined));
          const files = value(await mergeOthers(desk, project, others));
          expect(tried.merge.files).toEqual(files);
          const merged = value(await loadProject(desk, undefined));
          expect(contentHash(tried.project)).toBe(contentHash(merged.project));
          const ids = new Set(allAnnotations(project).map(({ id }): AnnotationId => id));
          const added = allAnnotations(merged.project).filter(({ id }) => !ids.has(id));
          expect(tried.merge.annotations.gone).toBe(added.length);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('[PK17] trying a merge from the checkpoint of this computer', () => {
  it('comes to what it comes to when all is read, whatever was done before and since, and to the files', async () => {
    let onTop = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          before: acts,
          merged: fc.option(acts),
          since: acts,
          first: acts,
          again: acts,
          firstDevice: fc.constantFrom('desk', 'laptop', 'tablet'),
          mergedDevice: fc.constantFrom('laptop', 'tablet'),
          withText: fc.boolean(),
          asPack: fc.boolean(),
          touch: fc.option(fc.constantFrom(...Object.keys(TOUCHES))),
        }),
        async ({ before, merged, since, first, again, touch, ...given }) => {
          const { firstDevice, mergedDevice, withText, asPack } = given;
          const desk = await makeProject();
          await work(desk, 'laptop', ADA.id, ['code', 'codeForBen']);
          // Not in one session: what is taken away again at once need not have come into a file.
          await work(desk, 'laptop', ADA.id, before);
          const [one, two] = [await copyOf(desk), await copyOf(desk)];
          await work(one, firstDevice, ADA.id, ['code', ...first, ...(withText ? ['text'] : [])]);
          const journals = `${desk}-local`;
          const here = { journals, deviceId: 'here' as DeviceId };
          await work(desk, 'here', ADA.id, [], journals);
          expect(await leaveCheckpoint(journals, desk, here.deviceId)).toBe(true);
          if (merged !== null) {
            await work(two, mergedDevice, ADA.id, ['code', ...merged]);
            const { project } = value(await loadProject(desk, undefined));
            value(await mergeOthers(desk, project, [two]));
          }
          await work(desk, 'here', BEN.id, since, journals);
          const asked = asPack ? await packOf(one) : one;
          if (touch !== null) await TOUCHES[touch]?.(desk);
          const state = await snapshot(desk);

          const whole = value(await tryMergeWhole(desk, [asked], now()));
          const tried = value(await tryMergeWhole(desk, [asked], now(), { here }));
          expect(tried.merge).toEqual(whole.merge);
          expect(contentHash(tried.project)).toBe(contentHash(whole.project));
          expect(await snapshot(desk)).toEqual(state);
          onTop += (await isOnTop(desk, here)) ? 1 : 0;

          // What came by the last merge is itself what the next one builds on.
          const { project } = value(await loadProject(desk, undefined));
          value(await mergeOthers(desk, project, [asked]));
          await work(one, firstDevice, ADA.id, ['code', ...again]);
          const next = value(await tryMergeWhole(desk, [one], now(), { here }));
          expect(next.merge).toEqual(value(await tryMergeWhole(desk, [one], now())).merge);
        },
      ),
      { numRuns: 25 },
    );
    // Otherwise nothing was compared.
    expect(onTop).toBeGreaterThan(5);
  }, 240_000);
});

const setOf = (folder: string): string => join(folder, 'coders', 'ada', `${NORTH}.json`);

/** What may have happened to a file by hand, by a sync service or by the disk. */
const TOUCHES: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  memoByHand: async (folder) => {
    const set = await readFile(setOf(folder), 'utf8');
    await writeFile(setOf(folder), set.replace('"memo": ""', '"memo": "By hand"'));
  },
  spaces: async (folder) => appendFile(setOf(folder), '\n\n'),
  cut: async (folder) => truncate(setOf(folder), 100),
  gone: async (folder) => rm(setOf(folder), { force: true }),
  copy: async (folder) => cp(setOf(folder), setOf(folder).replace('.json', ' (copy).json')),
  /** An annotation of Ada's in a set of Ben's, who has it too now. */
  twice: async (folder) => {
    const set = JSON.parse(await readFile(setOf(folder), 'utf8')) as {
      annotations: { coderId: string }[];
    };
    const annotations = set.annotations.map((one) => ({ ...one, coderId: BEN.id }));
    const other = { ...set, coderId: BEN.id, annotations };
    await mkdir(join(folder, 'coders', BEN.id), { recursive: true });
    await writeFile(join(folder, 'coders', BEN.id, `${NORTH}.json`), JSON.stringify(other));
  },
  journalCut: async (folder) => {
    const journal = join(folder, 'coders', 'ada', 'journal-laptop.jsonl');
    const { size } = await stat(journal);
    await truncate(journal, size - 5);
  },
  journalCopy: async (folder) => {
    const journal = join(folder, 'coders', 'ada', 'journal-laptop.jsonl');
    await cp(journal, journal.replace('.jsonl', ' (conflict).jsonl'));
  },
  text: async (folder) => appendFile(join(folder, 'documents', `${NORTH}.txt`), 'More.'),
};

async function isOnTop(
  folder: string,
  here: { readonly journals: string; readonly deviceId: DeviceId },
): Promise<boolean> {
  return (await openCheckpointOf(folder, here, () => undefined)) !== undefined;
}

async function packOf(folder: string): Promise<string> {
  const pack = join(await temporaryFolder(), 'ada.postilpack');
  const { project, texts } = value(await loadProject(folder, undefined));
  const textOf = (id: Parameters<typeof texts.get>[0]) => texts.get(id)?.text;
  value(await makeReturnPack(pack, { folder, project, textOf, coderId: ADA.id, at: now() }));
  return pack;
}
