import { describe, expect, it } from 'vitest';
import { GROUP_STATES } from '../../../src/core/adjudication/adjudication';
import { DIFFERENCE_KINDS } from '../../../src/core/comparison/differences';
import type { AddedPassage } from '../../../src/core/adjudication/plan-missed';
import { planVerdict } from '../../../src/core/adjudication/plan-verdict';
import { isShown, tallyOf, type Row } from '../../../src/renderer/adjudicate/rows';
import { adjudicationIn, adjudicator, after } from '../../support/adjudicating';
import { annotationOf, projectWith } from '../../support/linked-project';

describe('the tally of passages', () => {
  it('counts for each choice what it would list, and looks at each passage once', () => {
    const project = projectWith(
      annotationOf('stance', 'Seoul must wait', { id: 'a1', attributes: { polarity: 'favour' } }),
      annotationOf('stance', 'must wait', { id: 'b1', coder: 'bo' }),
      annotationOf('actor', 'Tokyo', { id: 'a2' }),
      annotationOf('stance', 'agrees with Japan', { id: 'a3' }),
      annotationOf('stance', 'agrees with Japan', { id: 'b3', coder: 'bo' }),
    );
    const [first] = adjudicationIn(project).groups;
    if (first === undefined) throw new Error('There are no passages.');
    const decided = after(
      project,
      planVerdict(project, first, { outcome: 'none' }, adjudicator('ana', 100)),
    );
    const filed = { verdict: {}, gold: undefined, state: 'changed' } as unknown as AddedPassage;
    const rows: readonly Row[] = [...adjudicationIn(decided).groups, filed];
    let looks = 0;
    const tally = tallyOf({
      *[Symbol.iterator]() {
        for (const row of rows) {
          looks += 1;
          yield row;
        }
      },
    });
    const states = ['all', ...GROUP_STATES] as const;
    const kinds = ['all', ...DIFFERENCE_KINDS, 'agreed', 'by-all'] as const;
    for (const state of states) {
      for (const kind of kinds) {
        const listed = rows.filter((row) => isShown(row, state, kind));
        expect([state, kind, tally(state, kind)]).toEqual([state, kind, listed.length]);
      }
    }
    expect(tally('all', 'all')).toBe(4);
    expect(looks).toBe(4);
  });
});
