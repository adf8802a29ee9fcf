import { t } from '../messages/message';
import { findCoder, type Project } from '../project/project';
import type { ComparedWork } from './compared-work';

/** Who is not compared though there is work of theirs, why, and what to do; a sentence each. */
export function tellLeftOut(project: Project, { leftOut }: ComparedWork): readonly string[] {
  return leftOut.map(({ coderId, documents }) => {
    const coder = findCoder(project, coderId);
    return t('compare.leftOut', {
      name: coder?.name ?? coderId,
      role: t(`team.role.${coder?.role ?? 'coder'}`),
      n: documents,
    });
  });
}
