import { describe, expect, it } from 'vitest';
import { linkCandidates, searchCandidates } from '../../../src/core/project/link-candidates';
import {
  annotationOf,
  choiceOf,
  projectWith,
  relationOf,
  withLinks,
} from '../../support/linked-project';

const stance = annotationOf('stance', 'Seoul must wait');
const inside = annotationOf('actor', 'Seoul');
const before = annotationOf('actor', 'Japan', { attributes: { entity: ['japan'] } });
const after = annotationOf('actor', 'Tokyo', { attributes: { entity: ['japan'] } });
const last = annotationOf('actor', 'Japan', { id: 'Japan again', nth: 1 });
const otherCoder = annotationOf('actor', 'Tokyo', { id: 'by Bo', coder: 'bo' });
const otherStance = annotationOf('stance', 'Tokyo agrees');
const next = annotationOf('actor', 'Tokyo', { id: 'in d2', document: 'd2' });
const far = annotationOf('actor', 'Seoul', { id: 'in d1', document: 'd1' });
const project = projectWith(
  stance,
  inside,
  before,
  after,
  last,
  otherCoder,
  otherStance,
  next,
  far,
);

describe('linkCandidates', () => {
  it('gives those the kind joins, nearest first in both directions', () => {
    const found = linkCandidates(project, stance, choiceOf(project, 'holder'));
    expect(found.map((one) => [one.annotation.id, one.distance])).toEqual([
      ['Seoul', 0],
      ['Tokyo', 6],
      ['Japan', -15],
      ['Japan again', 24],
    ]);
  });

  it('takes the codes of the beginning when the relation ends here', () => {
    const found = linkCandidates(project, after, choiceOf(project, 'holder', 'to'));
    expect(found.map((one) => one.annotation.id)).toEqual(['Tokyo agrees', 'Seoul must wait']);
  });

  it('never offers the annotation itself', () => {
    const found = linkCandidates(project, stance, choiceOf(project, 'supports'));
    expect(found.map((one) => one.annotation.id)).toEqual(['Tokyo agrees']);
  });

  it('marks what is linked in this way already', () => {
    const linked = withLinks(project, relationOf('holder', stance, after));
    const isLinked = (kind: string) =>
      linkCandidates(linked, stance, choiceOf(linked, kind))
        .filter((one) => one.isLinked)
        .map((one) => one.annotation.id);
    expect(isLinked('holder')).toEqual(['Tokyo']);
    expect(isLinked('target')).toEqual([]);
  });
});

describe('searchCandidates', () => {
  const search = searchCandidates(project, stance, choiceOf(project, 'holder'));

  it('goes on in the other documents, the nearest in the corpus first', () => {
    const all = search.find('', 10);
    expect(all.near).toHaveLength(4);
    expect(all.far.map((one) => one.id)).toEqual(['in d1', 'in d2']);
    expect(all.isMore).toBe(false);
  });

  it('finds by words of the quote, the code, the document and the actors, whatever their case', () => {
    expect(search.find('TOKYO', 10).near.map((one) => one.annotation.id)).toEqual(['Tokyo']);
    expect(search.find('japan', 10).near.map((one) => one.annotation.id)).toEqual([
      'Tokyo',
      'Japan',
      'Japan again',
    ]);
    expect(search.find('actor text\u00a02', 10).far.map((one) => one.id)).toEqual(['in d2']);
    expect(search.find('nobody', 10)).toEqual({ near: [], far: [], isMore: false });
  });

  it('gives no more than asked and says so', () => {
    const few = search.find('', 1);
    expect(few.near.map((one) => one.annotation.id)).toEqual(['Seoul']);
    expect(few.far.map((one) => one.id)).toEqual(['in d1']);
    expect(few.isMore).toBe(true);
  });
});
