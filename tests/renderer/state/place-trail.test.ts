import { describe, expect, test } from 'vitest';
import type { AnnotationId, CodeId, DocumentId } from '../../../src/core/ids';
import {
  amend,
  MOST_PLACES,
  startTrail,
  stepBack,
  stepForward,
  visit,
  type Place,
  type PlaceTrail,
} from '../../../src/renderer/state/place-trail';
import { viewsEqual } from '../../../src/renderer/state/view';

function at(documentId: string, selectedId?: string, view: Place['view'] = { kind: 'text' }) {
  return {
    view,
    documentId: documentId as DocumentId,
    selectedId: selectedId as AnnotationId | undefined,
  };
}

const ALL = (): boolean => true;

/** A trail in words: past, (here), future, nearest to here in the middle. */
function shown({ past, here, future }: PlaceTrail): string {
  const name = ({ view, documentId, selectedId }: Place): string =>
    [documentId, selectedId, view.kind === 'text' ? undefined : view.kind]
      .filter((part) => part !== undefined)
      .join('/');
  return [...past.map(name), `(${name(here)})`, ...future.toReversed().map(name)].join(' ');
}

function walked(...places: readonly Place[]): PlaceTrail {
  const [first = at('a'), ...rest] = places;
  return rest.reduce(visit, startTrail(first));
}

describe('the way back', () => {
  test('goes through documents and pages, and forward again', () => {
    const there = walked(at('a'), at('b'), at('b', undefined, { kind: 'memos' }));
    expect(shown(there)).toBe('a b (b/memos)');
    const back = stepBack(there, ALL);
    expect(back && shown(back)).toBe('a (b) b/memos');
    const farther = back && stepBack(back, ALL);
    expect(farther && shown(farther)).toBe('(a) b b/memos');
    expect(farther && stepBack(farther, ALL)).toBeUndefined();
    const forward = farther && stepForward(farther, ALL);
    expect(forward && shown(forward)).toBe('a (b) b/memos');
  });

  test('ends forward where one goes on anew', () => {
    const back = stepBack(walked(at('a'), at('b'), at('c')), ALL);
    const on = back && visit(back, at('d'));
    expect(on && shown(on)).toBe('a b (d)');
    expect(on && stepForward(on, ALL)).toBeUndefined();
  });

  test('comes back to what was selected last, not to each thing that was', () => {
    const trail = visit(amend(amend(walked(at('a'), at('b')), x('1')), x('2')), at('c'));
    expect(shown(trail)).toBe('a b/2 (c)');
  });

  test('leaves out what is not there any more', () => {
    const trail = walked(at('a'), at('b'), at('c'));
    const back = stepBack(trail, ({ documentId }) => documentId !== 'b');
    expect(back && shown(back)).toBe('(a) c');
    expect(stepBack(trail, () => false)).toBeUndefined();
  });

  test('takes staying for no step', () => {
    const trail = walked(at('a'));
    expect(visit(trail, at('a'))).toBe(trail);
    expect(amend(trail, undefined)).toBe(trail);
  });

  test('forgets the farthest places', () => {
    const trail = walked(...Array.from({ length: MOST_PLACES + 5 }, (_, n) => at(`d${n}`)));
    expect(trail.past).toHaveLength(MOST_PLACES);
    expect(trail.past[0]?.documentId).toBe('d4');
  });
});

test('two views are the same when they show the same, in whatever order it is written', () => {
  const codeId = 'stance' as CodeId;
  expect(viewsEqual({ kind: 'codebook', codeId }, { codeId, kind: 'codebook' })).toBe(true);
  expect(viewsEqual({ kind: 'codebook', codeId }, { kind: 'codebook' })).toBe(false);
  expect(viewsEqual({ kind: 'text' }, { kind: 'memos' })).toBe(false);
});

function x(id: string): AnnotationId {
  return id as AnnotationId;
}
