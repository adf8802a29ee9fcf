import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createCode,
  revise,
  withAdded,
  withPatch,
  withRetired,
} from '../../src/core/codebook/edit';
import { currentRevision, type Code } from '../../src/core/codebook/codebook';
import type {
  CodeId,
  CoderId,
  DeviceId,
  DocumentId,
  RelationId,
  TeamActId,
  Timestamp,
} from '../../src/core/ids';
import { planChoices, type PlannedChoices } from '../../src/core/merging/plan-choices';
import type { MergeChoices, Unmatched } from '../../src/core/merging/unmatched';
import { planCodebook } from '../../src/core/project/codebook-change';
import { planMerge } from '../../src/core/project/codebook-merge';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import type { Project } from '../../src/core/project/project';
import { allAnnotations } from '../../src/core/project/uses';
import { createReopening } from '../../src/core/teamwork/reopen';
import { openSession } from '../../src/storage/open-session';
import { keepFiles } from '../../src/storage/packs/before-merge';
import { rememberMerge, takeBackMerge } from '../../src/storage/packs/take-back-merge';
import { mergeOthers } from '../../src/storage/packs/merge-others';
import { holdTexts, tryMerge, type TriedMerge } from '../../src/storage/packs/try-merge';
import type { ProjectSession } from '../../src/storage/project-session';
import { relationOf } from '../support/linked-project';
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
  TEXTS,
  value,
} from './small-project';

let clock = Date.parse(NOW);
const now = (): Timestamp => new Date((clock += 1)).toISOString() as Timestamp;
const occasion = () => ({ at: now(), coderId: ADA.id, reason: 'A test' });
const [FIRST = '', SECOND = '', THIRD = ''] = (TEXTS['north'] ?? '').split(' ');

type Act = (project: Project) => Command;

async function work(
  folder: string,
  device: string,
  coder: CoderId,
  ...acts: readonly Act[]
): Promise<void> {
  const session = await openAs(folder, device, coder);
  for (const act of acts) value(session.perform(act(session.project)));
  value(await session.close());
}

async function openAs(folder: string, device: string, coder: CoderId): Promise<ProjectSession> {
  const session = value(await openSession(folder, { deviceId: device as DeviceId, now }));
  session.workAs(coder);
  return session;
}

const joinBen: Act = () => ({ kind: 'coder.add', coder: BEN, index: 1 });
const codeAs =
  (code: string, id: string, words: string): Act =>
  ({ codebook }) => ({
    kind: 'annotation.add',
    annotation: {
      ...annotate(id, words, { coderId: BEN.id, codeId: code as CodeId }),
      codebookRevision: currentRevision(codebook),
    },
  });

function changeCodes(change: (codes: readonly Code[]) => readonly Code[]): Act {
  return (project) => {
    const codes = change(project.codebook.codes);
    return planCodebook(project, revise(project.codebook, { codes }, occasion()), now()).command;
  };
}

const addCode = (name: string): Act =>
  changeCodes((codes) => withAdded(codes, createCode(codes, name), undefined));

const mergeCodes =
  (from: string, into: string): Act =>
  (project) => {
    const change = planMerge(project, from as CodeId, into as CodeId, occasion());
    if (change === undefined) throw new Error(`No ${from} or ${into}`);
    return change.command;
  };

/** Ada's project and Ben's copy of it, in which both went on. */
async function copies(here: readonly Act[], there: readonly Act[]): Promise<[string, string]> {
  const desk = await makeProject();
  await work(desk, 'desk', ADA.id, joinBen);
  const ben = join(await temporaryFolder(), 'ben');
  await cp(desk, ben, { recursive: true });
  await work(ben, 'laptop', BEN.id, ...there);
  if (here.length > 0) await work(desk, 'desk', ADA.id, ...here);
  return [desk, ben];
}

interface Settled {
  readonly tried: TriedMerge;
  readonly unmatched: readonly Unmatched[];
  readonly planned: PlannedChoices;
  readonly project: Project;
}

