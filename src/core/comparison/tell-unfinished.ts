import { t } from '../messages/message';
import type { Project } from '../project/project';
import { teamOf } from '../team/team';
import { isFinished } from '../teamwork/work-state';
import type { Compared } from './compared-work';

/**
 * That work is compared which is not done yet, as far as it was assigned: half a text coded looks like low agreement. A
 * sentence, or none; who was assigned nothing is not held to saying that they have finished.
 */
export function tellUnfinished(
  project: Project,
  { documents }: Pick<Compared, 'documents'>,
): readonly string[] {
  const { assigned } = teamOf(project.team);
  const late = documents.flatMap(({ document, coders }) => {
    const own = assigned.get(document.id);
    const ids = [...coders.keys()].filter(
      (id) => own?.has(id) === true && !isFinished(project, document.id, id),
    );
    return ids.length === 0 ? [] : [ids];
  });
  if (late.length === 0) return [];
  const unfinished = new Set(late.flat());
  const names = project.coders.filter(({ id }) => unfinished.has(id)).map(({ name }) => name);
  return [t('agreement.note.unfinished', { n: late.length, names: names.join(', ') })];
}
