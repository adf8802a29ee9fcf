import { describe, expect, it, vi } from 'vitest';
import { Ledger } from '../../src/core/journal/ledger';
import { leaveCheckpoint } from '../../src/storage/journal/checkpoint';
import type { UnmatchedPreview } from '../../src/ipc/contract';
import { Matching } from '../../src/main/matching';
import { planMerge } from '../../src/core/project/codebook-merge';
import type { CodeId } from '../../src/core/ids';
import { allAnnotations } from '../../src/core/project/uses';
import { ADA, annotate, makeProject, NOW, value } from '../storage/small-project';
import { createBench, lookHere, settleAfterTest } from './host-bench';

const PRECONDITION = 'precondition' as CodeId;
const STANCE = 'stance' as CodeId;

function look(found: Awaited<ReturnType<Matching['look']>>): UnmatchedPreview {
  const preview = value(found);
  if (preview === undefined) throw new Error('It was stopped.');
  return preview;
}

/** Ada's project, in which an annotation has come to a code after it was merged into another. */
async function desk() {
  const bench = createBench();
  const { host, backups, journals } = bench;
  const matching = new Matching({ host, backups, journals, looking: lookHere() });
  const folder = await makeProject();
  settleAfterTest(bench);
  value(await host.open(folder));
  value(host.chooseCoder(ADA.id));
  const session = value(host.require());
  const change = planMerge(session.project, PRECONDITION, STANCE, { at: NOW, reason: 'One' });
  if (change === undefined) throw new Error('No such codes');
  value(host.perform(session, change.command));
  const late = annotate('a1', 'must not', { codeId: PRECONDITION });
  value(host.perform(session, { kind: 'annotation.add', annotation: late }));
  return { ...bench, bench, matching, session };
}

describe('what does not match in a project as it stands', () => {
  it('is found, settled as one step, and nothing is left to find', async () => {
    const { matching, session, host } = await desk();
    const { planId, unmatched } = look(await matching.look());
    expect(unmatched.map(({ key }) => key)).toEqual(['gone-code/precondition']);
    const choices = { 'gone-code/precondition': 'into:stance' };
    expect(value(await matching.settle(planId, choices))).toBe(true);
    expect(allAnnotations(session.project).map(({ codeId }) => codeId)).toEqual(['stance']);
    expect(look(await matching.look()).unmatched).toEqual([]);
    value(host.undo());
    expect(allAnnotations(session.project).map(({ codeId }) => codeId)).toEqual(['precondition']);
  });

  it('is the same when the journals before a checkpoint are not read', async () => {
    const { matching, session, host, journals } = await desk();
    const before = look(await matching.look()).unmatched;
    value(await host.settled());
    expect(await leaveCheckpoint(journals, session.folder, session.deviceId)).toBe(true);
    const read = vi.spyOn(Ledger, 'from');
    expect(look(await matching.look()).unmatched).toEqual(before);
    expect(read).toHaveBeenCalledOnce();
  });

  it('is told without what is in it, which the window may not see: it looks anew', async () => {
    const { matching, host, heard } = await desk();
    const { planId } = look(await matching.look());
    const before = heard('project.outside').length;
    value(await matching.settle(planId, { 'gone-code/precondition': 'into:stance' }));
    value(host.undo());
    const told = heard('project.applied').slice(-2);
    expect(told.map(({ reason }) => reason)).toEqual(['perform', 'undo']);
    for (const { command } of told) expect(command).toMatchObject({ commands: [] });
    expect(heard('project.outside')).toHaveLength(before + 2);
  });

  it('is settled once, of the project that was looked at, and not otherwise than offered', async () => {
    const { bench, matching, host } = await desk();
    const { planId } = look(await matching.look());
    const wrong = await matching.settle(planId, { 'gone-code/precondition': 'into:nowhere' });
    expect(wrong).toMatchObject({ ok: false, fault: { code: 'fault.merging.choice' } });
    expect(value(await matching.settle(planId, {}))).toBe(false);
    const gone = { ok: false, fault: { code: 'main.fault.importGone' } };
    expect(await matching.settle(planId, {})).toMatchObject(gone);
    const next = look(await matching.look());
    const another = await makeProject();
    settleAfterTest(bench);
    value(await host.open(another));
    expect(await matching.settle(next.planId, {})).toMatchObject(gone);
  });
});
