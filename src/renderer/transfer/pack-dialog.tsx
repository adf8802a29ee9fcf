import { useState } from 'react';
import type { MergeChoices } from '../../core/merging/unmatched';
import { t } from '../../core/messages/message';
import type { PackPreview } from '../../ipc/contract';
import { cancelLook } from '../state/looking';
import { confirmPack } from '../state/pack-actions';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { LookingState } from './looking-state';
import styles from './transfer.module.css';
import { UnmatchedList } from './unmatched-list';

const list = new Intl.ListFormat('en');
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

interface Props {
  readonly file: string;
  /** Undefined while the pack is being looked at, which can be stopped. */
  readonly preview: PackPreview | undefined;
  readonly onClose: () => void;
}

/** What is in a pack and what it would do, before it does. */
export function PackDialog({ file, preview, onClose }: Props) {
  const brings = preview?.brings;
  const isMerge = brings !== undefined;
  const [chosen, setChosen] = useState<MergeChoices>({});
  const [isBusy, setBusy] = useState(false);
  const suggested = brings?.unmatched.map((one) => [one.key, one.suggested] as const) ?? [];
  const choices = { ...Object.fromEntries(suggested), ...chosen };
  const close = preview === undefined ? cancelLook : onClose;
  return (
    <DialogFrame
      title={t(isMerge ? 'pack.preview.merge' : 'pack.preview.open')}
      onClose={close}
      footer={
        <>
          <Button autoFocus={preview === undefined} onPress={close}>
            {t('window.cancel')}
          </Button>
          {preview === undefined ? null : (
            <Button
              kind="primary"
              isDisabled={brings?.isKnown === true || isBusy}
              onPress={() => {
                setBusy(true);
                void confirmPack(preview, choices).finally(() => {
                  setBusy(false);
                });
              }}
            >
              {t(isMerge ? 'pack.merge' : 'pack.makeProject')}
            </Button>
          )}
        </>
      }
    >
      {preview === undefined ? (
        <LookingState label={t('pack.looking', { file })} />
      ) : (
        <Contents
          preview={preview}
          choices={choices}
          isMerging={isMerge && isBusy}
          onChoose={(key, value) => {
            setChosen((before) => ({ ...before, [key]: value }));
          }}
        />
      )}
    </DialogFrame>
  );
}

interface ContentsProps {
  readonly preview: PackPreview;
  readonly choices: MergeChoices;
  readonly isMerging: boolean;
  readonly onChoose: (key: string, value: string) => void;
}

function Contents({ preview, choices, isMerging, onChoose }: ContentsProps) {
  const { fileName, title, coder, at, texts, brings } = preview;
  const unmatched = brings?.unmatched ?? [];
  const about = { file: fileName, coder, title, day: day.format(new Date(at)) };
  const lines = brings === undefined ? [t('pack.preview.texts', { n: texts })] : linesOf(brings);
  return (
    <>
      <p className={styles['from']}>
        {t(brings === undefined ? 'pack.preview.for' : 'pack.preview.from', about)}
      </p>
      {brings?.isKnown === true ? <p>{t('pack.preview.nothing')}</p> : null}
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {unmatched.length === 0 ? null : (
        <UnmatchedList unmatched={unmatched} choices={choices} onChoose={onChoose} />
      )}
      <p className={styles['from']} role="status">
        {t(
          brings === undefined
            ? 'pack.preview.project'
            : isMerging
              ? 'pack.merging'
              : 'pack.preview.backup',
        )}
      </p>
    </>
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
