import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adjudicationOf } from '../../src/core/adjudication/adjudication';
import { agreedGroups, planAgreed } from '../../src/core/adjudication/plan-agreed';
import { planReopen } from '../../src/core/adjudication/plan-reopen';
import { planVerdict, type Decision } from '../../src/core/adjudication/plan-verdict';
import { comparedWork } from '../../src/core/comparison/compared-work';
import type { CoderId, DeviceId } from '../../src/core/ids';
import { contentHash } from '../../src/core/project/content-hash';
import type { Project } from '../../src/core/project/project';
import { GOLD_CODER } from '../../src/core/verdict/gold-coder';
import { packProject, unpackProject } from '../../src/storage/backups/backup-format';
import { examineProject, isWell } from '../../src/storage/doctor';
import { mergeFolder } from '../../src/storage/merge-folder';
import { readDeeds } from '../../src/storage/project-past';
import { openSession } from '../../src/storage/open-session';
import { writeCopy } from '../../src/storage/write-copy';
import type { ProjectSession } from '../../src/storage/project-session';
import { temporaryFolder } from './disk';
import { journalsOf, removeJournals } from './journals';
import { add, ADA, annotate, BEN, makeProject, NORTH, NOW, open, value } from './small-project';

async function openAt(folder: string, device: string, coder: CoderId): Promise<ProjectSession> {
  const session = value(await openSession(folder, { deviceId: device as DeviceId }));
  session.workAs(coder);
  return session;
}

