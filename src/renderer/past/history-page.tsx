import { useCallback, useMemo, useState } from 'react';
import type { DocumentId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Deed, Deeds } from '../../core/past/chronicle';
import type { Result } from '../../core/result';
import { useApp } from '../state/app-state';
import { backToText } from '../state/view-actions';
import { Choice } from '../ui/choice';
import { PageFrame } from '../ui/page-frame';
import { VirtualListbox } from '../ui/virtual-listbox';
import { DifferencePane } from './difference-pane';
import { historyRows, heightOfRow, keyOfRow, wordsOfRow, type HistoryRow } from './history-rows';
import styles from './past.module.css';
import { useAnswer } from './use-answer';
import { dayOf, momentOf, timeOf } from './when';

const ALL = 'all';

/** Who did what when, in the open document or the whole project, and the way to have any moment again as a copy. */
export function HistoryPage() {
  const project = useApp((state) => state.project);
  const open = useApp((state) => state.document?.id);
  const serial = useApp((state) => state.serial);
  const [documentId, setDocumentId] = useState<string>(open ?? ALL);
  const answer = useAnswer(`${documentId} ${String(serial)}`, () => readDeeds(documentId));
  const [known, setKnown] = useState(answer);
  if (answer !== undefined && answer !== known) setKnown(answer);
  const deeds = known?.ok === true ? known.value.deeds : undefined;
  const rows = useMemo(() => historyRows(deeds ?? []), [deeds]);
  const [stamp, setStamp] = useState<string>();
  const chosen = deeds?.find((deed) => deed.stamp === stamp);
  const render = useCallback((row: HistoryRow) => <RowWords row={row} chosen={stamp} />, [stamp]);
  if (project === undefined) return null;
  const older = known?.ok === true ? known.value.older : 0;
  return (
    <PageFrame
      title={t('history.title')}
      onClose={backToText}
      ownLayout
      head={
        <div className={styles['filter']}>
          <Choice
            label={t('history.of')}
            value={documentId}
            options={[
              { value: ALL, label: t('history.all') },
              ...project.documents.map(({ id, title }) => ({ value: id, label: title.value })),
            ]}
            onChange={setDocumentId}
          />
        </div>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['list']}>
          {known === undefined ? (
            <p className={styles['empty']} role="status">
              {t('history.reading')}
            </p>
          ) : null}
          {known?.ok === false ? <p className={styles['problem']}>{known.fault.text}</p> : null}
          {deeds?.length === 0 ? <p className={styles['empty']}>{t('history.none')}</p> : null}
          {rows.length === 0 ? null : (
            <VirtualListbox
              label={t('history.title')}
              rows={rows}
              keyOf={keyOfRow}
              heightOf={heightOfRow}
              nameOf={wordsOfRow}
              isHeading={isHeading}
              isSelected={(row) => row.kind === 'deed' && row.deed.stamp === stamp}
              render={render}
              onOpen={(row) => {
                if (row.kind === 'deed') setStamp(row.deed.stamp);
              }}
            />
          )}
          {older > 0 ? <p className={styles['empty']}>{t('history.older', { n: older })}</p> : null}
        </div>
        {chosen === undefined ? (
          <p className={styles['nothing']}>{t('history.choose')}</p>
        ) : (
          <DifferencePane
            key={chosen.stamp}
            id={{ kind: 'moment', stamp: chosen.stamp }}
            title={
              chosen.at === undefined
                ? t('history.momentFirst')
                : t('history.moment', { at: momentOf(chosen.at), text: chosen.text })
            }
          />
        )}
      </div>
    </PageFrame>
  );
}

async function readDeeds(documentId: string): Promise<Result<Deeds>> {
  const id = documentId === ALL ? null : (documentId as DocumentId);
  const answer = await window.postil.ask('past.deeds', id);
  return answer.ok ? { ok: true, value: JSON.parse(answer.value) as Deeds } : answer;
}

const isHeading = (row: HistoryRow): boolean => row.kind === 'day';

function RowWords({
  row,
  chosen,
}: {
  readonly row: HistoryRow;
  readonly chosen: string | undefined;
}) {
  if (row.kind === 'day') {
    return (
      <p className={styles['day']}>{row.at === undefined ? t('history.before') : dayOf(row.at)}</p>
    );
  }
  return <DeedWords deed={row.deed} isChosen={row.deed.stamp === chosen} />;
}

function DeedWords({ deed, isChosen }: { readonly deed: Deed; readonly isChosen: boolean }) {
  const { at, text, details } = deed;
  return (
    <div className={styles['deed']} data-chosen={isChosen || undefined}>
      <time className={styles['time']}>{at === undefined ? '' : timeOf(at)}</time>
      <div className={styles['words']}>
        <p className={styles['sentence']} dir="auto" title={text}>
          {text}
        </p>
        {details.length === 0 ? null : (
          <p className={styles['detail']} dir="auto" title={details.join('\n')}>
            {details.join('; ')}
          </p>
        )}
      </div>
    </div>
  );
}
