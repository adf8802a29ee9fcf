import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { AnnotationSetsFile } from '../../../../src/core/codecs/json/format';
import { planImport, type ImportPlan } from '../../../../src/core/codecs/json/plan-import';
import type { FaultList } from '../../../../src/core/codecs/json/fault-list';
import type { Code, Codebook } from '../../../../src/core/codebook/codebook';
import { createSchemeCodebook } from '../../../../src/core/codebook/scheme';
import { annotationsOf } from '../../../../src/core/project/project';
import { createSpan } from '../../../../src/core/text/span';
import type { Result } from '../../../../src/core/result';
import {
  codeId,
  coderId,
  createAnnotation,
  createDesk,
  createEmptyDesk,
  documentId,
  exportedFile,
  MONDAY,
  perform,
  textSource,
  TUESDAY,
  type Desk,
} from './fixture';

const TEXT = '𠮷野 said Seoul must not wait.';
const MARKED = '𠮷野 said Seoul [must not] wait.';
const SEOUL = '𠮷野 said [Seoul] must not wait.';

function plan(desk: Desk, file: AnnotationSetsFile): Result<ImportPlan, FaultList> {
  let ids = 0;
  return planImport(desk.project, textSource(desk), file, {
    at: TUESDAY,
    createDocumentId: () => documentId(`new-${String((ids += 1))}`),
  });
}

