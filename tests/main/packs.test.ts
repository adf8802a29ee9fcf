import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../src/core/project/project';
import { Packs } from '../../src/main/packs';
import { createScratch } from '../../src/main/scratch';
import type { RunSlowly } from '../../src/main/slow-tasks';
import { createStoppable } from '../../src/main/stoppable';
import { snapshot, temporaryFolder } from '../storage/disk';
import { add, ADA, annotate, BEN, makeProject, NORTH, value } from '../storage/small-project';
import { createBench, lookHere, runHere, settleAfterTest, type HostBench } from './host-bench';

/*
 * A coder's pack opened at the computer of the one who made it: the same project id, the same installation of Postil, and
 * journals of everybody who worked here.
 */

interface Desk {
  readonly bench: HostBench;
  readonly packs: Packs;
  readonly pack: string;
  /** Where the lead's project is. */
  readonly lead: string;
  readonly goTo: (folder: string) => void;
}

/** Ada leads and coded; Ben is to code, and gets a pack. */
async function desk(): Promise<Desk> {
  const bench = createBench();
  settleAfterTest(bench);
  const { host, backups, journals } = bench;
  const lead = await makeProject();
  const pack = join(await temporaryFolder(), 'ben.postilpack');
  let target = '';
  const packs = new Packs({
    host,
    backups,
    journals,
    looking: lookHere(),
    scratch: createScratch(join(await temporaryFolder(), 'scratch')),
    outbox: bench.outbox,
    askForPackFile: () => Promise.resolve(pack),
    askForPack: () => Promise.resolve(pack),
    askForPackFolder: () => Promise.resolve(target),
    onChange: () => undefined,
  });
  value(await host.open(lead));
  value(host.chooseCoder(ADA.id));
  const session = value(host.require());
  value(host.perform(session, { kind: 'coder.add', coder: BEN, index: 1 }));
  value(host.perform(session, add('a1', 'must not')));
  value(await packs.write('coder', BEN.id, undefined));
  const goTo = (folder: string): void => {
    target = folder;
  };
  return { bench, packs, pack, lead, goTo };
}

async function openPack({ bench, packs, goTo }: Desk, folder: string): Promise<void> {
  // The folder was made since: it may not go before what is written into it is done.
  settleAfterTest(bench);
  goTo(folder);
  const preview = value(await packs.choose(undefined));
  if (preview === undefined) throw new Error('There is no pack.');
  expect(value(await packs.confirm(preview.planId, {}, undefined))).toBe(true);
}

function codedBy({ bench }: Pick<Desk, 'bench'>): readonly string[] {
  const { project } = value(bench.host.require());
  return annotationsOf(project, NORTH).map(({ id, coderId }) => `${coderId} ${id}`);
}

describe('a coder’s pack opened at the lead’s own computer', () => {
  test('[PK10] shows nothing of the lead’s journals, where the lead’s project was before', async () => {
    const all = await desk();
    const { bench, lead } = all;
    const away = `${lead}-away`;
    value(await bench.host.open(await makeProject()));
    await rename(lead, away);
    await openPack(all, lead);
    expect(bench.host.coderId).toBe(BEN.id);
    expect(codedBy(all)).toEqual([]);
    value(await bench.host.settled());
    const inFolder = await readdir(join(lead, 'coders'), { recursive: true }).catch(() => []);
    const journals = inFolder.filter((name) => name.endsWith('.jsonl'));
    const texts = await Promise.all(
      journals.map((name) => readFile(join(lead, 'coders', name), 'utf8')),
    );
    expect(texts.join()).not.toContain('"a1"');
    expect(value(bench.host.require()).notices).toEqual([]);
    // They are kept: the lead's project finds them again.
    value(await bench.host.open(away));
    value(bench.host.chooseCoder(ADA.id));
    expect(codedBy(all)).toEqual(['ada a1']);
  });

  test('[PK11] tells nothing of acts at a place that is gone', async () => {
    const all = await desk();
    const { bench, lead } = all;
    value(await bench.host.open(await makeProject()));
    await rm(lead, { recursive: true });
    await openPack(all, join(await temporaryFolder(), 'ben'));
    expect(codedBy(all)).toEqual([]);
    expect(value(bench.host.require()).notices).toEqual([]);
  });

  test('[PK12] makes nobody somebody else: each place has its own coder', async () => {
    const all = await desk();
    const { bench, lead } = all;
    const ben = join(await temporaryFolder(), 'ben');
    await openPack(all, ben);
    expect(bench.host.coderId).toBe(BEN.id);
    value(await bench.host.open(lead));
    expect(bench.host.coderId).toBe(ADA.id);
    value(await bench.host.open(ben));
    expect(bench.host.coderId).toBe(BEN.id);
  });

  test('[PK13] opened again where only the coder had worked, it has what the coder did', async () => {
    const all = await desk();
    const { bench, lead } = all;
    const ben = join(await temporaryFolder(), 'ben');
    await openPack(all, ben);
    const annotation = annotate('b1', 'insert', { coderId: BEN.id });
    value(bench.host.performForWindow({ kind: 'annotation.add', annotation }, 1));
    value(await bench.host.settled());
    value(await bench.host.open(lead));
    await rm(ben, { recursive: true });
    await openPack(all, ben);
    expect(codedBy(all)).toEqual(['ben b1']);
  });
});

