import { Button, Toolbar } from 'react-aria-components';
import { activeCodes } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { annotate } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { CodeMark } from '../ui/code-mark';
import type { Passage, ReaderView } from './reader-view';
import styles from './reader.module.css';

interface Props {
  readonly passage: Passage;
  readonly view: ReaderView | undefined;
}

/** Codes with their keys, beside the selected passage: above it, or below where there is no room. */
export function SelectionBar({ passage, view }: Props) {
  const codebook = useApp((state) => state.project?.codebook);
  if (codebook === undefined || view === undefined) return null;
  const { left, top } = view.placeBar(passage);
  return (
    <div
      className={styles['bar']}
      style={{ left, top }}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') view.focus();
      }}
    >
      <Toolbar aria-label={t('window.bar.label')} className={styles['barCodes'] as string}>
        {activeCodes(codebook).map((code) => (
          <Button
            key={code.id}
            className={styles['barButton'] as string}
            aria-label={
              code.key === undefined
                ? code.name
                : t('window.bar.code', { code: code.name, key: code.key.toUpperCase() })
            }
            onPress={() => {
              annotate(passage.span, code.id);
              view.collapse();
              view.focus();
            }}
          >
            <CodeMark code={code} />
            {code.name}
            {code.key === undefined ? null : <kbd className={styles['key']}>{code.key}</kbd>}
          </Button>
        ))}
      </Toolbar>
    </div>
  );
}
