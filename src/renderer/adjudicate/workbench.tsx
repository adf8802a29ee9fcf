import { useEffect, useMemo, type KeyboardEvent } from 'react';
import { agreedGroups } from '../../core/adjudication/plan-agreed';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { VirtualListbox } from '../ui/virtual-listbox';
import { changeAdjudicating, useAdjudicating } from './adjudicate-state';
import { AddedPane, addedDraft } from './added-pane';
import { NEW } from './gold-links';
import { Leftovers } from './leftovers';
import { MissedPane } from './missed-pane';
import { PassagePane } from './passage-pane';
import { PassageRow } from './passage-row';
import { ReviewBar } from './review-bar';
import { isAdded, isShown, keyOf, nameOf, placeOf, rowsOf, type Row } from './rows';
import { comparedOf, useAdjudication } from './use-adjudication';
import { useDecision } from './use-decision';
import { addedKeys, isPlain, verdictKeys } from './verdict-keys';
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
  const { state, kind, mode } = useAdjudicating();
  const rows = useMemo(
    () =>
      mode === 'reviewing'
        ? agreedGroups(found)
        : rowsOf(project, found).filter((row) => isShown(row, state, kind)),
    [project, found, state, kind, mode],
  );
  const row = useChosen(rows);
  const group = row === undefined || isAdded(row) ? undefined : row;
  const decision = useDecision(project, group);
  const takeKey = (event: KeyboardEvent): boolean => {
    if (mode === 'deciding' && isPlain(event) && event.key.toLowerCase() === 'a') {
      changeAdjudicating({ mode: 'adding' });
      return true;
    }
    if (mode === 'deciding' && isPlain(event) && event.key.toLowerCase() === 'l') {
      changeAdjudicating({ linking: NEW });
      return true;
    }
    return row !== undefined && isAdded(row)
      ? addedKeys(addedDraft(row))(event)
      : verdictKeys(decision)(event);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The list gives its keys itself; fields and menus have their own.
    const { target } = event;
    const isOther =
      event.defaultPrevented || !(target instanceof Element) || target.closest('[data-own-keys]');
    if (!isOther && takeKey(event)) event.preventDefault();
  };
  const key = row && keyOf(row);
  return (
    <div className={styles['columns']} onKeyDown={onKeyDown}>
      <div className={styles['list']}>
        {mode === 'reviewing' ? (
          <ReviewBar groups={rows.flatMap((one) => (isAdded(one) ? [] : [one]))} />
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
              isSelected={(one) => one === row}
              onActive={choose}
              onOpen={choose}
              onKey={(event) => takeKey(event)}
              render={(one) => <PassageRow project={project} row={one} isChosen={one === row} />}
            />
          </div>
        )}
      </div>
      {mode === 'adding' ? (
        <MissedPane
          project={project}
          compared={comparedOf(project, document)}
          start={(row && placeOf(row)) ?? 0}
        />
      ) : row === undefined ? null : isAdded(row) ? (
        <AddedPane key={key} project={project} document={document} passage={row} />
      ) : (
        <PassagePane key={key} project={project} group={row} decision={decision} />
      )}
    </div>
  );
}

/** The passage chosen; when it is no longer listed, as one that was just settled, the one in its place. */
function useChosen(rows: readonly Row[]): Row | undefined {
  const { chosen, place } = useAdjudicating();
  const found = rows.findIndex((one) => keyOf(one) === chosen);
  const index = found === -1 ? Math.min(place, rows.length - 1) : found;
  const row = rows[index];
  const id = row && keyOf(row);
  useEffect(() => {
    if (id !== undefined) changeAdjudicating({ chosen: id, place: Math.max(index, 0) });
  }, [id, index]);
  return row;
}

function choose(row: Row): void {
  changeAdjudicating({ chosen: keyOf(row), mode: 'deciding', linking: undefined });
}
