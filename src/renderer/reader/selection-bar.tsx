import { Button, Toolbar } from 'react-aria-components';
import { activeCodes, type Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { codeAndAsk } from '../state/asking';
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
  const take = (code: Code): void => {
    view.collapse();
    view.focus();
    codeAndAsk(passage.span, code.id);
  };
  return (
    <div
      className={styles['bar']}
      style={{ left, top }}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') view.focus();
        const pressed = activeCodes(codebook).find((code) => code.key === event.key.toLowerCase());
        if (pressed === undefined || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        take(pressed);
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
              take(code);
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