/** Ada and Ben agree on `must not`; Ben missed `continue`. Ada accepted the one. */
async function makeAdjudicated(): Promise<string> {
  const folder = await makeProject();
  const session = await openAt(folder, 'desk', ADA.id);
  value(session.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
  value(session.perform(add('a1', 'must not')));
  value(session.perform(add('a2', 'continue')));
  value(session.perform(add('b1', 'must not', { coderId: BEN.id })));
  const agreed = agreedGroups(adjudicationIn(session.project));
  const command = value(planAgreed(session.project, agreed, { coderId: ADA.id, at: NOW }));
  if (command === undefined) throw new Error('They agree on nothing.');
  value(session.perform(command));
  value(await session.close());
  return folder;
}

function adjudicationIn(project: Project) {
  return adjudicationOf(project, comparedWork(project));
}

function decide(session: ProjectSession, coderId: CoderId, decision: Decision, id: string): void {
  const { project } = session;
  const group = adjudicationIn(project).groups.find(({ kinds }) => kinds.size > 0);
  if (group === undefined) throw new Error('They differ in nothing.');
  let n = 0;
  const by = { coderId, at: NOW, createId: () => `${id}-${String((n += 1))}` };
  value(session.perform(value(planVerdict(project, group, decision, by))));
}

async function readJson(...path: readonly string[]): Promise<unknown> {
  return JSON.parse(await readFile(join(...path), 'utf8'));
}

async function hashOf(folder: string): Promise<string> {
  const session = await open(folder);
  const hash = contentHash(session.project);
  await session.close();
  return hash;
}

describe('the gold set on disk', () => {
  it('lies in a folder of its own, the verdict with its adjudicator, and both are read again', async () => {
    const folder = await makeAdjudicated();
    expect(await readJson(folder, 'gold', 'north.json')).toMatchObject({
      format: 'postil-annotation-set',
      formatVersion: 4,
      coderId: 'gold',
      annotations: [{ coderId: 'gold', pieces: [{ exact: 'must not' }] }],
      verdicts: [],
    });
    expect(await readJson(folder, 'coders', 'ada', 'north.json')).toMatchObject({
      annotations: [{ id: 'a1' }, { id: 'a2' }],
      verdicts: [{ coderId: 'ada', outcome: 'agreed', coders: ['ada', 'ben'] }],
    });
    const session = await open(folder);
    expect(session.notices).toEqual([]);
    expect(adjudicationIn(session.project).groups.map(({ state }) => state)).toEqual([
      'settled',
      'open',
    ]);
    await session.close();
    expect(isWell(value(await examineProject(folder)))).toBe(true);
  });

  it('is the same without any journal, and is taken into the next one', async () => {
    const folder = await makeAdjudicated();
    const before = await hashOf(folder);
    await removeJournals(folder);
    expect(await hashOf(folder)).toBe(before);
    const session = await openAt(folder, 'other', BEN.id);
    value(session.perform({ kind: 'coder.rename', coderId: BEN.id, name: 'Benno' }));
    value(await session.close());
    const [journal = ''] = await journalsOf(folder);
    expect(await readFile(join(folder, journal), 'utf8')).toContain('"coderId":"gold"');
  });

  it('is made again from the journals when its file is gone or torn', async () => {
    const folder = await makeAdjudicated();
    const before = await hashOf(folder);
    await rm(join(folder, 'gold'), { recursive: true });
    expect(value(await examineProject(folder)).stale).toEqual(['gold/north.json']);
    const session = await openAt(folder, 'desk', ADA.id);
    value(await session.close());
    expect(await readJson(folder, 'gold', 'north.json')).toMatchObject({ coderId: 'gold' });
    await writeFile(join(folder, 'gold', 'north.json'), '{ torn');
    const found = value(await examineProject(folder));
    expect(found.unusable.map(({ file }) => file)).toEqual(['gold/north.json']);
    expect(await hashOf(folder)).toBe(before);
  });

  it('says of a strange file beside it that it is strange', async () => {
    const folder = await makeAdjudicated();
    await mkdir(join(folder, 'gold'), { recursive: true });
    await writeFile(join(folder, 'gold', 'notes.txt'), 'Mine.');
    const session = await open(folder);
    expect(session.notices.map(({ code }) => code)).toEqual(['storage.project.strange']);
    await session.close();
  });

  it('is in a backup and in a copy', async () => {
    const folder = await makeAdjudicated();
    const session = await open(folder);
    const { project } = session;
    const back = value(unpackProject([...packProject(project)].join('')));
    expect(contentHash(back)).toBe(contentHash(project));
    const copy = join(await temporaryFolder(), 'Winds');
    value(await writeCopy(copy, project, session.textOf, folder));
    const written = await open(copy);
    expect(contentHash({ ...written.project, id: project.id })).toBe(contentHash(project));
    await written.close();
    expect(await readJson(copy, 'gold', 'north.json')).toMatchObject({ coderId: 'gold' });
    await session.close();
  });

  it('of a backup from before there was any is empty', async () => {
    const session = await open(await makeProject());
    const line = [...packProject(session.project)].join('').replace(',"verdicts":[]', '');
    expect(contentHash(value(unpackProject(line)))).toBe(contentHash(session.project));
    await session.close();
  });

  it('of two adjudicators apart keeps both verdicts, whichever copy is merged into which', async () => {
    const here = await makeAdjudicated();
    const there = join(await temporaryFolder(), 'project');
    await cp(here, there, { recursive: true });
    const ada = await openAt(here, 'desk', ADA.id);
    decide(ada, ADA.id, { outcome: 'taken', from: ADA.id }, 'of-ada');
    value(await ada.close());
    const ben = await openAt(there, 'laptop', BEN.id);
    decide(ben, BEN.id, { outcome: 'none' }, 'of-ben');
    value(await ben.close());
    const again = join(await temporaryFolder(), 'project');
    await cp(here, again, { recursive: true });
    value(await mergeFolder(again, there));
    value(await mergeFolder(there, here));
    expect(await hashOf(again)).toBe(await hashOf(there));
    const session = await open(again);
    const disputed = adjudicationIn(session.project).groups.filter(
      ({ state }) => state === 'disputed',
    );
    expect(disputed.map(({ verdicts }) => verdicts.map(({ coderId }) => coderId))).toEqual([
      ['ada', 'ben'],
    ]);
    // Both verdicts are on one passage.
    const both = disputed[0]?.verdicts ?? [];
    expect(value(session.perform(planReopen(session.project, both, NOW, 1))).name).toBe(
      'Reopen Passage',
    );
    expect(adjudicationIn(session.project).groups.map(({ state }) => state)).toContain('open');
    await session.close();
  });
});

describe('what was decided', () => {
  it('is told in the history, with the passage and the outcome, and so is its end', async () => {
    const folder = await makeAdjudicated();
    const session = await openAt(folder, 'desk', ADA.id);
    decide(session, ADA.id, { outcome: 'none' }, 'of-ada');
    const group = adjudicationIn(session.project).groups.find(({ kinds }) => kinds.size > 0);
    if (group === undefined) throw new Error('They differ in nothing.');
    value(session.perform(planReopen(session.project, group.verdicts, NOW)));
    value(await session.close());
    const deeds = value(await readDeeds(folder, undefined));
    expect(deeds.slice(-3).map(({ text, details }) => [text, ...details].join(' | '))).toEqual([
      expect.stringContaining('Ada: Give Verdict'),
      'Ada decided on “continue”: no annotation',
      'Ada reopened “continue” (it was: no annotation)',
    ]);
  });
});

describe('the gold set’s coder', () => {
  it('is nobody’s at this computer, and no gold annotation can be made by hand', async () => {
    const folder = await makeAdjudicated();
    const session = await openAt(folder, 'desk', ADA.id);
    expect(session.project.coders.map(({ id }) => id)).toEqual(['ada', 'ben', 'gold']);
    const own = annotate('g1', 'talks', { coderId: GOLD_CODER, documentId: NORTH });
    const { checkWindowCommand } = await import('../../src/main/window-command');
    const fault = checkWindowCommand(
      session.project,
      { kind: 'annotation.add', annotation: own },
      ADA.id,
    );
    expect(fault?.code).toBe('fault.verdict.goldSet');
    await session.close();
  });
});
