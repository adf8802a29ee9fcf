import type { Annotation } from '../annotation/annotation';
import { sameData } from '../codebook/compare';
import { t } from '../messages/message';
import { findCoder } from '../project/project';
import type { Merged } from './merged';
import type { Unmatched } from './unmatched';

/** Coders who are called otherwise than here, and coders whom somebody else may have taken for themselves. */
export function findUnmatchedCoders(
  { before, after, fromElsewhere }: Merged,
  incoming: readonly Annotation[],
): readonly Unmatched[] {
  return after.coders.flatMap((coder): readonly Unmatched[] => {
    const here = findCoder(before, coder.id);
    if (here === undefined) return [];
    const { id: coderId, name } = coder;
    const found: Unmatched[] = [];
    if (!sameData(here, coder)) {
      const isRenamed = here.name !== name;
      found.push({
        kind: 'changed-coder',
        key: `changed-coder/${coderId}`,
        sentence: isRenamed
          ? t('merging.coder.renamed', { here: here.name, there: name })
          : t('merging.coder.changed', { name }),
        options: [
          { value: 'there', label: t('merging.coder.there') },
          { value: 'here', label: t('merging.coder.here') },
        ],
        suggested: 'there',
        coderId,
        here,
      });
    }
    const elsewhere = fromElsewhere.get(coderId);
    const own = incoming
      .filter((one) => one.coderId === coderId && elsewhere?.has(one.id) === true)
      .map(({ id }) => id);
    if (own.length > 0) {
      found.push({
        kind: 'other-computer',
        key: `other-computer/${coderId}`,
        sentence: t('merging.computer.other', { name, n: own.length }),
        options: [
          { value: 'one', label: t('merging.computer.one', { name }) },
          { value: 'two', label: t('merging.computer.two', { name }) },
        ],
        suggested: 'one',
        coderId,
        annotationIds: own,
      });
    }
    return found;
  });
}
