import { useState } from 'react';
import type { MergeChoices } from '../../core/merging/unmatched';
import { t } from '../../core/messages/message';
import type { PackPreview } from '../../ipc/contract';
import { confirmPack } from '../state/pack-actions';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import styles from './transfer.module.css';
import { UnmatchedList } from './unmatched-list';

const list = new Intl.ListFormat('en');
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

interface Props {
  readonly preview: PackPreview;
  readonly onClose: () => void;
}

/** What is in a pack and what it would do, before it does. */
export function PackDialog({ preview, onClose }: Props) {
  const { fileName, title, coder, at, texts, brings } = preview;
  const unmatched = brings?.unmatched ?? [];
  const [choices, setChoices] = useState<MergeChoices>(() =>
    Object.fromEntries(unmatched.map(({ key, suggested }) => [key, suggested])),
  );
  const [isBusy, setBusy] = useState(false);
  const isKnown = brings?.isKnown === true;
  const about = { file: fileName, coder, title, day: day.format(new Date(at)) };
  const lines = brings === undefined ? [t('pack.preview.texts', { n: texts })] : linesOf(brings);
  return (
    <DialogFrame
      title={t(brings === undefined ? 'pack.preview.open' : 'pack.preview.merge')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={isKnown || isBusy}
            onPress={() => {
              setBusy(true);
              void confirmPack(preview, choices).finally(() => {
                setBusy(false);
              });
            }}
          >
            {t(brings === undefined ? 'pack.makeProject' : 'pack.merge')}
          </Button>
        </>
      }
    >
      <p className={styles['from']}>
        {t(brings === undefined ? 'pack.preview.for' : 'pack.preview.from', about)}
      </p>
      {isKnown ? <p>{t('pack.preview.nothing')}</p> : null}
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {unmatched.length === 0 ? null : (
        <UnmatchedList
          unmatched={unmatched}
          choices={choices}
          onChoose={(key, value) => {
            setChoices((before) => ({ ...before, [key]: value }));
          }}
        />
      )}
      <p className={styles['from']}>
        {t(brings === undefined ? 'pack.preview.project' : 'pack.preview.backup')}
      </p>
    </DialogFrame>
  );
}

function linesOf(brings: NonNullable<PackPreview['brings']>): readonly string[] {
  const { added, changed, removed, others, decisions, coders, documents, notices } = brings;
  return [
    ...(added > 0 ? [t('pack.preview.added', { n: added })] : []),
    ...(changed > 0 ? [t('pack.preview.changed', { n: changed })] : []),
    ...(removed > 0 ? [t('pack.preview.removed', { n: removed })] : []),
    ...(others > 0 ? [t('pack.preview.others', { n: others })] : []),
    ...(coders.length > 0 ? [t('pack.preview.coders', { names: list.format(coders) })] : []),
    ...(documents.length > 0
      ? [t('pack.preview.documents', { titles: list.format(documents) })]
      : []),
    ...(decisions > 0 ? [t('pack.preview.decisions', { n: decisions })] : []),
    ...notices,
  ];
}
