import { describe, expect, test } from 'vitest';
import { createMatcher, foldName } from '../../../src/renderer/palette/rank';

const matchName = (query: string, name: string) => createMatcher(query)(foldName(name));

/** The name with what was meant in brackets; undefined when it does not fit. */
function shown(query: string, name: string): string | undefined {
  const match = matchName(query, name);
  if (match === undefined) return undefined;
  const marks = new Set(match.marks);
  return Array.from({ length: name.length }, (_, at) =>
    marks.has(at) ? `[${name.charAt(at)}]` : name.charAt(at),
  )
    .join('')
    .replaceAll('][', '');
}

test.each([
  ['exp', 'Export Annotation Sets…', '[Exp]ort Annotation Sets…'],
  ['an se', 'Export Annotation Sets…', 'Export [An]notation [Se]ts…'],
  ['notation', 'Export Annotation Sets…', 'Export An[notation] Sets…'],
  ['eas', 'Export Annotation Sets…', '[E]xport [A]nnotation [S]ets…'],
  ['zoe', 'Go to Zoë in Pyŏngyang', 'Go to [Zoë] in Pyŏngyang'],
  ['북한', 'Go to 북한의 새해', 'Go to [북한]의 새해'],
  ['exportsets', 'Export Annotation Sets…', '[Export] Annotation [Sets]…'],
  ['aas', 'An Annotation As Such', '[A]n [A]nnotation As [S]uch'],
  ['  back ', 'Back', '[Back]'],
  ['', 'Back', 'Back'],
])('“%s” finds %s', (query, name, expected) => {
  expect(shown(query, name)).toBe(expected);
});

test.each([
  ['xq', 'Export Annotation Sets…'],
  ['backk', 'Back'],
  ['북한', 'Go to 박하'],
  ['te', 'Documents Panel'],
  ['a'.repeat(40) + 'b', 'a '.repeat(2_000)],
  ['sets export annotations q', 'Export Annotation Sets…'],
])('“%s” does not find %s', (query, name) => {
  expect(shown(query, name)).toBeUndefined();
});

describe('the better fit comes first', () => {
  test.each([
    ['te', ['Text', 'Larger Text', 'Write the Memo', 'To Everybody']],
    ['do', ['Documents Panel', 'Go to Documents', 'Undo', 'Drop Over']],
  ])('%s', (query, names) => {
    const sorted = names
      .toReversed()
      .map((name) => ({ name, score: matchName(query, name)?.score ?? Infinity }))
      .sort((one, other) => one.score - other.score);
    expect(sorted.map(({ name }) => name)).toEqual(names);
  });
});
