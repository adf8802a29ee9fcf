import { expect, it } from 'vitest';
import type { AnnotationId, CodeId, CoderId, DocumentId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import { annotationsOf } from '../../../src/core/project/project';
import { annotateOccurrences } from '../../../src/core/search/annotate-occurrences';
import { quoteHolds } from '../../../src/core/text/quote';
import { createSpan } from '../../../src/core/text/span';
import { timeAt } from '../../support/random-annotation';
import { createWorld } from '../../support/random-project';

const TEXTS = ['Japan and Japan', 'To Japan'];
const CODING = {
  coderId: 'ana' as CoderId,
  codeId: 'actor' as CodeId,
  attributes: { form: 'name' },
  codebookRevision: 1,
  createdAt: timeAt(5),
};

const occurrence = (n: number, start: number) => ({
  documentId: `d${n}` as DocumentId,
  text: TEXTS[n] ?? '',
  span: createSpan(start, start + 5),
});

it('annotates all passages alike by one command, which is one step to undo', () => {
  const { project, textOf } = createWorld(TEXTS, 2);
  let ids = 0;
  const command = annotateOccurrences(
    [occurrence(0, 0), occurrence(0, 10), occurrence(1, 3)],
    CODING,
    () => `a${(ids += 1)}` as AnnotationId,
  );
  expect(command).toMatchObject({ kind: 'batch', purpose: 'occurrences', size: 3 });
  const applied = applyCommand(project, command, textOf);
  if (!applied.ok) throw new Error(applied.fault.text);
  const made = ['d0', 'd1'].flatMap((id) => annotationsOf(applied.value.project, id as DocumentId));
  expect(made.map((one) => [one.id, one.pieces[0].start, one.pieces[0].exact])).toEqual([
    ['a1', 0, 'Japan'],
    ['a2', 10, 'Japan'],
    ['a3', 3, 'Japan'],
  ]);
  for (const one of made) {
    expect(one).toMatchObject({ ...CODING, modifiedAt: CODING.createdAt, parts: [], memo: '' });
    expect(quoteHolds(textOf(one.documentId) ?? '', one.pieces[0])).toBe(true);
  }
  expect(applyCommand(applied.value.project, applied.value.inverse, textOf)).toMatchObject({
    value: { project },
  });
});