function planned(desk: Desk, file: AnnotationSetsFile): ImportPlan {
  const result = plan(desk, file);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

/** The desk after the import was carried out. */
function imported(desk: Desk, file: AnnotationSetsFile): Desk {
  const { command, texts } = planned(desk, file);
  const added = texts.map(({ document, text }) => [document.id, text] as const);
  return perform({ ...desk, texts: new Map([...desk.texts, ...added]) }, command).desk;
}

function places(result: Result<ImportPlan, FaultList>): string[] {
  if (result.ok) return [];
  return result.fault.faults.map((fault) => `${fault.code} @ ${fault.where ?? ''}`);
}

function deskWith(...annotations: readonly Annotation[]): Desk {
  return createDesk({ one: TEXT }, annotations);
}

/** The code with another id and name, as somebody else's codebook has it. */
function createCode(id: string, name: string, given: Partial<Code> = {}): Code {
  const [stance] = createSchemeCodebook(MONDAY).codes;
  if (stance === undefined) throw new Error('The scheme has no code');
  const { key: _key, ...keyless } = stance;
  return { ...keyless, attributes: [], ...given, id: codeId(id), name };
}

function withCodes(desk: Desk, codes: readonly Code[], given: Partial<Codebook> = {}): Desk {
  const codebook = { ...desk.project.codebook, codes, relationKinds: [], ...given };
  return { ...desk, project: { ...desk.project, codebook } };
}

describe('planImport: documents', () => {
  it('[I2] knows a document by its text, whatever its id', () => {
    const here = createDesk({ here: TEXT });
    const after = imported(here, exportedFile(deskWith(createAnnotation('a1', MARKED))));
    expect(after.project.documents).toBe(here.project.documents);
    expect(annotationsOf(after.project, documentId('here'))).toMatchObject([
      { id: 'a1', documentId: 'here' },
    ]);
  });

  it('[I2] prefers the same id where several documents have the same text', () => {
    const here = createDesk({ copy: TEXT, one: TEXT });
    const after = imported(here, exportedFile(deskWith(createAnnotation('a1', MARKED))));
    expect([...after.project.annotations.keys()]).toEqual(['one']);
  });

  it('[I3] adds a document that is not here, at the end, as the file describes it', () => {
    const here = createDesk({ other: 'Tokyo waits.' });
    const file = exportedFile(deskWith(createAnnotation('a1', MARKED)));
    const after = imported(here, file);
    expect(after.project.documents.map(({ id }) => id)).toEqual(['other', 'one']);
    expect(after.project.documents[1]).toEqual(deskWith().project.documents[0]);
    expect(after.texts.get(documentId('one'))).toBe(TEXT);
    expect(planned(here, file).summary.addedDocuments).toEqual([
      file.documents[0]?.title.value ?? 'no document',
    ]);
  });

  it('[I3] gives it a new id where its own is taken by another text', () => {
    const here = createDesk({ 'new-1': 'Beijing waits.', one: 'Tokyo waits.' });
    const after = imported(here, exportedFile(deskWith(createAnnotation('a1', MARKED))));
    expect(after.project.documents.map(({ id }) => id)).toEqual(['new-1', 'one', 'new-2']);
    expect([...after.project.annotations.keys()]).toEqual(['new-2']);
  });

  it('[I3] refuses a document that is neither here nor in the file', () => {
    const file = exportedFile(deskWith(createAnnotation('a1', MARKED)), { includeTexts: false });
    expect(places(plan(createEmptyDesk(), file))).toEqual(['transfer.missingText @ documents[0]']);
  });

  it('[I4] compares the quotes of a file without texts with our text', () => {
    const file = exportedFile(deskWith(createAnnotation('a1', MARKED)), { includeTexts: false });
    const [record] = file.annotations;
    if (record === undefined) throw new Error('No annotation');
    const [span] = record.spans;
    const wrong = {
      ...span,
      exact: 'must nod',
      utf16: { ...span.utf16, end: createSpan(0, 24).end },
    };
    const broken = { ...file, annotations: [{ ...record, spans: [wrong] as const }] };
    expect(places(plan(deskWith(), file))).toEqual([]);
    expect(places(plan(deskWith(), broken))).toEqual([
      'transfer.span.units @ annotations[0].spans[0].codePoint.end',
      'transfer.span.quote @ annotations[0].spans[0].exact',
      'transfer.span.quote @ annotations[0].spans[0].suffix',
    ]);
  });
});

describe('planImport: codebook', () => {
  const strange = createCode('claim', 'Claim', { key: 's' });

  it('[I5] takes the whole codebook into a project without annotations', () => {
    const there = withCodes(deskWith(), [strange]);
    const file = exportedFile(there);
    expect(imported(deskWith(), file).project.codebook).toEqual(there.project.codebook);
    expect(planned(deskWith(), file).summary.addedCodes).toEqual(['Claim']);
  });

  it('[I5] leaves an equal codebook alone', () => {
    const here = deskWith();
    expect(imported(here, exportedFile(deskWith())).project.codebook).toBe(here.project.codebook);
  });

  it('[I6] adds codes that are used and not here, with their parents, as one revision', () => {
    const parent = createCode('group', 'Group', { key: 'g' });
    const child = createCode('claim', 'Claim', { key: 's', parentId: codeId('group') });
    const unused = createCode('unused', 'Unused');
    const annotation = createAnnotation('a1', MARKED, { codeId: codeId('claim') });
    const there = withCodes(deskWith(annotation), [child, unused, parent]);
    const here = deskWith(createAnnotation('a2', SEOUL));
    const { codebook } = imported(here, exportedFile(there)).project;
    const { key: _taken, ...keyless } = child;
    expect(codebook.codes).toEqual([...here.project.codebook.codes, keyless, parent]);
    expect(codebook.revisions).toEqual([
      ...here.project.codebook.revisions,
      {
        number: 2,
        at: TUESDAY,
        reason: 'Added with annotation sets imported from “Desk”: Claim, Group.',
        codeIds: ['claim', 'group'],
      },
    ]);
    expect(planned(here, exportedFile(there)).summary.addedCodes).toEqual(['Claim', 'Group']);
  });

  it('[I6] brings the lists that added codes draw on, and leaves ours', () => {
    const base = { name: 'Topic', definition: '', required: false, type: 'list' } as const;
    const attributes = [
      { ...base, id: 'topic', list: 'topics' },
      { ...base, id: 'concept', list: 'concepts' },
    ];
    const code = createCode('claim', 'Claim', { attributes });
    const topics = { id: 'topics', name: 'Topics', values: ['aid'] };
    const concepts = { id: 'concepts', name: 'Theirs', values: ['war'] };
    const unused = { id: 'unused', name: 'Unused', values: [] };
    const annotation = createAnnotation('a1', MARKED, { codeId: codeId('claim') });
    const there = withCodes(deskWith(annotation), [code], { lists: [concepts, unused, topics] });
    const here = deskWith(createAnnotation('a2', SEOUL));
    const { lists } = imported(here, exportedFile(there)).project.codebook;
    expect(lists).toEqual([...here.project.codebook.lists, topics]);
  });

  it('[I6] keeps our definition of a code that both have', () => {
    const here = deskWith(createAnnotation('a2', SEOUL));
    const theirs = createCode('stance', 'Their stance');
    const there = withCodes(deskWith(createAnnotation('a1', MARKED)), [theirs]);
    expect(imported(here, exportedFile(there)).project.codebook).toBe(here.project.codebook);
  });
});

describe('planImport: coders', () => {
  it('[I7] adds those that are not here and keeps our name for those that are', () => {
    const here = createDesk({ one: TEXT }, [], { coders: [{ id: coderId('ann'), name: 'Annie' }] });
    const there = deskWith(
      createAnnotation('a1', MARKED),
      createAnnotation('b1', SEOUL, { coderId: coderId('bob') }),
    );
    const after = imported(here, exportedFile(there));
    expect(after.project.coders).toEqual([
      { id: 'ann', name: 'Annie' },
      { id: 'bob', name: 'Bob' },
    ]);
    expect(planned(here, exportedFile(there)).summary.coders).toEqual(['Annie', 'Bob']);
  });
});

describe('planImport: annotations', () => {
  const old = createAnnotation('a1', MARKED, { memo: 'old' });
  const recent = createAnnotation('a1', MARKED, { memo: 'recent', modifiedAt: TUESDAY });

  it.each<[string, Annotation, Annotation, string, object]>([
    ['[I8] leaves an equal one', old, old, 'old', { unchanged: 1 }],
    ['[I9] takes a later version', old, recent, 'recent', { updated: 1 }],
    ['[I9] keeps ours when it is later', recent, old, 'recent', { kept: 1 }],
    ['[I9] keeps ours when they are as old', old, { ...old, memo: 'other' }, 'old', { kept: 1 }],
  ])('%s', (_rule, ours, theirs, memo, counts) => {
    const file = exportedFile(deskWith(theirs));
    const none = { added: 0, updated: 0, unchanged: 0, kept: 0 };
    expect(planned(deskWith(ours), file).summary).toMatchObject({ ...none, ...counts });
    expect(annotationsOf(imported(deskWith(ours), file).project, documentId('one'))).toMatchObject([
      { id: 'a1', memo },
    ]);
  });

  it('[I8] does not mind the order of attributes', () => {
    const ours = { ...old, attributes: { polarity: 'favour', act: 'demand' } };
    const theirs = { ...old, attributes: { act: 'demand', polarity: 'favour' } };
    expect(planned(deskWith(ours), exportedFile(deskWith(theirs))).summary.unchanged).toBe(1);
  });

  it.each<[string, Partial<Annotation>]>([
    ['text', { pieces: createAnnotation('x', SEOUL).pieces }],
    ['code', { codeId: codeId('actor') }],
    ['memo', { memo: 'recent' }],
    ['confidence', { confidence: 1 }],
    ['attributes', { attributes: { act: 'demand' } }],
    ['parts', { parts: [{ name: 'cue', selector: createAnnotation('x', SEOUL).pieces[0] }] }],
    ['time of making', { createdAt: TUESDAY }],
    ['revision', { codebookRevision: 2 }],
  ])('[I9] sees a change of the %s', (_what, change) => {
    const changed = { ...old, ...change };
    const later = { ...changed, modifiedAt: TUESDAY };
    expect(planned(deskWith(old), exportedFile(deskWith(changed))).summary.kept).toBe(1);
    const after = imported(deskWith(old), exportedFile(deskWith(later)));
    expect(annotationsOf(after.project, documentId('one'))).toEqual([later]);
  });

  it('[I10] refuses an id that is another coder’s or on another document, and imports nothing', () => {
    const texts = { one: TEXT, two: 'Seoul must not wait.' };
    const ours = [
      createAnnotation('a1', MARKED),
      createAnnotation('a2', 'Seoul [must not] wait.', { documentId: documentId('two') }),
    ];
    const theirs = [
      createAnnotation('a1', MARKED, { coderId: coderId('bob'), modifiedAt: TUESDAY }),
      createAnnotation('a2', MARKED, { modifiedAt: TUESDAY }),
      createAnnotation('a3', SEOUL),
    ];
    const result = plan(createDesk(texts, ours), exportedFile(createDesk(texts, theirs)));
    expect(places(result).sort()).toEqual([
      'transfer.otherAnnotation @ annotations[1].id',
      'transfer.otherAnnotation @ annotations[2].id',
    ]);
  });

  it('[I1] makes one step named after its size, and nothing to do for nothing new', () => {
    const file = exportedFile(deskWith(old));
    expect(planned(deskWith(), file).command).toMatchObject({
      kind: 'batch',
      purpose: 'import',
      size: 1,
    });
    expect(planned(deskWith(old), file).command.commands).toEqual([]);
  });
});

describe('planImport: project', () => {
  const file = exportedFile(deskWith(createAnnotation('a1', MARKED)));

  it('[I11] makes an empty project the one of the file', () => {
    const { project } = imported(createEmptyDesk(), file);
    expect([project.id, project.title]).toEqual(['desk', 'Desk']);
  });

  it('[I11] leaves the name of a project that has documents', () => {
    const here = createDesk({ one: TEXT }, [], { title: 'Mine' });
    expect(imported(here, file).project.title).toBe('Mine');
  });
});

describe('decisions about paragraphs', () => {
  it('are refused with their place when the text has no such paragraph', () => {
    const desk = deskWith();
    const file = exportedFile(desk, { includeTexts: true });
    const mark = { coderId: coderId('ada'), decision: 'finished', at: MONDAY } as const;
    const [document] = file.documents;
    if (document === undefined) throw new Error('The file has no document');
    const marks = [1, 2].map((paragraph) => ({ ...mark, documentId: document.id, paragraph }));
    expect(places(plan(createEmptyDesk(), { ...file, marks }))).toEqual([
      'fault.mark.paragraph @ marks[1].paragraph',
    ]);
  });
});
