import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoderId, DocumentId, TeamActId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import type { Command } from '../../../src/core/project/command';
import { checkPermission } from '../../../src/core/project/permission';
import { annotationsOf, type Project } from '../../../src/core/project/project';
import { allAnnotations, allRelations } from '../../../src/core/project/uses';
import type { TeamDeed } from '../../../src/core/team/team-act';
import { hiddenCoders } from '../../../src/core/teamwork/blind';
import { seesTheSame, visibleProject } from '../../../src/core/teamwork/visible';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createCommand } from '../../support/random-command';
import { codedWorldArbitrary, createWorld, draftArbitrary } from '../../support/random-project';

const [ANA, BO] = ['ana', 'bo'] as [CoderId, CoderId];
const D0 = 'd0' as DocumentId;
const BLIND: TeamDeed = { kind: 'blind', isBlind: true, reason: '' };

const text = 'Washington must not insert';
const world = createWorld([text], 1);

let acts = 0;

function settled(deed: TeamDeed, coderId: CoderId = ANA): Command {
  acts += 1;
  const act = { id: `t${String(acts)}` as TeamActId, coderId, at: timeAt(acts), deed };
  return { kind: 'team.record', act };
}

function after(project: Project, ...commands: readonly Command[]): Project {
  return commands.reduce((state, command) => {
    const applied = applyCommand(state, command, world.textOf);
    if (!applied.ok) throw new Error(applied.fault.text);
    return applied.value.project;
  }, project);
}

function finish(coderId: CoderId): Command {
  return {
    kind: 'mark.set',
    documentId: D0,
    mark: { coderId, decision: 'finished', at: timeAt(1) },
  };
}

function role(coderId: CoderId, name: 'lead' | 'coder'): Command {
  return { kind: 'coder.describe', coderId, description: { name: coderId, role: name } };
}

