import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { Project } from '../../../../src/core/project/project';
import {
  codeId,
  coderId,
  createAnnotation,
  createDesk,
  documentId,
  exportDesk,
  exportedFile,
  MONDAY,
  type Desk,
} from './fixture';

/** The second paragraph begins after a rare kanji, so the two units differ in it. */
const ONE = '𠮷野 said no.\n\nSeoul must not wait.';
const TWO = 'Pyongyang may yet agree.';

function withAnnotations(...annotations: readonly Annotation[]): Desk {
  return createDesk({ one: ONE, two: TWO }, annotations);
}

const byAnn = createAnnotation('a1', '𠮷野 said no.\n\nSeoul [must not] wait.');
const byBob = createAnnotation('b1', 'Pyongyang [may] yet agree.', {
  documentId: documentId('two'),
  coderId: coderId('bob'),
  codeId: codeId('actor'),
});

describe('serializeAnnotationSets', () => {
  it('[F1] writes two-space JSON that ends with one line feed', () => {
    const text = exportDesk(withAnnotations(byAnn));
    expect(
      text.startsWith('{\n  "format": "postil-annotation-sets",\n  "formatVersion": 2,\n'),
    ).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
  });

  it('[F1] gives the same bytes whatever order the fields of the project are in', () => {
    const attributes = { polarity: 'against', act: 'demand' };
    const desk = withAnnotations({ ...byAnn, attributes, confidence: 3 });
    const turned = reverseFields(desk.project) as Project;
    expect(exportDesk({ ...desk, project: turned })).toBe(exportDesk(desk));
  });

  it('[F2] [F3] [F4] gives a span in both units with its quote and paragraph', () => {
    const file = exportedFile(withAnnotations(byAnn));
    expect(file.annotations[0]?.spans).toEqual([
      {
        utf16: { start: 20, end: 28 },
        codePoint: { start: 19, end: 27 },
        exact: 'must not',
        prefix: '𠮷野 said no.\n\nSeoul ',
        suffix: ' wait.',
        paragraph: 2,
      },
    ]);
  });

  it('[F6] gives each document’s lengths in both units, and its text', () => {
    const [one] = exportedFile(withAnnotations()).documents;
    expect(one?.length).toEqual({ utf16: 34, codePoints: 33 });
    expect(one?.text).toBe(ONE);
  });

  it('gives excluded regions in both units', () => {
    const { project, texts } = withAnnotations();
    const { start, end } = byAnn.pieces[0];
    const excluded = [{ start, end, reason: 'not his words' }];
    const documents = project.documents.slice(0, 1).map((one) => ({ ...one, excluded }));
    const file = exportedFile({ texts, project: { ...project, documents } });
    expect(file.documents[0]?.excluded).toEqual([
      {
        utf16: { start: 20, end: 28 },
        codePoint: { start: 19, end: 27 },
        reason: 'not his words',
      },
    ]);
  });

  it('leaves the texts out when asked, and nothing else', () => {
    const desk = withAnnotations(byAnn);
    const full = exportedFile(desk);
    const short = exportedFile(desk, { includeTexts: false });
    expect(short).toEqual({
      ...full,
      documents: full.documents.map(({ text: _, ...rest }) => rest),
    });
    expect(short.documents.map((document) => 'text' in document)).toEqual([false, false]);
  });

  it('[F8] orders annotations by corpus, text, containing before contained, then id', () => {
    const marked = '[𠮷野] said no.\n\nSeoul must not wait.';
    const whole = createAnnotation('z', '[𠮷野 said] no.\n\nSeoul must not wait.');
    const file = exportedFile(
      withAnnotations(
        byBob,
        byAnn,
        createAnnotation('y', marked),
        createAnnotation('x', marked),
        whole,
      ),
    );
    expect(file.annotations.map((annotation) => annotation.id)).toEqual([
      'z',
      'x',
      'y',
      'a1',
      'b1',
    ]);
  });

  it.each([
    ['everything', {}, ['one', 'two'], ['ann', 'bob'], ['a1', 'b1']],
    ['one document', { documentId: documentId('two') }, ['two'], ['bob'], ['b1']],
    ['one coder', { coderId: coderId('ann') }, ['one', 'two'], ['ann'], ['a1']],
    [
      'a coder without annotations there',
      { coderId: coderId('ann'), documentId: documentId('two') },
      ['two'],
      ['ann'],
      [],
    ],
  ])('[F8] exports %s', (_what, choice, documents, coders, annotations) => {
    const file = exportedFile(withAnnotations(byAnn, byBob), choice);
    expect(file.documents.map(({ id }) => id)).toEqual(documents);
    expect(file.coders.map(({ id }) => id)).toEqual(coders);
    expect(file.annotations.map(({ id }) => id)).toEqual(annotations);
  });

  it('throws for a document, a coder or a text that is not there: those are bugs', () => {
    const desk = withAnnotations(byAnn);
    expect(() => exportDesk(desk, { documentId: documentId('three') })).toThrow('three');
    expect(() => exportDesk(desk, { coderId: coderId('cid') })).toThrow('cid');
    expect(() => exportDesk({ ...desk, texts: new Map() }, {}, MONDAY)).toThrow('one');
  });
});

/** The same data with every object's keys the other way round; maps and lists keep their order. */
function reverseFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseFields);
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [key, reverseFields(item)] as const));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reverseFields(item)] as const);
  return Object.fromEntries(entries.reverse());
}
