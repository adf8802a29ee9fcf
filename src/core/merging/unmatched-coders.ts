import type { Annotation } from '../annotation/annotation';
import { sameData } from '../codebook/compare';
import { t } from '../messages/message';
import type { AnnotationId } from '../ids';
import { findCoder, type Project } from '../project/project';
import { decidedOtherwise } from './marks-apart';
import type { FromElsewhere, Merged } from './merged';
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
    for (const elsewhere of fromElsewhere.filter((one) => one.coderId === coderId)) {
      const own = incoming
        .filter((one) => one.coderId === coderId && elsewhere.annotationIds.has(one.id))
        .map(({ id }) => id);
      const { ours, theirs } = elsewhere.marks;
      const decided = [
        ...decidedOtherwise(after, ours, coderId),
        ...decidedOtherwise(after, theirs, elsewhere.otherId),
      ];
      if (own.length > 0 || decided.length > 0) {
        found.push(describeElsewhere(after, name, own, elsewhere));
      }
    }
    return found;
  });
}

function describeElsewhere(
  project: Project,
  name: string,
  annotationIds: readonly AnnotationId[],
  { coderId, otherId, marks, teamActIds }: FromElsewhere,
): Unmatched {
  const other = otherId && findCoder(project, otherId);
  const one = { value: 'one', label: t('merging.computer.one', { name }) };
  const two = { value: 'two', label: t('merging.computer.two', { name }) };
  const about = {
    kind: 'other-computer',
    coderId,
    annotationIds,
    marks,
    teamActIds: [...teamActIds],
  } as const;
  const what = { name, n: annotationIds.length, marks: marks.theirs.length };
  const opened = marks.ours.filter(({ place, mark }, at) => {
    const isWhole = place.paragraph === undefined && place.codeId === undefined;
    return isWhole && mark === undefined && marks.theirs[at]?.mark !== undefined;
  });
  const beside =
    opened.length === 0 ? '' : ` ${t('merging.computer.opened', { name, n: opened.length })}`;
  if (other === undefined) {
    return {
      ...about,
      key: `other-computer/${coderId}`,
      sentence: t('merging.computer.other', what) + beside,
      options: [one, two],
      suggested: 'one',
    };
  }
  const before = { value: 'before', label: t('merging.computer.before', { name: other.name }) };
  return {
    ...about,
    otherId: other.id,
    key: `other-computer/${coderId}/${other.id}`,
    sentence: t('merging.computer.again', { ...what, other: other.name }) + beside,
    options: [one, before, two],
    suggested: 'before',
  };
}
