import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, CoderId, DeviceId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import type { Project } from '../../src/core/project/project';
import { allAnnotations } from '../../src/core/project/uses';
import { loadProject } from '../../src/storage/load-project';
import { openSession } from '../../src/storage/open-session';
import { makeReturnPack } from '../../src/storage/packs/make-pack';
import { mergeOthers } from '../../src/storage/packs/merge-others';
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
): Promise<void> {
  const session = value(await openSession(folder, { deviceId: device as DeviceId, now }));
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

async function packOf(folder: string): Promise<string> {
  const pack = join(await temporaryFolder(), 'ada.postilpack');
  const { project, texts } = value(await loadProject(folder, undefined));
  const textOf = (id: Parameters<typeof texts.get>[0]) => texts.get(id)?.text;
  value(await makeReturnPack(pack, { folder, project, textOf, coderId: ADA.id, at: now() }));
  return pack;
}
