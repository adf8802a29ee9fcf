import { t } from '../messages/message';
import type { Project } from '../project/project';
import type { ComparedWork } from './compared-work';
import { tellLeftOut } from './tell-left-out';
import { tellUnfinished } from './tell-unfinished';

/**
 * What has to stand beside figures, a sentence each: documents that the project cannot show (`withheld`, their titles), work
 * that is compared and not done, and who is not compared.
 */
export function tellBeside(
  project: Project,
  compared: ComparedWork,
  withheld: readonly string[] = [],
): readonly string[] {
  return [
    ...tellWithheld(withheld),
    ...tellUnfinished(project, compared),
    ...tellLeftOut(project, compared),
  ];
}

/** A document whose text is not the one that was coded is left out of the project until it is, with all that was coded. */
function tellWithheld(titles: readonly string[]): readonly string[] {
  if (titles.length === 0) return [];
  const names = titles.map((title) => `“${title}”`).join(', ');
  return [t('agreement.note.withheld', { n: titles.length, names })];
}
