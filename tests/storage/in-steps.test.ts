import { cp } from 'node:fs/promises';
import { setImmediate as turnOver } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import { contentHash } from '../../src/core/project/content-hash';
import { allAnnotations } from '../../src/core/project/uses';
import { openSession } from '../../src/storage/open-session';
import { eachInSteps } from '../../src/storage/in-steps';
import { mergeFolder } from '../../src/storage/merge-folder';
import type { ProjectSession } from '../../src/storage/project-session';
import { add, ADA, annotate, BEN, makeProject, value } from './small-project';

const BROUGHT = 20_000;

const openAt = async (folder: string, device: string): Promise<ProjectSession> =>
  value(await openSession(folder, { deviceId: device as DeviceId }));

it('others have their turn between the steps', async () => {
  let turns = 0;
  const done = new AbortController();
  const others = (async () => {
    while (!done.signal.aborted) {
      await turnOver();
      turns += 1;
    }
  })();
  const seen: number[] = [];
  const all = Array.from({ length: 200 }, (_, n) => n);
  await eachInSteps(all, (n) => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    seen.push(n);
  });
  done.abort();
  await others;
  expect(seen).toEqual(all);
  expect(turns).toBeGreaterThan(5);
});

it('what somebody codes while a large merge is taken in is there afterwards, with what came', async () => {
  const desk = await makeProject();
  const lead = await openAt(desk, 'desk');
  lead.workAs(ADA.id);
  value(lead.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
  value(await lead.settled());
  const away = `${desk}-away`;
  await cp(desk, away, { recursive: true });
  const ben = await openAt(away, 'laptop');
  ben.workAs(BEN.id);
  const commands = Array.from({ length: BROUGHT }, (_, n) => ({
    kind: 'annotation.add' as const,
    annotation: annotate(`ben-${String(n)}`, 'insert', { coderId: BEN.id }),
  }));
  value(ben.perform({ kind: 'batch', purpose: 'coding', size: commands.length, commands }));
  value(await ben.close());
  value(await mergeFolder(desk, away));

  const own: string[] = [];
  const taken = new AbortController();
  const taking = lead.refresh().finally(() => {
    taken.abort();
  });
  while (!taken.signal.aborted) {
    const id = `own-${String(own.length)}`;
    value(lead.perform(add(id, 'must not')));
    own.push(id);
    await turnOver();
  }
  expect(await taking).toBe(true);
  const there = new Set<string>(allAnnotations(lead.project).map(({ id }) => id));
  expect(own.filter((id) => !there.has(id))).toEqual([]);
  expect(there.size).toBe(BROUGHT + own.length);
  value(await lead.settled());
  const hash = contentHash(lead.project);
  value(await lead.close());
  const again = await openAt(desk, 'other');
  expect(contentHash(again.project)).toBe(hash);
  value(await again.close());
}, 60_000);
