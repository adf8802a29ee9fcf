import type { Codebook, ProjectList } from '../codebook/codebook';
import { t } from '../messages/message';

/** The id of the list of a project from which adjudicators choose why they decided as they did. */
const VERDICT_REASONS = 'verdict-reasons';

/** The project's reasons; those it begins with until it has a list of its own. */
export function verdictReasons({ lists }: Codebook): readonly string[] {
  return (findReasons(lists) ?? createReasons()).values;
}

/** Undefined where the project has the list. */
export function missingReasons({ lists }: Codebook): ProjectList | undefined {
  return findReasons(lists) === undefined ? createReasons() : undefined;
}

function findReasons(lists: readonly ProjectList[]): ProjectList | undefined {
  return lists.find(({ id }) => id === VERDICT_REASONS);
}

function createReasons(): ProjectList {
  return {
    id: VERDICT_REASONS,
    name: t('adjudicate.reasons'),
    values: [
      t('adjudicate.reason.slip'),
      t('adjudicate.reason.boundary'),
      t('adjudicate.reason.rule'),
      t('adjudicate.reason.context'),
      t('adjudicate.reason.reading'),
      t('adjudicate.reason.ambiguous'),
    ],
  };
}
