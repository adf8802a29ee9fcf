import type { CoderId } from '../ids';
import { t } from '../messages/message';
import { findCoder, type Project } from '../project/project';
import { hiddenCoders } from '../teamwork/blind';
import type { Deed } from './chronicle';

/** Of what others did on documents on which they are kept from the reader, only that they did something. */
export function hideDeeds(
  deeds: readonly Deed[],
  project: Project,
  reader: CoderId,
): readonly Deed[] {
  const hidden = new Map(
    project.documents.map(({ id }) => [id, hiddenCoders(project, reader, id)] as const),
  );
  return deeds.map((deed) => {
    const isHidden = deed.documentIds.some((id) => hidden.get(id)?.has(deed.coderId) === true);
    if (!isHidden) return deed;
    const who = findCoder(project, deed.coderId)?.name ?? deed.coderId;
    return { ...deed, text: t('past.hidden', { who }), details: [] };
  });
}