/** Merges Ben's copy, chooses, and reads it again as it stands on disk. */
async function settle(
  desk: string,
  ben: string | readonly string[],
  choices: MergeChoices,
): Promise<Settled> {
  const others = typeof ben === 'string' ? [ben] : ben;
  const state = await snapshot(desk);
  const tried = value(await tryMerge(desk, others, now()));
  expect(await snapshot(desk)).toEqual(state);
  const { unmatched } = tried;
  const before = await openAs(desk, 'desk', ADA.id);
  value(await mergeOthers(desk, before.project, others));
  await before.refresh();
  const planned = value(
    planChoices(before.project, before.textOf, unmatched, choices, {
      ...occasion(),
      createCoderId: () => 'other' as CoderId,
    }),
  );
  if (planned.placing !== undefined) value(before.setUp(planned.placing));
  if (planned.command !== undefined) value(before.perform(planned.command));
  const inMemory = contentHash(before.project);
  value(await before.close());
  const after = value(await openSession(desk));
  expect(contentHash(after.project)).toBe(inMemory);
  await after.close();
  return { tried, unmatched, planned, project: after.project };
}

const keysOf = (unmatched: readonly Unmatched[]): readonly string[] =>
  unmatched.map(({ key }) => key);
const codeIn = (project: Project, id: string): Code | undefined =>
  project.codebook.codes.find((code) => code.id === id);
const found = (project: Project, id: string) =>
  allAnnotations(project).find((one) => one.id === id);

