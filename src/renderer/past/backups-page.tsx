import { Archive } from 'lucide-react';
import { useCallback, useState } from 'react';
import { t } from '../../core/messages/message';
import type { BackupList, BackupRow } from '../../ipc/contract';
import { useApp } from '../state/app-state';
import { backUpNow } from '../state/past-actions';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import { Choice, type Option } from '../ui/choice';
import { PageFrame } from '../ui/page-frame';
import { VirtualListbox } from '../ui/virtual-listbox';
import { DifferencePane } from './difference-pane';
import styles from './past.module.css';
import { useAnswer } from './use-answer';
import { momentOf, sizeOf } from './when';

/** In CSS pixels: two lines, and a third for a file that cannot be read or came from elsewhere. */
const ROW = 60;

/** The backups of the open project, what each would change, and the way to have one again as a copy. */
export function BackupsPage() {
  const title = useApp((state) => state.project?.title);
  const [asked, setAsked] = useState(0);
  const [shelf, setShelf] = useState<string>();
  const answer = useAnswer(`${String(asked)} ${shelf ?? ''}`, () =>
    window.postil.ask('backups.list', shelf ?? null),
  );
  const [known, setKnown] = useState(answer);
  if (answer !== undefined && answer !== known) setKnown(answer);
  const shown = known?.ok === true ? known.value : undefined;
  const backups = shown?.backups;
  const [name, setName] = useState<string>();
  const chosen = backups?.find((one) => one.name === name && one.holds !== undefined);
  const render = useCallback(
    (row: BackupRow) => <BackupWords row={row} isChosen={row.name === name} />,
    [name],
  );
  return (
    <PageFrame
      title={t('backups.title')}
      onClose={backToText}
      ownLayout
      tools={
        title === undefined ? undefined : (
          <Button
            onPress={() => {
              void backUpNow().then(() => {
                setAsked((n) => n + 1);
              });
            }}
          >
            <Archive size={14} aria-hidden="true" />
            {t('action.back-up-now')}
          </Button>
        )
      }
      head={
        <div className={styles['head']}>
          <p className={styles['quiet']}>{t('backups.lead')}</p>
          {shown === undefined || shown.shelves.every(({ id }) => id === shown.shelf) ? null : (
            <div className={styles['filter']}>
              <Choice
                label={t('backups.shelf')}
                value={shown.shelf}
                options={shelvesOf(shown, title)}
                onChange={(id) => {
                  setName(undefined);
                  setShelf(id);
                }}
              />
            </div>
          )}
        </div>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['list']}>
          {known?.ok === false ? <p className={styles['problem']}>{known.fault.text}</p> : null}
          {backups?.length === 0 ? <p className={styles['empty']}>{t('backups.none')}</p> : null}
          {backups === undefined || backups.length === 0 ? null : (
            <VirtualListbox
              label={t('backups.title')}
              rows={backups}
              keyOf={nameOfRow}
              heightOf={heightOf}
              nameOf={wordsOf}
              isSelected={(row) => row.name === name}
              render={render}
              onOpen={(row) => {
                setName(row.name);
              }}
            />
          )}
        </div>
        {chosen === undefined ? (
          <p className={styles['nothing']}>{t('backups.choose')}</p>
        ) : (
          <DifferencePane
            key={chosen.name}
            id={{
              kind: 'backup',
              name: chosen.name,
              ...(shown?.isOpenProject === false && { shelf: shown.shelf }),
            }}
            title={t('backups.of', { at: momentOf(chosen.at) })}
          />
        )}
      </div>
    </PageFrame>
  );
}

/** The open project is there even before it has a backup. */
function shelvesOf({ shelf, shelves, isOpenProject }: BackupList, title = ''): Option<string>[] {
  const options = shelves.map(({ id, title: label }) => ({ value: id, label }));
  const isListed = !isOpenProject || options.some(({ value }) => value === shelf);
  return isListed ? options : [{ value: shelf, label: title }, ...options];
}

const nameOfRow = (row: BackupRow): string => row.name;
const heightOf = (): number => ROW;

function wordsOf({ at, size, holds, fault }: BackupRow): string {
  const what =
    holds === undefined
      ? (fault?.text ?? '')
      : `${t(`backups.reason.${holds.reason}`)}. ${t('backups.holds', holds)}`;
  return `${momentOf(at)}. ${what}. ${sizeOf(size)}`;
}

function BackupWords({ row, isChosen }: { readonly row: BackupRow; readonly isChosen: boolean }) {
  const { at, size, holds, fault } = row;
  return (
    <div className={styles['item']} data-chosen={isChosen || undefined}>
      <p className={styles['line']}>
        <strong>{momentOf(at)}</strong>
        <span className={styles['figure']}>{sizeOf(size)}</span>
      </p>
      {holds === undefined ? (
        <p className={styles['problem']} title={fault?.text}>
          {t('backups.unreadable')}
        </p>
      ) : (
        <p className={styles['quiet']} title={holds.folder}>
          {[
            t(`backups.reason.${holds.reason}`),
            t('backups.holds', holds),
            ...(holds.folder === undefined ? [] : [t('backups.elsewhere')]),
          ].join(' · ')}
        </p>
      )}
    </div>
  );
}
