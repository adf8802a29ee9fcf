import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { createRatingTable } from '../../../src/core/agreement/rating-table';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { comparedWork, type ComparedDocument } from '../../../src/core/comparison/compared-work';
import {
  passageAgreement,
  type PassageAgreement,
} from '../../../src/core/comparison/passage-agreement';
import type { Project } from '../../../src/core/project/project';
import { createSpan } from '../../../src/core/text/span';
import { annotationOf, projectWith, TEXT } from '../../support/linked-project';

const by = (coder: string, code: string, words: string): Annotation =>
  annotationOf(code, words, { coder, id: `${coder} ${code} ${words}` });

function agreement(words: string, project: Project): PassageAgreement {
  const [document] = comparedWork(project).documents as readonly [ComparedDocument];
  const start = TEXT.indexOf(words);
  return passageAgreement(project.codebook, document, createSpan(start, start + words.length));
}

const figures = ({ figures: all }: PassageAgreement): Readonly<Record<string, unknown>> =>
  Object.fromEntries(all.map(({ name, value }) => [name, value.ok ? value.value : null]));

const WORK = projectWith(
  by('ana', 'stance', 'Seoul must wait'),
  by('bo', 'stance', 'must wait, and Tokyo'),
  by('bo', 'actor', 'Japan'),
);

describe('agreement of a passage', () => {
  test('it is about the passage alone: what reaches over its ends is cut there', () => {
    const found = agreement('must wait', WORK);
    expect(figures(found)).toMatchObject({
      'spanF1.exact': 1,
      'spanF1.overlap': 1,
      characterPercentAgreement: 1,
    });
    expect([...found.coders].map(([coder, own]) => [coder, own.map(({ id }) => id)])).toEqual([
      ['ana', ['ana stance Seoul must wait']],
      ['bo', ['bo stance must wait, and Tokyo']],
    ]);
  });

  test('the kappa by character is that of the same ratings, character by character', () => {
    const words = 'Seoul must wait, and Tokyo agrees';
    const found = agreement(words, WORK);
    const start = TEXT.indexOf(words);
    const rows = Array.from(words, (_one, index) =>
      (
        [
          ['Seoul must wait', 'stance'],
          ['must wait, and Tokyo', 'stance'],
        ] as const
      ).map(([has, code]) => {
        const at = TEXT.indexOf(has);
        const place = start + index;
        return at <= place && place < at + has.length ? code : 'none';
      }),
    );
    const kappa = cohenKappa(createRatingTable('nominal', rows));
    if (!kappa.ok) throw new Error('Kappa is not defined');
    expect(figures(found)['characterKappa']).toBeCloseTo(kappa.value.value, 12);
    expect(found.characters).toBe(words.length);
    expect(found.figures.map(({ n }) => n)).toEqual([2, 2, 2, 33, 33, 33]);
  });

  test('where nobody marked anything, no figure is defined, and each says why', () => {
    const found = agreement('agrees with', WORK);
    expect(new Set(Object.values(figures(found)))).toEqual(new Set([null]));
    for (const { value } of found.figures) {
      expect(JSON.stringify(value)).toContain('No coder marked anything here');
    }
  });

  test('one category all over has a percentage and no kappa; the reason names the code as people do', () => {
    const found = agreement('must wait', WORK);
    expect(figures(found)).toMatchObject({ characterKappa: null, characterAlpha: null });
    const kappa = found.figures.find(({ name }) => name === 'characterKappa');
    expect(JSON.stringify(kappa)).toContain('Stance');
  });

  test('excluded text is not counted', () => {
    const excluding: Project = {
      ...WORK,
      documents: WORK.documents.map((document) => ({
        ...document,
        excluded: [{ ...createSpan(0, TEXT.indexOf('must')), reason: 'Head' }],
      })),
    };
    expect(agreement('Seoul must wait', excluding).characters).toBe('must wait'.length);
  });
});
