import { useEffect, useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import { store } from '../state/app-state';
import fieldStyles from '../ui/field.module.css';

interface Props {
  readonly initial: string;
  /** What was written when one leaves the field; Escape and Ctrl+Enter leave it too. */
  readonly onDone: (text: string) => void;
}

/** Written text is kept when one leaves the field, whichever way; until then the status does not say "Saved". */
export function MemoEditor({ initial, onDone }: Props) {
  const [draft, setDraft] = useState(initial);
  const latest = useRef({ draft, onDone, isOver: false });
  useEffect(() => {
    latest.current = { ...latest.current, draft, onDone };
    store.setState({ isUnkept: draft !== initial });
  }, [draft, initial, onDone]);
  useEffect(() => {
    const { current } = latest;
    current.isOver = false;
    return () => {
      store.setState({ isUnkept: false });
    };
  }, []);
  const finish = (): void => {
    if (latest.current.isOver) return;
    latest.current.isOver = true;
    latest.current.onDone(latest.current.draft);
  };
  return (
    <label className={fieldStyles['field']}>
      <span className="visually-hidden">{t('memos.text')}</span>
      <textarea
        autoFocus
        className={fieldStyles['area']}
        dir="auto"
        rows={3}
        placeholder={t('memos.hint')}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={finish}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isDone && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          finish();
        }}
      />
    </label>
  );
}
