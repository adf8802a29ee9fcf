import { describe, expect, it } from 'vitest';
import type { CodeId, CoderId, DocumentId } from '../../../src/core/ids';
import { createSpan } from '../../../src/core/text/span';
import { isTicked, markHits, withTicks } from '../../../src/renderer/search/hits';
import type { DocumentResult } from '../../../src/renderer/search/search-corpus';
import { annotationOf, projectWith } from '../../support/linked-project';

const project = projectWith(
  annotationOf('stance', 'Japan has said'),
  annotationOf('stance', 'Seoul'),
  annotationOf('stance', 'Tokyo', { coder: 'bo' }),
);
const text = 'Japan has said that Seoul must wait, and Tokyo agrees with Japan and waits.';

function result(id: string, excluded: number, ...words: readonly string[]): DocumentResult {
  const spans = words.map((word) => {
    const start = text.indexOf(word);
    return createSpan(start, start + word.length);
  });
  const documentId = id as DocumentId;
  return { documentId, spans, excluded, isCut: false, text, paragraphs: [] };
}

const mark = (codeId?: string) =>
  markHits(
    [result('d0', 1, 'Japan', 'Seoul', 'Tokyo'), result('d1', 2), result('d2', 0, 'Seoul')],
    project,
    'ana' as CoderId,
    codeId as CodeId | undefined,
  );

describe('hits', () => {
  it('say what this coder has coded with the code already, and nothing of what others coded', () => {
    expect(mark('stance').all.map((hit) => hit.mark)).toEqual([
      'overlapping',
      'same',
      'free',
      'free',
    ]);
    expect(new Set(mark().all.map((hit) => hit.mark))).toEqual(new Set(['free']));
  });

  it('stand below a heading for each document that has some; all that is excluded is counted', () => {
    const { rows, excluded, documents } = mark();
    const read = rows.map((row) =>
      row.kind === 'document' ? `${row.title}: ${row.n}` : `${row.index} ${row.hit.key}`,
    );
    expect(read).toEqual([
      'Text 0: 3',
      '0 d0 0 5',
      '1 d0 20 25',
      '2 d0 41 46',
      'Text 2: 1',
      '3 d2 20 25',
    ]);
    expect([excluded, documents]).toEqual([3, 2]);
  });

  it('leave out a document that is gone', () => {
    const hits = markHits([result('gone', 1, 'Japan')], project, 'ana' as CoderId, undefined);
    expect(hits).toEqual({ all: [], rows: [], excluded: 1, documents: 0 });
  });

  it('are ticked while they are free; what is coded just so cannot be', () => {
    const { all } = mark('stance');
    const ticked = (ticks: ReadonlyMap<string, boolean>) => all.map((hit) => isTicked(hit, ticks));
    expect(ticked(new Map())).toEqual([false, false, true, true]);
    expect(ticked(withTicks(new Map(), all, true))).toEqual([true, false, true, true]);
    const none = withTicks(new Map(), all.slice(0, 3), false);
    expect(ticked(none)).toEqual([false, false, false, true]);
    expect(ticked(withTicks(none, all.slice(2), true))).toEqual([false, false, true, true]);
  });
});
