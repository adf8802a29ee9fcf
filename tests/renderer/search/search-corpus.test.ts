import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/core/ids';
import { findAny } from '../../../src/core/search/query';
import { searchCorpus, type SearchJob } from '../../../src/renderer/search/search-corpus';
import { createWorld } from '../../support/random-project';

const TEXTS = ['Kim and Kim', 'nobody', 'Kim', 'Kim, Kim, Kim'];
const { project, texts } = createWorld(TEXTS, TEXTS.length);

/** Searches for Kim; each report as the hits by document and how many documents were searched. */
async function search(given: Partial<SearchJob> = {}) {
  const reports: [found: string, searched: number][] = [];
  let pauses = 0;
  await searchCorpus({
    documents: project.documents,
    matcher: (text) => findAny(text, ['kim'], { matchCase: false, wholeWords: true }),
    most: 99,
    textOf: (id) => Promise.resolve(texts.get(id)),
    isDue: () => false,
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
    isStopped: () => false,
    onFound: (found, searched) => {
      const read = found.map(({ documentId, spans }) => `${documentId}:${spans.length}`);
      reports.push([read.join(' '), searched]);
    },
    ...given,
  });
  return { reports, pauses };
}

describe('searching the corpus', () => {
  it('reports once, at the end, when nobody else is due', async () => {
    expect(await search()).toEqual({ reports: [['d0:2 d2:1 d3:3', 4]], pauses: 0 });
  });

  it('pauses after each hit and each document when it must, and has said what was found', async () => {
    const { reports, pauses } = await search({ isDue: () => true });
    expect(pauses).toBe(6 + 4);
    expect(reports.slice(0, 4)).toEqual([
      ['', 0],
      ['', 0],
      ['d0:2', 1],
      ['d0:2', 2],
    ]);
    expect(reports.at(-1)).toEqual(['d0:2 d2:1 d3:3', 4]);
  });

  it('ends after so many hits of all documents together', async () => {
    expect((await search({ most: 4 })).reports).toEqual([['d0:2 d2:1 d3:1', 4]]);
    expect((await search({ most: 2 })).reports).toEqual([['d0:2', 3]]);
  });

  it('goes on without a text that cannot be had', async () => {
    const textOf = (id: DocumentId) => Promise.resolve(id === 'd0' ? undefined : texts.get(id));
    expect((await search({ textOf })).reports).toEqual([['d2:1 d3:3', 4]]);
  });

  it('says and asks nothing more once it was stopped, wherever it was', async () => {
    for (let stop = 0; stop < 12; stop += 1) {
      let asked = 0;
      let isOver = false;
      const { reports } = await search({
        isDue: () => true,
        isStopped: () => {
          expect(isOver).toBe(false);
          asked += 1;
          isOver = asked > stop;
          return isOver;
        },
      });
      expect(reports.length).toBeLessThanOrEqual(stop + 1);
      expect(reports.at(-1)?.[1] ?? 0).toBeLessThan(TEXTS.length + 1);
    }
  });

  it('gives what was reported before no later hits', async () => {
    const kept: (readonly unknown[])[] = [];
    await search({ isDue: () => true, onFound: (found) => kept.push(found) });
    expect(kept.slice(0, 2).map((found) => found.length)).toEqual([0, 0]);
  });
});
