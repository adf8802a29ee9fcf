import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnnotationSets } from '../../../../src/core/codecs/json/parse';
import { planImport } from '../../../../src/core/codecs/json/plan-import';
import type { SpanRecord } from '../../../../src/core/codecs/json/format';
import type { DocumentId } from '../../../../src/core/ids';
import {
  createEmptyDesk,
  exportDesk,
  exportedFile,
  MONDAY,
  perform,
  textSource,
  TUESDAY,
  type Desk,
} from './fixture';
import { deskArbitrary } from './random-desk';

function noNewId(): DocumentId {
  throw new Error('No new id is needed');
}

/** The project after importing everything into it; throws when that is refused. */
function importInto(desk: Desk, from: Desk): { after: Desk; before: Desk } {
  const plan = planImport(desk.project, textSource(desk), exportedFile(from), {
    at: TUESDAY,
    createDocumentId: noNewId,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.fault));
  const texts = new Map(desk.texts);
  for (const { document, text } of plan.value.texts) texts.set(document.id, text);
  const { desk: after, inverse } = perform({ ...desk, texts }, plan.value.command);
  return { after, before: perform(after, inverse).desk };
}

function spansOf(file: ReturnType<typeof exportedFile>): { span: SpanRecord; text: string }[] {
  const texts = new Map(file.documents.map((document) => [document.id, document.text ?? '']));
  return file.annotations.flatMap((annotation) => {
    const text = texts.get(annotation.documentId) ?? '';
    const spans = [...annotation.spans, ...annotation.parts.map((part) => part.span)];
    return spans.map((span) => ({ span, text }));
  });
}

describe('export and import', { timeout: 30_000 }, () => {
  it('[I11] gives the same bytes but for the time after export, import into an empty project, export', () => {
    fc.assert(
      fc.property(deskArbitrary(), (desk) => {
        const { after } = importInto(createEmptyDesk(), desk);
        const again = exportDesk(after, {}, TUESDAY);
        expect(again.replace(TUESDAY, MONDAY)).toBe(exportDesk(desk, {}, MONDAY));
      }),
    );
  });

  it('[I1] is one step that can be taken back', () => {
    fc.assert(
      fc.property(deskArbitrary(), (desk) => {
        const empty = createEmptyDesk();
        expect(importInto(empty, desk).before.project).toEqual(empty.project);
      }),
    );
  });

  it('[I8] changes nothing in the project it came from', () => {
    fc.assert(
      fc.property(deskArbitrary(), (desk) => {
        const plan = planImport(desk.project, textSource(desk), exportedFile(desk), {
          at: TUESDAY,
          createDocumentId: noNewId,
        });
        const total = [...desk.project.annotations.values()].flat().length;
        expect(plan).toMatchObject({
          ok: true,
          value: { texts: [], command: { commands: [] }, summary: { unchanged: total } },
        });
      }),
    );
  });

  it('[F2] [F3] says the same place in both units, with its words and 32 code points around them', () => {
    fc.assert(
      fc.property(deskArbitrary(), (desk) => {
        const spans = spansOf(exportedFile(desk));
        fc.pre(spans.length > 0);
        for (const { span, text } of spans) {
          const points = Array.from(text);
          const { start, end } = span.codePoint;
          expect(text.slice(span.utf16.start, span.utf16.end)).toBe(span.exact);
          expect(points.slice(start, end).join('')).toBe(span.exact);
          expect(points.slice(Math.max(0, start - 32), start).join('')).toBe(span.prefix);
          expect(points.slice(end, end + 32).join('')).toBe(span.suffix);
        }
      }),
    );
  });

  it('[F7] refuses a place that was moved, in either unit', () => {
    const unit = fc.constantFrom('utf16' as const, 'codePoint' as const);
    const edge = fc.constantFrom('start' as const, 'end' as const);
    const by = fc.constantFrom(-1, 1, 5);
    fc.assert(
      fc.property(deskArbitrary(), unit, edge, by, fc.nat(), (desk, inUnit, at, steps, pick) => {
        const file = structuredClone(exportedFile(desk));
        const annotation = file.annotations[pick % Math.max(1, file.annotations.length)];
        fc.pre(annotation !== undefined);
        const place = annotation.spans[0][inUnit] as { start: number; end: number };
        place[at] += steps;
        expect(parseAnnotationSets(JSON.stringify(file)).ok).toBe(false);
      }),
    );
  });
});
