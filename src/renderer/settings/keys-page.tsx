import { Fragment } from 'react';
import { activeCodes } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { backToText } from '../state/view-actions';
import { PageFrame } from '../ui/page-frame';
import styles from './settings.module.css';

/** Every key of the reader. */
export function KeysPage() {
  const codebook = useApp((state) => state.project?.codebook);
  const isMac = useApp((state) => state.platform === 'mac');
  const mod = isMac ? '⌘' : 'Ctrl';
  const alt = isMac ? '⌥' : 'Alt';
  const codes = codebook === undefined ? [] : activeCodes(codebook);
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['← → ↑ ↓'], t('window.keys.caret')],
    [[isMac ? '⌥ ← →' : 'Ctrl ← →'], t('window.keys.word')],
    [[isMac ? '⌃⌥ ← →' : 'Alt ← →'], t('window.keys.sentence')],
    [[isMac ? '⌥ ↑ ↓' : 'Ctrl ↑ ↓'], t('window.keys.paragraph')],
    [['Shift'], t('window.keys.select')],
    ...codes.flatMap(({ name, key }) =>
      key === undefined
        ? []
        : [[[key.toUpperCase()], t('window.keys.code', { code: name })] as const],
    ),
    [[alt], t('window.keys.exactly')],
    [['Enter'], t('window.keys.activate')],
    [['Tab', 'Shift Tab'], t('window.keys.next')],
    [['F2'], t('window.keys.boundaries')],
    [[isMac ? '⌃ M' : 'Ctrl M'], t('window.keys.memo')],
    [['Delete'], t('window.keys.delete')],
    [[`${mod} Z`, isMac ? '⇧⌘ Z' : 'Ctrl Shift Z'], t('window.keys.undo')],
    [['Esc'], t('window.keys.leave')],
    [['F6'], t('window.keys.panes')],
  ];
  return (
    <PageFrame title={t('window.keys.title')} onClose={backToText}>
      <dl className={styles['keys']}>
        {rows.map(([keys, what]) => (
          <Fragment key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </PageFrame>
  );
}
