import { useEffect, useMemo, type KeyboardEvent } from 'react';
import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { agreedGroups } from '../../core/adjudication/plan-agreed';
import { leaderOf } from '../../core/comparison/align';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { VirtualListbox } from '../ui/virtual-listbox';
import { changeAdjudicating, useAdjudicating } from './adjudicate-state';
import { Leftovers } from './leftovers';
import { PassagePane } from './passage-pane';
import { PassageRow } from './passage-row';
import { ReviewBar } from './review-bar';
import { isShown, keyOf, nameOf } from './shown';
import { useAdjudication } from './use-adjudication';
import { useDecision } from './use-decision';
import { verdictKeys } from './verdict-keys';
import styles from './adjudicate.module.css';

/** In CSS pixels. */
const ROW_HEIGHT = 60;
const heightOf = (): number => ROW_HEIGHT;

interface Props {
  readonly project: Project;
  readonly document: SourceDocument;
}

/** The passages of a document, and the one that is being decided on. */
export function Workbench({ project, document }: Props) {
  const found = useAdjudication(project, document.id);
  const { state, kind, isReviewing } = useAdjudicating();
  const rows = useMemo(
    () =>
      isReviewing
        ? agreedGroups(found)
        : found.groups.filter((group) => isShown(group, state, kind)),
    [found, state, kind, isReviewing],
  );
  const group = useChosen(rows);
  const decision = useDecision(project, group);
  const takeKey = verdictKeys(decision);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The list gives its keys itself; fields and menus have their own.
    const { target } = event;
    const isOther =
      event.defaultPrevented || !(target instanceof Element) || target.closest('[data-own-keys]');
    if (!isOther && takeKey(event)) event.preventDefault();
  };
  const key = group && keyOf(group);
  return (
    <div className={styles['columns']} onKeyDown={onKeyDown}>
      <div className={styles['list']}>
        {isReviewing ? (
          <ReviewBar groups={rows} />
        ) : (
          <Leftovers project={project} documentId={document.id} found={found} />
        )}
        {rows.length === 0 ? (
          <p className={styles['none']}>{t('adjudicate.none')}</p>
        ) : (
          <div className={styles['rows']} data-own-keys>
            <VirtualListbox
              label={t('compare.passages')}
              rows={rows}
              keyOf={keyOf}
              heightOf={heightOf}
              nameOf={nameOf}
              startKey={key}
              isSelected={(row) => row === group}
              onActive={choose}
              onOpen={choose}
              onKey={(event) => takeKey(event)}
              render={(row) => (
                <PassageRow project={project} group={row} isChosen={row === group} />
              )}
            />
          </div>
        )}
      </div>
      {group === undefined ? null : (
        <PassagePane key={key} project={project} group={group} decision={decision} />
      )}
    </div>
  );
}

/** The passage chosen; when it is no longer listed, as one that was just settled, the one in its place. */
function useChosen(rows: readonly AdjudicatedGroup[]): AdjudicatedGroup | undefined {
  const { chosen, place } = useAdjudicating();
  const found = rows.findIndex((one) => keyOf(one) === chosen);
  const index = found === -1 ? Math.min(place, rows.length - 1) : found;
  const group = rows[index];
  const id = group && leaderOf(group).id;
  useEffect(() => {
    if (id !== undefined) changeAdjudicating({ chosen: id, place: Math.max(index, 0) });
  }, [id, index]);
  return group;
}

function choose(group: AdjudicatedGroup): void {
  changeAdjudicating({ chosen: leaderOf(group).id });
}
