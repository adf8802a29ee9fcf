import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { agreedGroups } from '../../core/adjudication/plan-agreed';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { Later } from '../ui/later';
import { useSteady } from '../ui/use-steady';
import { backToDeciding, changeAdjudicating, useAdjudicating } from './adjudicate-state';
import { addedDraft } from './added-pane';
import { ChosenPane } from './chosen-pane';
import { NEW } from './gold-links';
import { Leftovers } from './leftovers';
import { MissedPane } from './missed-pane';
import { PassageList } from './passage-list';
import { ReviewBar } from './review-bar';
import { isAdded, isShown, keyOf, placeOf, rowsOf, type Row } from './rows';
import { comparedOf, useAdjudication } from './use-adjudication';
import { useDecision } from './use-decision';
import { addedKeys, isPlain, verdictKeys } from './verdict-keys';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly document: SourceDocument;
}

/** The passages of a document, and the one that is being decided on. */
export function Workbench({ project, document }: Props) {
  const found = useAdjudication(project, document.id);
  const state = useAdjudicating((all) => all.state);
  const kind = useAdjudicating((all) => all.kind);
  const mode = useAdjudicating((all) => all.mode);
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
  const takeKey = useSteady((event: KeyboardEvent): boolean => {
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
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (mode === 'reviewing' && event.key === 'Escape' && !event.defaultPrevented) {
      backToDeciding();
      event.preventDefault();
      return;
    }
    // The list gives its keys itself; fields and menus have their own.
    const { target } = event;
    const isOther =
      event.defaultPrevented || !(target instanceof Element) || target.closest('[data-own-keys]');
    if (!isOther && takeKey(event)) event.preventDefault();
  };
  const columns = useFocusOnReturn();
  return (
    <div ref={columns} className={styles['columns']} tabIndex={-1} onKeyDown={onKeyDown}>
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
            <PassageList project={project} rows={rows} chosen={row} onKey={takeKey} />
          </div>
        )}
      </div>
      {mode === 'adding' ? (
        <MissedPane
          project={project}
          compared={comparedOf(project, document)}
          start={(row && placeOf(row)) ?? 0}
        />
      ) : (
        <Later frames={2}>
          <ChosenPane project={project} document={document} row={row} decision={decision} />
        </Later>
      )}
    </div>
  );
}

/** Takes the focus where a form was left: the list, or where it is empty all of it, so that the keys go on. */
function useFocusOnReturn() {
  const columns = useRef<HTMLDivElement>(null);
  const isLeft = useAdjudicating((all) => all.isLeft);
  useEffect(() => {
    if (!isLeft) return;
    changeAdjudicating({ isLeft: false });
    const list = columns.current?.querySelector<HTMLElement>('[role="listbox"]');
    (list ?? columns.current)?.focus();
  }, [isLeft]);
  return columns;
}

/** The passage chosen; when it is no longer listed, as one that was just settled, the one in its place. */
function useChosen(rows: readonly Row[]): Row | undefined {
  const chosen = useAdjudicating((all) => all.chosen);
  const place = useAdjudicating((all) => all.place);
  const found = rows.findIndex((one) => keyOf(one) === chosen);
  const index = found === -1 ? Math.min(place, rows.length - 1) : found;
  const row = rows[index];
  const id = row && keyOf(row);
  useEffect(() => {
    if (id !== undefined) changeAdjudicating({ chosen: id, place: Math.max(index, 0) });
  }, [id, index]);
  return row;
}