describe('what does not match when copies are merged', () => {
  it('is nothing where both only coded', async () => {
    const [desk, ben] = await copies([() => add('a1', FIRST)], [codeAs('stance', 'b1', FIRST)]);
    const { unmatched, project } = await settle(desk, ben, {});
    expect(unmatched).toEqual([]);
    expect(found(project, 'b1')).toBeDefined();
  });

  it('a code that is new here: added, not offered, or its annotations given another one', async () => {
    const there = [addCode('Threat'), codeAs('threat', 'b1', FIRST)];
    const [desk, ben] = await copies([], there);
    const tried = value(await tryMerge(desk, [ben], now()));
    expect(tried.unmatched).toMatchObject([
      { key: 'new-code/threat', sentence: '“Threat” is no code here; 1 annotation has it.' },
    ]);
    const byItself = await settle(...(await copies([], there)), {});
    expect(byItself.planned).toEqual({ placing: undefined, command: undefined });
    expect(codeIn(byItself.project, 'threat')).toMatchObject({ retired: false });
    const retired = await settle(...(await copies([], there)), { 'new-code/threat': 'retire' });
    expect(codeIn(retired.project, 'threat')).toMatchObject({ retired: true });
    expect(found(retired.project, 'b1')?.codeId).toBe('threat');
    const into = await settle(...(await copies([], there)), { 'new-code/threat': 'into:stance' });
    expect(codeIn(into.project, 'threat')).toMatchObject({ retired: true, mergedInto: 'stance' });
    expect(found(into.project, 'b1')).toMatchObject({ codeId: 'stance', coderId: 'ben' });
  });

  it('a code that was merged here meanwhile: the one it became is suggested', async () => {
    const make = () =>
      copies([mergeCodes('precondition', 'stance')], [codeAs('precondition', 'b1', FIRST)]);
    const key = 'gone-code/precondition';
    const left = await settle(...(await make()), {});
    expect(left.unmatched).toMatchObject([{ key, suggested: 'into:stance' }]);
    expect(left.unmatched[0]?.sentence).toContain('was merged into “Stance” here');
    expect(found(left.project, 'b1')?.codeId).toBe('precondition');
    const moved = await settle(...(await make()), { [key]: 'into:stance' });
    expect(found(moved.project, 'b1')?.codeId).toBe('stance');
    const revisions = (project: Project) => project.codebook.revisions.length;
    expect(revisions(moved.project)).toBe(revisions(left.project));
    const restored = await settle(...(await make()), { [key]: 'restore' });
    expect(codeIn(restored.project, 'precondition')?.retired).toBe(false);
  });

  it('a code that was retired here meanwhile', async () => {
    const [desk, ben] = await copies(
      [changeCodes((codes) => withRetired(codes, 'actor' as CodeId))],
      [codeAs('actor', 'b1', FIRST)],
    );
    const { unmatched, project } = await settle(desk, ben, {});
    expect(unmatched).toMatchObject([{ key: 'gone-code/actor', suggested: 'keep' }]);
    expect(found(project, 'b1')?.codeId).toBe('actor');
  });

  it('a code that was changed there: as it is there, or as it is here', async () => {
    const rename = changeCodes((codes) =>
      withPatch(codes, 'stance' as CodeId, { name: 'Position', definition: 'Other words' }),
    );
    const key = 'changed-code/stance';
    const there = await settle(...(await copies([], [rename])), {});
    expect(there.unmatched).toMatchObject([
      { key, sentence: '“Stance” is another there: name and definition.' },
    ]);
    expect(codeIn(there.project, 'stance')?.name).toBe('Position');
    const here = await settle(...(await copies([], [rename])), { [key]: 'here' });
    expect(codeIn(here.project, 'stance')?.name).toBe('Stance');
  });

  it('work under an older definition: left to be confirmed, or confirmed', async () => {
    const make = () =>
      copies(
        [changeCodes((codes) => withPatch(codes, 'stance' as CodeId, { definition: 'Narrower' }))],
        [codeAs('stance', 'b1', FIRST)],
      );
    const key = 'older-definition/stance';
    const left = await settle(...(await make()), {});
    expect(keysOf(left.unmatched)).toEqual([key]);
    expect(found(left.project, 'b1')?.codebookRevision).toBe(1);
    const confirmed = await settle(...(await make()), { [key]: 'confirm' });
    expect(found(confirmed.project, 'b1')?.codebookRevision).toBe(2);
  });

  it('a value that the codebook here does not have: kept, another, or none', async () => {
    const make = () =>
      copies(
        [
          changeCodes((codes) =>
            codes.map((code) =>
              code.id === 'stance'
                ? {
                    ...code,
                    attributes: code.attributes.map((one) =>
                      one.type === 'one' ? { ...one, choices: one.choices.slice(1) } : one,
                    ),
                  }
                : code,
            ),
          ),
        ],
        [
          (project) => {
            const one = codeIn(project, 'stance')?.attributes.find(({ type }) => type === 'one');
            const value = one?.type === 'one' ? one.choices[0]?.value : undefined;
            const annotation = annotate('b1', FIRST, { coderId: BEN.id });
            const attributes = { [one?.id ?? '']: value ?? '' };
            return { kind: 'annotation.add', annotation: { ...annotation, attributes } };
          },
        ],
      );
    const left = await settle(...(await make()), {});
    const stray = left.unmatched.find(({ kind }) => kind === 'stray-value');
    if (stray?.kind !== 'stray-value') throw new Error('No stray value');
    expect(found(left.project, 'b1')?.attributes).toEqual({ [stray.attributeId]: stray.value });
    const become = stray.options.find(({ value }) => value.startsWith('become:'))?.value ?? '';
    const changed = await settle(...(await make()), { [stray.key]: become });
    expect(found(changed.project, 'b1')?.attributes).toEqual({
      [stray.attributeId]: become.slice('become:'.length),
    });
    const cleared = await settle(...(await make()), { [stray.key]: 'clear' });
    expect(found(cleared.project, 'b1')?.attributes).toEqual({});
  });

  it('a coder who is called otherwise there', async () => {
    const make = () =>
      copies([], [() => ({ kind: 'coder.rename', coderId: BEN.id, name: 'Benjamin' })]);
    const key = 'changed-coder/ben';
    const there = await settle(...(await make()), {});
    expect(there.unmatched[0]?.sentence).toBe(
      'The coder who is “Ben” here is called “Benjamin” there.',
    );
    expect(there.project.coders.map(({ name }) => name)).toEqual(['Ada', 'Benjamin']);
    const here = await settle(...(await make()), { [key]: 'here' });
    expect(here.project.coders.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  });

  it('two people who took one name: one, or a coder beside the other', async () => {
    const make = async (): Promise<[string, string]> => {
      const [desk, first] = await copies([], [codeAs('stance', 'b1', FIRST)]);
      const second = join(await temporaryFolder(), 'second');
      await cp(desk, second, { recursive: true });
      await work(
        second,
        'tablet',
        BEN.id,
        codeAs('stance', 'c1', SECOND),
        codeAs('actor', 'c2', THIRD),
        () => ({
          kind: 'mark.set',
          documentId: NORTH,
          mark: { coderId: BEN.id, decision: 'finished', at: now() },
        }),
      );
      const opened = value(await openSession(desk));
      value(await mergeOthers(desk, opened.project, [first]));
      await opened.close();
      return [desk, second];
    };
    const key = 'other-computer/ben';
    const one = await settle(...(await make()), {});
    expect(one.unmatched).toMatchObject([{ key, suggested: 'one' }]);
    const two = await settle(...(await make()), { [key]: 'two' });
    expect(two.project.coders.map(({ id, name }) => [id, name])).toEqual([
      ['ada', 'Ada'],
      ['ben', 'Ben'],
      ['other', 'Ben 2'],
    ]);
    const whose = ['b1', 'c1', 'c2'].map((id) => found(two.project, id)?.coderId);
    expect(whose).toEqual(['ben', 'other', 'other']);
    expect(two.project.marks.get(NORTH)?.map(({ coderId }) => coderId)).toContain('other');
  });

  it('two people who took one name and send their work at the same time, also together with more', async () => {
    const make = async (): Promise<[string, readonly string[]]> => {
      const [desk, first] = await copies([], [codeAs('stance', 'b1', FIRST)]);
      const second = join(await temporaryFolder(), 'second');
      await cp(desk, second, { recursive: true });
      await work(second, 'tablet', BEN.id, codeAs('stance', 'c1', SECOND));
      return [desk, [first, second]];
    };
    const key = 'other-computer/ben';
    const whose = ({ project }: Settled, ...ids: string[]) =>
      ids.map((id) => found(project, id)?.coderId);
    const one = await settle(...(await make()), {});
    expect(one.unmatched).toMatchObject([{ key, suggested: 'one', annotationIds: ['c1'] }]);
    const two = await settle(...(await make()), { [key]: 'two' });
    expect(whose(two, 'b1', 'c1')).toEqual(['ben', 'other']);

    // Only one of them was here before, and both send more.
    const [desk, [first = '', second = '']] = await make();
    await settle(desk, first, {});
    await work(first, 'laptop', BEN.id, codeAs('actor', 'b2', THIRD));
    const later = await settle(desk, [second, first], { [key]: 'two' });
    expect(whose(later, 'b1', 'b2', 'c1')).toEqual(['ben', 'ben', 'other']);

    // The other one does not know of it, and sends more under the same name.
    await work(second, 'tablet', BEN.id, codeAs('actor', 'c2', THIRD));
    const again = await settle(desk, second, { [`${key}/other`]: 'before' });
    expect(again.unmatched).toMatchObject([{ suggested: 'before', annotationIds: ['c2'] }]);
    expect(whose(again, 'b1', 'b2', 'c1', 'c2')).toEqual(['ben', 'ben', 'other', 'other']);
    expect(again.project.coders).toHaveLength(3);
  });

  describe('two people who took one name', () => {
    const SOUTH = 'south' as DocumentId;
    const key = 'other-computer/ben';
    const decide =
      (documentId: DocumentId, paragraph?: number): Act =>
      () => ({
        kind: 'mark.set',
        documentId,
        mark: {
          coderId: BEN.id,
          decision: 'finished',
          at: now(),
          ...(paragraph !== undefined && { paragraph }),
        },
      });
    const reopen =
      (documentId: DocumentId): Act =>
      () =>
        createReopening(documentId, BEN.id, { id: 'reopened' as TeamActId, at: now() });
    const decided = ({ project }: Settled): readonly string[] =>
      [...project.marks].flatMap(([id, marks]) =>
        marks.map(({ coderId, paragraph = 'all' }) => `${coderId}: ${id} ${String(paragraph)}`),
      );
    /** Ben's work is in; then comes what somebody else did as Ben, in a copy that was made before or after that. */
    const make = async (
      bens: readonly Act[],
      others: readonly Act[],
      isCopiedAfter = false,
    ): Promise<[string, string]> => {
      const [desk, first] = await copies([], [codeAs('stance', 'b1', FIRST), ...bens]);
      const second = join(await temporaryFolder(), 'second');
      if (!isCopiedAfter) await cp(desk, second, { recursive: true });
      await settle(desk, first, {});
      if (isCopiedAfter) await cp(desk, second, { recursive: true });
      await work(second, 'tablet', BEN.id, ...others);
      return [desk, second];
    };

    it('have each finished what they finished themselves, and no more', async () => {
      const both = () =>
        make(
          [decide(NORTH), decide(SOUTH, 1)],
          [codeAs('actor', 'c1', SECOND), decide(NORTH, 1), decide(SOUTH)],
        );
      const two = await settle(...(await both()), { [key]: 'two' });
      expect(decided(two)).toEqual([
        'ben: north all',
        'other: north 1',
        'ben: south 1',
        'other: south all',
      ]);
      expect(two.unmatched[0]?.sentence).toContain(
        'If it is somebody else, Ben counts as not having finished 1 document of it',
      );
      const one = await settle(...(await both()), {});
      expect(decided(one)).toEqual([
        'ben: north all',
        'ben: north 1',
        'ben: south all',
        'ben: south 1',
      ]);
    });

    it('are asked about also when one of them reopens what the other has finished, and nothing else', async () => {
      const two = await settle(...(await make([decide(NORTH)], [reopen(NORTH)], true)), {
        [key]: 'two',
      });
      expect(two.unmatched[0]?.sentence).toContain(
        '1 decision about reading of Ben comes from another computer',
      );
      expect(decided(two)).toEqual(['ben: north all']);
      expect(two.project.team.map(({ coderId, deed }) => `${coderId}: ${deed.kind}`)).toContain(
        'other: reopen',
      );
    });

    it('have each their own where the other one decides otherwise about what was finished', async () => {
      const otherwise: Act = () => ({
        kind: 'mark.set',
        documentId: NORTH,
        mark: { coderId: BEN.id, decision: 'nothing', at: now() },
      });
      const two = await settle(...(await make([decide(NORTH)], [otherwise], true)), {
        [key]: 'two',
      });
      expect(
        two.project.marks.get(NORTH)?.map(({ coderId, decision }) => [coderId, decision]),
      ).toEqual([
        ['ben', 'finished'],
        ['other', 'nothing'],
      ]);
    });

    it('are asked about also when the other one sends later that a document is finished', async () => {
      const [desk, second] = await make([], [codeAs('actor', 'c1', SECOND)]);
      await settle(desk, second, { [key]: 'two' });
      await work(second, 'tablet', BEN.id, decide(NORTH));
      const again = await settle(desk, second, { [`${key}/other`]: 'before' });
      expect(again.unmatched).toMatchObject([{ suggested: 'before', annotationIds: [] }]);
      expect(decided(again)).toEqual(['other: north all']);
      // Nothing new comes, so nothing is asked.
      expect((await settle(desk, second, {})).unmatched).toEqual([]);
    });
  });

  it('one person at two computers in one copy is no question', async () => {
    const [desk, ben] = await copies([], [codeAs('stance', 'b1', FIRST)]);
    await work(ben, 'tablet', BEN.id, codeAs('stance', 'b2', SECOND));
    expect((await settle(desk, ben, {})).unmatched).toEqual([]);
  });

  it('words that stand elsewhere in the text here: left out, or put where they are', async () => {
    const make = async (): Promise<[string, string]> => {
      const [desk, ben] = await copies(
        [],
        [codeAs('stance', 'b1', FIRST), codeAs('stance', 'b2', SECOND)],
      );
      // What an annotation of another text looks like: its words are right, its place is not.
      const journal = join(ben, 'coders', 'ben', 'journal-laptop.jsonl');
      await shift(journal);
      return [desk, ben];
    };
    const key = 'left-out/north';
    const left = await settle(...(await make()), {});
    expect(left.unmatched).toMatchObject([{ key, suggested: 'find' }]);
    expect(left.unmatched[0]?.sentence).toContain('The words of 2 are found here.');
    expect(found(left.project, 'b1')).toBeUndefined();
    const placed = await settle(...(await make()), { [key]: 'find' });
    expect(placed.planned.command).toBeUndefined();
    expect(['b1', 'b2'].map((id) => found(placed.project, id)?.pieces[0].start)).toEqual([
      0,
      FIRST.length + 1,
    ]);
  });

  it('another text there: ours stays, and what fits it counts, whoever said first what it is', async () => {
    const text = TEXTS['north'] ?? '';
    const other = `Once more: ${text.replace('insert', 'assert')}`;
    for (const device of ['aaa', 'zzz']) {
      const desk = await makeProject();
      const ben = join(await temporaryFolder(), 'ben');
      await cp(desk, ben, { recursive: true });
      // Before anybody has worked: neither copy has a journal.
      const head = join(ben, 'project.json');
      const sha256 = (whole: string) => createHash('sha256').update(whole).digest('hex');
      const { document } = preparedText('north', other);
      const changed = JSON.parse(await readFile(head, 'utf8')) as {
        documents: { id: string }[];
      };
      const documents = changed.documents.map((one) => (one.id === 'north' ? document : one));
      await writeFile(head, JSON.stringify({ ...changed, documents }));
      await writeFile(join(ben, 'documents', 'north.txt'), other);
      expect(document.sha256).toBe(sha256(other));
      await work(
        ben,
        device,
        BEN.id,
        joinBen,
        () => ({
          kind: 'annotation.add',
          annotation: annotate('b1', FIRST, { coderId: BEN.id, text: other }),
        }),
        () => ({
          kind: 'annotation.add',
          annotation: annotate('b2', 'assert', { coderId: BEN.id, text: other }),
        }),
      );
      const session = await openAs(desk, 'mmm', ADA.id);
      value(await session.close());
      const tried = value(await tryMerge(desk, [ben], now()));
      expect(tried.otherTexts).toEqual(['north']);
      expect(tried.notices.map(({ code }) => code)).toEqual(['pack.notice.otherText']);
      expect(tried.unmatched).toMatchObject([{ key: 'left-out/north', suggested: 'find' }]);
      value(await holdTexts(desk, tried.otherTexts, now()));
      const { project } = await settle(desk, ben, { 'left-out/north': 'find' });
      expect(project.documents.find(({ id }) => id === 'north')?.sha256).toBe(sha256(text));
      expect(found(project, 'b1')?.pieces[0].start).toBe(0);
      expect(found(project, 'b2')).toBeUndefined();
    }
  });

  it('a text that both added: two documents, or one with all that was done on it', async () => {
    const text = 'Pyongyang answers, and the talks go on.\n';
    const addText = async (folder: string, device: string, id: string): Promise<void> => {
      const session = await openAs(folder, device, device === 'desk' ? ADA.id : BEN.id);
      value(await session.addTexts([preparedText(id, text)]));
      value(await session.close());
    };
    const make = async (): Promise<[string, string]> => {
      const [desk, ben] = await copies([], []);
      await addText(desk, 'desk', 'ours');
      await addText(ben, 'laptop', 'theirs');
      const on = { documentId: 'theirs' as DocumentId, coderId: BEN.id, text };
      const from = annotate('b1', 'Pyongyang', { ...on, codeId: 'stance' as CodeId });
      const to = annotate('b2', 'the talks', { ...on, codeId: 'precondition' as CodeId });
      await work(
        ben,
        'laptop',
        BEN.id,
        () => ({ kind: 'annotation.add', annotation: from }),
        () => ({ kind: 'annotation.add', annotation: to }),
        (project) => {
          const kind = project.codebook.relationKinds.find(
            (one) => one.from.includes(to.codeId) && one.to.includes(from.codeId),
          );
          return {
            kind: 'relation.add',
            relation: { ...relationOf(kind?.id ?? '', to, from), id: 'r1' as RelationId },
          };
        },
        () => ({
          kind: 'mark.set',
          documentId: 'theirs' as DocumentId,
          mark: { coderId: BEN.id, decision: 'finished', at: now() },
        }),
      );
      return [desk, ben];
    };
    const key = 'same-text/theirs';
    const both = await settle(...(await make()), {});
    expect(both.unmatched).toMatchObject([{ key, suggested: 'here' }]);
    expect(both.project.documents.map(({ id }) => id)).toContain('theirs');
    const one = await settle(...(await make()), { [key]: 'here' });
    expect(one.project.documents.map(({ id }) => id)).toEqual(['north', 'south', 'ours']);
    expect(found(one.project, 'b1')).toMatchObject({ documentId: 'ours', coderId: 'ben' });
    const links = [...one.project.relations.values()].flat();
    expect(links).toMatchObject([{ fromDocumentId: 'ours', toDocumentId: 'ours' }]);
    expect(one.project.marks.get('ours' as DocumentId)).toMatchObject([{ decision: 'finished' }]);
  });

  it('a clock that is a day ahead is told, before merging, on opening and while others work', async () => {
    const [desk, ben] = await copies([], []);
    const tomorrow = (): Timestamp =>
      new Date(Date.parse(now()) + 24 * 60 * 60 * 1000).toISOString() as Timestamp;
    const late = value(await openSession(ben, { deviceId: 'laptop' as DeviceId, now: tomorrow }));
    late.workAs(BEN.id);
    value(late.perform(codeAs('stance', 'b1', FIRST)(late.project)));
    value(await late.close());
    const told = ['fault.journal.clockAhead'];
    const tried = value(await tryMerge(desk, [ben], now()));
    expect(tried.notices.map(({ code }) => code)).toEqual(told);
    expect(tried.notices[0]?.text).toContain('at which Ben worked was 24 hours ahead');

    const open = await openAs(desk, 'desk', ADA.id);
    expect(open.notices).toEqual([]);
    const heard: string[] = [];
    open.onNotice(({ code }) => heard.push(code));
    value(await mergeOthers(desk, open.project, [ben]));
    await open.refresh();
    expect(heard).toEqual(told);
    // Ada's act follows Ben's; her own clock is right, and nobody says otherwise.
    value(open.perform(add('a1', SECOND)));
    value(await open.close());
    const again = await openAs(desk, 'desk', ADA.id);
    expect(again.notices.map(({ text }) => text)).toEqual([tried.notices[0]?.text]);
    await again.close();
    const afterwards = value(await openSession(desk, { now: tomorrow }));
    expect(afterwards.notices).toEqual([]);
    await afterwards.close();
  });

  it('is there when a look for it is done, also when another look was under way', async () => {
    const [desk, ben] = await copies([], [codeAs('stance', 'b1', FIRST)]);
    const session = await openAs(desk, 'desk', ADA.id);
    value(await mergeOthers(desk, session.project, [ben]));
    const first = session.refresh();
    await session.refresh();
    expect(found(session.project, 'b1')).toBeDefined();
    expect(await first).toBe(true);
    value(await session.close());
  });

  it('is not chosen by mistake: an unknown thing and an unknown choice are said', async () => {
    const [desk, ben] = await copies([], [addCode('Threat'), codeAs('threat', 'b1', FIRST)]);
    const { unmatched } = value(await tryMerge(desk, [ben], now()));
    const session = await openAs(desk, 'desk', ADA.id);
    const given = { ...occasion(), createCoderId: () => 'x' as CoderId };
    const plan = (choices: MergeChoices) =>
      planChoices(session.project, session.textOf, unmatched, choices, given);
    expect(plan({ 'new-code/threats': 'keep' })).toMatchObject({
      ok: false,
      fault: { code: 'fault.merging.key' },
    });
    expect(plan({ 'new-code/threat': 'into:nowhere' })).toMatchObject({
      ok: false,
      fault: { code: 'fault.merging.choice' },
    });
    await session.close();
  });

  it('goes with the merge when that is taken back, and comes again as it was', async () => {
    const [desk, ben] = await copies(
      [mergeCodes('precondition', 'stance')],
      [addCode('Threat'), codeAs('threat', 'b1', FIRST), codeAs('precondition', 'b2', SECOND)],
    );
    const before = await openAs(desk, 'desk', ADA.id);
    const hash = contentHash(before.project);
    const { unmatched } = value(await tryMerge(desk, [ben], now()));
    value(await keepFiles(desk));
    const journals = value(
      await rememberMerge(desk, value(await mergeOthers(desk, before.project, [ben]))),
    );
    await before.refresh();
    const choices = {
      'new-code/threat': 'into:stance',
      'gone-code/precondition': 'into:stance',
    };
    const { command } = value(
      planChoices(before.project, before.textOf, unmatched, choices, {
        ...occasion(),
        createCoderId: () => 'x' as CoderId,
      }),
    );
    if (command === undefined) throw new Error('Nothing was planned');
    value(before.perform(command));
    expect(allAnnotations(before.project).map(({ codeId }) => codeId)).toEqual([
      'stance',
      'stance',
    ]);
    value(await before.settled());
    value(before.undo());
    value(await before.close());
    value(await takeBackMerge(desk, journals));
    const after = value(await openSession(desk));
    expect(allAnnotations(after.project)).toEqual([]);
    expect(contentHash(after.project)).toBe(hash);
    await after.close();
    expect(keysOf(value(await tryMerge(desk, [ben], now())).unmatched)).toEqual(keysOf(unmatched));
  });
});

/** Moves every place in a journal by one code unit, with hashes that are right. */
async function shift(path: string): Promise<void> {
  let prev = '';
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const changed = lines.map((line) => {
    const { hash: _hash, ...body } = JSON.parse(line) as Record<string, unknown>;
    const moved = JSON.stringify({ ...body, prev }).replace(
      /"(start|end)":(\d+)/gu,
      (_, name: string, at: string) => `"${name}":${String(Number(at) + 1)}`,
    );
    const hash = createHash('sha256').update(moved.slice(1)).digest('hex').slice(0, 32);
    prev = hash;
    return `{"hash":"${hash}",${moved.slice(1)}`;
  });
  await writeFile(path, `${changed.join('\n')}\n`);
}
