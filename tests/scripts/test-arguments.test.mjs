// @ts-check
import { describe, expect, it } from 'vitest';
import { testArguments } from '../../scripts/test-arguments.mjs';

describe('testArguments', () => {
  it('runs everything by default', () => {
    expect(testArguments([]).groups).toEqual(['checks', 'unit', 'faults', 'e2e']);
  });

  it('runs one group, with arguments for its runner', () => {
    expect(testArguments(['--only', 'e2e', '--', '-g', 'undo'])).toEqual({
      groups: ['e2e'],
      runnerArguments: ['-g', 'undo'],
    });
  });

  it.each([
    [['--only']],
    [['--only', 'all']],
    [['unit']],
    [['--only', 'unit', 'x']],
    [['--', 'x']],
  ])('refuses %j', (args) => expect(() => testArguments(args)).toThrow('does not know'));
});
