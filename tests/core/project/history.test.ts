import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, DocumentId } from '../../../src/core/ids';
import type { Command } from '../../../src/core/project/command';
import {
  EMPTY_HISTORY,
  MOST_STEPS,
  perform,
  redo,
  undo,
  type History,
  type Progress,
} from '../../../src/core/project/history';
import type { Project } from '../../../src/core/project/project';
import type { Result } from '../../../src/core/result';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createCommand } from '../../support/random-command';
import { createWorld, draftArbitrary, emptyWorldArbitrary } from '../../support/random-project';

const stepArbitrary = fc.oneof(
  { weight: 3, arbitrary: draftArbitrary() },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
);

interface Memo {
  readonly id: AnnotationId;
  readonly at: number;
}

function memoOf(command: Command | undefined): Memo | undefined {
  if (command?.kind !== 'annotation.memo') return undefined;
  return { id: command.annotationId, at: Date.parse(command.modifiedAt) };
}

function goesOn(before: Memo | undefined, now: Memo | undefined): boolean {
  if (before === undefined || now === undefined) return false;
  return before.id === now.id && Math.abs(now.at - before.at) <= 60_000;
}

describe('history, for random walks', () => {
  it('[H1] is where a list of all states would be', () => {
    const walk = fc.array(stepArbitrary, { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(emptyWorldArbitrary(), walk, (world, steps) => {
        const states: Project[] = [world.project];
        // The memo that each state's step is about, while writing on would still be the same step.
        const memos: (Memo | undefined)[] = [undefined];
        let at = 0;
        let project = world.project;
        let history: History = EMPTY_HISTORY;
        for (const step of steps) {
          const command =
            step === 'undo' || step === 'redo' ? undefined : createCommand(world, project, step);
          const result =
            command !== undefined
              ? perform(project, history, command, world.textOf)
              : step === 'undo'
                ? undo(project, history, world.textOf)
                : redo(project, history, world.textOf);
          if (step === 'undo') {
            expect(result.ok).toBe(at > 0);
            at = Math.max(0, at - 1);
          } else if (step === 'redo') {
            expect(result.ok).toBe(at < states.length - 1);
            if (at < states.length - 1) memos[at + 1] = undefined;
            at = Math.min(states.length - 1, at + 1);
          } else if (result.ok) {
            const memo = memoOf(command);
            if (!goesOn(memos[at], memo)) at += 1;
            states.splice(at, states.length, result.value.project);
            memos.splice(at, memos.length, memo);
          }
          if (result.ok) ({ project, history } = result.value);
          expect(project).toStrictEqual(states[at]);
          expect(history.undo).toHaveLength(at);
          expect(history.redo).toHaveLength(states.length - 1 - at);
        }
      }),
    );
  });
});

describe('history', () => {
  const text = 'Washington must not insert';
  const world = createWorld([text], 1);
  const annotation = createAnnotation(text, 'a1', [0, 10]);
  const address = { documentId: 'd0' as DocumentId, annotationId: 'a1' as AnnotationId };

  function walk(): { added: Project; removed: Project; history: History } {
    const add = perform(
      world.project,
      EMPTY_HISTORY,
      { kind: 'annotation.add', annotation },
      world.textOf,
    );
    if (!add.ok) throw new Error(add.fault.text);
    const { project: added, history } = add.value;
    const remove = perform(added, history, { kind: 'annotation.remove', ...address }, world.textOf);
    if (!remove.ok) throw new Error(remove.fault.text);
    return { added, removed: remove.value.project, history: remove.value.history };
  }

  it('[H2] a step keeps the name it had when it was taken, undone and redone', () => {
    const { removed, history } = walk();
    const names = (from: History) => [from.undo, from.redo].map((list) => list.map((s) => s.name));
    expect(names(history)).toEqual([['Add Stance', 'Delete Stance'], []]);
    const back = undo(removed, history, world.textOf);
    if (!back.ok) throw new Error(back.fault.text);
    expect(back.value.name).toBe('Delete Stance');
    expect(names(back.value.history)).toEqual([['Add Stance'], ['Delete Stance']]);
  });

  it('[H3] gives the command that was carried out, for the record', () => {
    const { removed, history } = walk();
    const back = undo(removed, history, world.textOf);
    expect(back).toMatchObject({
      ok: true,
      value: { command: { kind: 'annotation.add', annotation } },
    });
  });

  it('[H4] there is nothing to undo at the beginning and nothing to redo at the end', () => {
    const { removed, history } = walk();
    expect(undo(world.project, EMPTY_HISTORY, world.textOf)).toMatchObject({
      ok: false,
      fault: { code: 'fault.command.nothingToUndo' },
    });
    expect(redo(removed, history, world.textOf)).toMatchObject({
      ok: false,
      fault: { code: 'fault.command.nothingToRedo' },
    });
  });

  it('[H6] a memo that is written on within a minute is one step, and Undo leads to before it', () => {
    const add = perform(
      world.project,
      EMPTY_HISTORY,
      { kind: 'annotation.add', annotation },
      world.textOf,
    );
    if (!add.ok) throw new Error(add.fault.text);
    let { project, history } = add.value;
    for (const [memo, seconds] of [
      ['Bo', 1],
      ['Both', 30],
      ['Both of them', 80],
      ['Later', 200],
    ] as const) {
      const command = {
        kind: 'annotation.memo',
        ...address,
        memo,
        modifiedAt: timeAt(seconds),
      } as const;
      const written = perform(project, history, command, world.textOf);
      if (!written.ok) throw new Error(written.fault.text);
      ({ project, history } = written.value);
    }
    expect(history.undo.map(({ name }) => name)).toEqual(['Add Stance', 'Edit Memo', 'Edit Memo']);
    const later = undo(project, history, world.textOf);
    if (!later.ok) throw new Error(later.fault.text);
    expect(later.value.project.annotations.get(address.documentId)?.[0]?.memo).toBe('Both of them');
    const first = undo(later.value.project, later.value.history, world.textOf);
    if (!first.ok) throw new Error(first.fault.text);
    expect(first.value.project).toStrictEqual(add.value.project);
  });

  function done(result: Result<Progress>): Progress {
    if (!result.ok) throw new Error(result.fault.text);
    return result.value;
  }

  it('[H7] keeps the last thousand steps, and typing that goes on takes the place of the last one', () => {
    const { project: start, textOf } = createWorld(['Japan must wait.'], 1);
    const text = 'Japan must wait.';
    let progress = done(
      perform(
        start,
        EMPTY_HISTORY,
        { kind: 'annotation.add', annotation: createAnnotation(text, 'a', [0, 5]) },
        textOf,
      ),
    );
    const write = (n: number): Command => ({
      kind: 'annotation.memo',
      documentId: 'd0' as DocumentId,
      annotationId: 'a' as AnnotationId,
      memo: `${n}`,
      modifiedAt: timeAt(n * 61),
    });
    for (let n = 1; n <= MOST_STEPS + 5; n += 1)
      progress = done(perform(progress.project, progress.history, write(n), textOf));
    expect(progress.history.undo).toHaveLength(MOST_STEPS);
    const next = { ...write(MOST_STEPS + 5), memo: 'and on' } as Command;
    progress = done(perform(progress.project, progress.history, next, textOf));
    expect(progress.goesOn).toBe(true);
    expect(progress.history.undo).toHaveLength(MOST_STEPS);
    for (let n = 0; n < MOST_STEPS; n += 1)
      progress = done(undo(progress.project, progress.history, textOf));
    expect(progress.project.annotations.get('d0' as DocumentId)?.[0]?.memo).toBe('5');
    expect(undo(progress.project, progress.history, textOf).ok).toBe(false);
  });

  it('[H5] a refused step leaves history and project as they are', () => {
    const { removed, history } = walk();
    const before = structuredClone({ removed, history });
    const refused = perform(
      removed,
      history,
      { kind: 'annotation.memo', ...address, memo: 'x', modifiedAt: timeAt(1) },
      world.textOf,
    );
    expect(refused.ok).toBe(false);
    expect({ removed, history }).toStrictEqual(before);
  });
});
