import { expect, it } from 'vitest';
import { progressOf } from '../../../src/core/document/progress';
import type { ReadingMark } from '../../../src/core/document/reading-mark';
import type { CodeId, CoderId } from '../../../src/core/ids';
import { timeAt } from '../../support/random-annotation';

const ana = 'ana' as CoderId;
const mark = (given: Partial<ReadingMark>): ReadingMark => ({
  coderId: ana,
  decision: 'finished',
  at: timeAt(0),
  ...given,
});

it('counts the coder’s own decisions about every code', () => {
  const marks = [
    mark({ paragraph: 1 }),
    mark({ paragraph: 2, decision: 'nothing' }),
    mark({ paragraph: 3, codeId: 'stance' as CodeId }),
    mark({ paragraph: 4, coderId: 'bo' as CoderId }),
  ];
  expect(progressOf(marks, ana)).toEqual({
    paragraphs: new Map([
      [1, 'finished'],
      [2, 'nothing'],
    ]),
  });
  expect(progressOf([...marks, mark({ decision: 'nothing' })], ana).document).toBe('nothing');
});
