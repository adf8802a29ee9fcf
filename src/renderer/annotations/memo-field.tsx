import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import { writeMemo } from '../state/annotation-actions';
import { store } from '../state/app-state';
import { focusText } from '../state/text-focus';
import fieldStyles from '../ui/field.module.css';

/** How long the keys must rest until what was typed is kept, in milliseconds. */
const REST = 800;

/** Kept when the keys rest and when one leaves it; until then the status does not say "Saved". */
export function MemoField({
  annotation,
  isOwn,
}: {
  readonly annotation: Annotation;
  readonly isOwn: boolean;
}) {
  const [kept, setKept] = useState(annotation.memo);
  const [draft, setDraft] = useState(annotation.memo);
  // Undo and other changes from outside replace what is being written.
  if (kept !== annotation.memo) {
    setKept(annotation.memo);
    setDraft(annotation.memo);
  }
  const latest = useRef({ annotation, draft });
  useEffect(() => {
    latest.current = { annotation, draft };
    store.setState({ isUnkept: draft !== annotation.memo });
    if (draft === annotation.memo) return undefined;
    const timer = setTimeout(writeMemo, REST, annotation, draft);
    return () => {
      clearTimeout(timer);
    };
  }, [annotation, draft]);
  const keep = (): void => {
    writeMemo(latest.current.annotation, latest.current.draft);
  };
  useEffect(
    () => () => {
      writeMemo(latest.current.annotation, latest.current.draft);
      store.setState({ isUnkept: false });
    },
    [],
  );
  return (
    <label className={fieldStyles['field']}>
      <span className={fieldStyles['label']}>{t('window.inspector.memo')}</span>
      <textarea
        className={fieldStyles['area']}
        data-memo
        placeholder={isOwn ? t('window.inspector.memoHint') : ''}
        dir="auto"
        rows={2}
        readOnly={!isOwn}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isDone && event.key !== 'Escape') return;
          event.stopPropagation();
          focusText();
        }}
      />
    </label>
  );
}
