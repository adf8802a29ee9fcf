import { describe, expect, test } from 'vitest';
import { toFileName } from '../../src/main/file-name';

describe('toFileName', () => {
  test.each([
    ['North Korea diplomacy 2000', 'North Korea diplomacy 2000'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['  two\n lines\u0000 ', 'two lines'],
    ['../../etc', 'etc'],
    ['ends with dots...', 'ends with dots'],
    ['???', 'Postil'],
    ['北朝鮮', '北朝鮮'],
  ])('%j becomes %j', (title, expected) => {
    expect(toFileName(title)).toBe(expected);
  });

  test('a long title is cut between characters', () => {
    expect(toFileName(`${'x'.repeat(57)}👨‍👩‍👧 family`)).toBe('x'.repeat(57));
  });
});