test('[PK16] what a coder did at the lead’s own computer is there as soon as it is merged, and goes with the merge', async () => {
  const all = await desk();
  const { bench, packs, lead } = all;
  const ben = join(await temporaryFolder(), 'ben');
  await openPack(all, ben);
  const annotation = annotate('b1', 'insert', { coderId: BEN.id });
  value(bench.host.performForWindow({ kind: 'annotation.add', annotation }, 1));
  value(await packs.write('return', BEN.id, undefined));
  value(await bench.host.open(lead));
  const preview = value(await packs.choose(undefined));
  expect(preview?.brings?.added).toBe(1);
  expect(value(await packs.confirm(preview?.planId ?? 0, {}, undefined))).toBe(true);
  expect(codedBy(all)).toEqual(['ada a1', 'ben b1']);
  value(await packs.takeBack());
  expect(codedBy(all)).toEqual(['ada a1']);
});

test('[PK20] Undo after a merge takes back the merge, and no step that was there before it', async () => {
  const all = await desk();
  const { bench, packs, lead } = all;
  const ben = join(await temporaryFolder(), 'ben');
  await openPack(all, ben);
  const annotation = annotate('b1', 'insert', { coderId: BEN.id });
  value(bench.host.performForWindow({ kind: 'annotation.add', annotation }, 1));
  value(await packs.write('return', BEN.id, undefined));
  value(await bench.host.open(lead));
  const own = annotate('a2', 'Washington');
  value(bench.host.performForWindow({ kind: 'annotation.add', annotation: own }, 2));
  const preview = value(await packs.choose(undefined));
  expect(value(await packs.confirm(preview?.planId ?? 0, {}, undefined))).toBe(true);
  expect(packs.named({ undo: 'Add Actor' }).undo).toBe('Merge');
  expect(value(await packs.undo())).toMatchObject({ isMerge: true });
  expect(codedBy(all).toSorted()).toEqual(['ada a1', 'ada a2']);
  expect(packs.named({ undo: 'Add Actor' }).undo).toBe('Add Actor');
  // What was done after a merge goes first, and the merge stays.
  const again = value(await packs.choose(undefined));
  expect(value(await packs.confirm(again?.planId ?? 0, {}, undefined))).toBe(true);
  const later = annotate('a3', 'itself');
  value(bench.host.performForWindow({ kind: 'annotation.add', annotation: later }, 3));
  expect(value(await packs.undo())).not.toHaveProperty('isMerge');
  expect(codedBy(all).toSorted()).toEqual(['ada a1', 'ada a2', 'ben b1']);
});

describe('a return pack that is being looked at', () => {
  test('[PK14] can be left: nothing is changed, nothing is left behind, and it can be looked at again', async () => {
    const bench = createBench();
    settleAfterTest(bench);
    const { host, backups, journals } = bench;
    const lead = await makeProject();
    const copy = join(await temporaryFolder(), 'copy');
    const pack = join(await temporaryFolder(), 'ada.postilpack');
    const scratches: string[] = [];
    let isHeld = true;
    let hold = (): void => undefined;
    const begun = new Promise<void>((resolve) => (hold = resolve));
    let end = (): void => undefined;
    const run: RunSlowly = (name, ...args) => {
      scratches.push((args[3] as { readonly scratch: string }).scratch);
      if (!isHeld) return runHere(name, ...args);
      hold();
      const ended = new Promise((_resolve, reject) => {
        end = () => {
          reject(new Error('Stopped'));
        };
      });
      return ended as ReturnType<typeof runHere<typeof name>>;
    };
    const looking = createStoppable({
      run,
      stop: () => {
        end();
        return Promise.resolve();
      },
    });
    const packs = new Packs({
      host,
      backups,
      journals,
      looking,
      scratch: createScratch(join(await temporaryFolder(), 'scratch')),
      outbox: bench.outbox,
      askForPackFile: () => Promise.resolve(pack),
      askForPack: () => Promise.resolve(pack),
      askForPackFolder: () => Promise.resolve(undefined),
      onChange: () => undefined,
    });
    value(await host.open(lead));
    value(host.chooseCoder(ADA.id));
    value(host.perform(value(host.require()), add('a0', 'continue')));
    value(await host.settled());
    await cp(lead, copy, { recursive: true });
    value(await host.open(copy));
    value(host.perform(value(host.require()), add('a1', 'must not')));
    value(await packs.write('return', ADA.id, undefined));
    value(await host.open(lead));
    value(await host.settled());
    const before = await snapshot(lead);

    const left = packs.choose(undefined);
    await begun;
    await looking.stop();
    expect(value(await left)).toBeUndefined();
    expect(await snapshot(lead)).toEqual(before);
    const gone = await packs.confirm(1, {}, undefined);
    expect(gone).toMatchObject({ ok: false, fault: { code: 'main.fault.importGone' } });

    isHeld = false;
    const preview = value(await packs.choose(undefined));
    expect(preview?.brings?.added).toBe(1);
    expect(scratches).toHaveLength(2);
    for (const scratch of scratches) await expect(stat(scratch)).rejects.toThrow('ENOENT');
    expect(value(await packs.confirm(preview?.planId ?? 0, {}, undefined))).toBe(true);
    expect(codedBy({ bench })).toEqual(['ada a1', 'ada a0']);
  });
});