/** Without empty sets; in what order documents came in is no part of what is seen. */
function inOrder(sets: ReadonlyMap<DocumentId, readonly object[]>): unknown {
  return [...sets].filter(([, all]) => all.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Ana and Bo coded the text, blindly. */
const both = after(
  world.project,
  settled(BLIND),
  { kind: 'annotation.add', annotation: createAnnotation(text, 'of-ana', [0, 10]) },
  {
    kind: 'annotation.add',
    annotation: { ...createAnnotation(text, 'of-bo', [0, 10]), coderId: BO },
  },
);

function seen(project: Project, reader: CoderId): readonly string[] {
  return annotationsOf(visibleProject(project, reader), D0)
    .map(({ id }) => id)
    .sort();
}

describe('who codes blindly', () => {
  it('[T10] sees only their own annotations until the document is finished, and again when it is reopened', () => {
    expect(seen(both, ANA)).toEqual(['of-ana']);
    const finished = after(both, finish(ANA));
    expect(seen(finished, ANA)).toEqual(['of-ana', 'of-bo']);
    expect(seen(finished, BO)).toEqual(['of-bo']);
    const reopened = after(finished, {
      kind: 'mark.clear',
      documentId: D0,
      place: { coderId: ANA },
    });
    expect(seen(reopened, ANA)).toEqual(['of-ana']);
  });

  it('[T11] sees that others finished, and nothing of what they decided about paragraphs', () => {
    const paragraph = {
      ...finish(BO),
      mark: { coderId: BO, paragraph: 1, decision: 'nothing', at: timeAt(2) },
    };
    const project = after(both, finish(BO), paragraph as Command);
    expect(visibleProject(project, ANA).marks.get(D0)).toMatchObject([
      { coderId: BO, decision: 'finished' },
    ]);
  });

  it('[T12] sees what they read in a file, and everything where the lead opened the project', () => {
    const read = settled({ kind: 'import', coderIds: [BO], documentIds: [D0] });
    expect(seen(after(both, read), ANA)).toEqual(['of-ana', 'of-bo']);
    expect(seen(after(both, read), BO)).toEqual(['of-bo']);
    const open = settled({ ...BLIND, isBlind: false });
    expect(visibleProject(after(both, open), BO)).toEqual(after(both, open));
  });

  it('[T13] a lead who does not code the document sees all of it, one who codes it does not', () => {
    const withLead = after(
      both,
      { kind: 'coder.add', coder: { id: 'lea' as CoderId, name: 'Lea', role: 'lead' }, index: 2 },
      role(BO, 'lead'),
    );
    expect(seen(withLead, 'lea' as CoderId)).toEqual(['of-ana', 'of-bo']);
    expect(seen(withLead, BO)).toEqual(['of-bo']);
    const assigned = settled({
      kind: 'assign',
      documentIds: [D0],
      coderIds: ['lea' as CoderId],
      isAssigned: true,
    });
    expect(seen(after(withLead, assigned), 'lea' as CoderId)).toEqual([]);
  });

  it('[T14] no annotation and no relation of a hidden coder is left, and what is left fits together', () => {
    fc.assert(
      fc.property(codedWorldArbitrary(), fc.constantFrom(ANA, BO), (random, reader) => {
        const blind = applyCommand(random.project, settled(BLIND), random.textOf);
        if (!blind.ok) return;
        const { project } = blind.value;
        const visible = visibleProject(project, reader);
        const shown = allAnnotations(visible);
        for (const { documentId, coderId } of shown)
          expect(hiddenCoders(project, reader, documentId).has(coderId)).toBe(false);
        expect(shown.filter((one) => one.coderId === reader)).toEqual(
          allAnnotations(project).filter((one) => one.coderId === reader),
        );
        const ids = new Set(shown.map(({ id }) => id));
        for (const { fromId, toId } of allRelations(visible))
          expect(ids.has(fromId) && ids.has(toId)).toBe(true);
      }),
    );
  });

  it('[T15] a window that has only what is visible takes the coder’s own step as the project does, or is told to look anew', () => {
    fc.assert(
      fc.property(codedWorldArbitrary(), draftArbitrary(), (random, draft) => {
        const blind = applyCommand(random.project, settled(BLIND), random.textOf);
        if (!blind.ok) return;
        const before = blind.value.project;
        const command = createCommand(random, before, draft);
        // Such batches are not asked whose annotations they add; the window makes them of what it has, or is told nothing
        // of what is in them (`ProjectHost.announce`).
        const isAsked =
          command.kind !== 'batch' || !['codebook', 'actors', 'merging'].includes(command.purpose);
        if (!isAsked || checkPermission(before, command, ANA) !== undefined) return;
        const whole = applyCommand(before, command, random.textOf);
        const part = applyCommand(visibleProject(before, ANA), command, random.textOf);
        if (!whole.ok || !part.ok || !seesTheSame(before, whole.value.project, ANA)) return;
        const sets = ({ annotations, relations, marks, memos }: Project): unknown => [
          inOrder(annotations),
          inOrder(relations),
          inOrder(marks),
          memos,
        ];
        expect(sets(part.value.project), JSON.stringify(command)).toEqual(
          sets(visibleProject(whole.value.project, ANA)),
        );
      }),
    );
  });
});

describe('what is finished', () => {
  const annotation = createAnnotation(text, 'new', [11, 15]);
  const finished = after(both, finish(ANA));

  it('[T16] does not change until it is reopened', () => {
    const add: Command = { kind: 'annotation.add', annotation };
    expect(checkPermission(both, add, ANA)).toBeUndefined();
    expect(checkPermission(finished, add, ANA)).toMatchObject({
      code: 'fault.team.finished',
      text: expect.stringContaining('Reopen it') as string,
    });
    const place = { coderId: ANA };
    const reopen: Command = { kind: 'mark.clear', documentId: D0, place };
    expect(checkPermission(finished, reopen, ANA)).toBeUndefined();
    const paragraph: Command = { ...reopen, place: { ...place, paragraph: 1 } };
    expect(checkPermission(finished, paragraph, ANA)).toMatchObject({
      code: 'fault.team.finished',
    });
  });

  it('[T17] by one coder stays open to the others', () => {
    const add: Command = { kind: 'annotation.add', annotation: { ...annotation, coderId: BO } };
    expect(checkPermission(finished, add, BO)).toBeUndefined();
  });
});
