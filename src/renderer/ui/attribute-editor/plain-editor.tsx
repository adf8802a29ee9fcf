import { useId, useLayoutEffect, useRef, useState } from 'react';
import { readPlain, type PlainType } from '../../../core/codebook/plain-value';
import { t } from '../../../core/messages/message';
import type { EditorProps } from './editor-props';
import { plainIntent } from './picker-keys';
import styles from './attribute-editor.module.css';

interface Props extends EditorProps {
  readonly type: PlainType;
}

/** A number, a date or some words: kept by Enter and by going on; an empty field is no value. */
export function PlainEditor({ name, type, value, describedBy, onTake, onGo }: Props) {
  const before = value === undefined ? '' : String(value);
  const [draft, setDraft] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const wrongId = useId();
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  /** True when there is nothing left to keep. */
  const keep = (then: 'next' | 'stay'): boolean => {
    const read = readPlain(type, draft);
    if (!read.ok) {
      setWrong(true);
      return false;
    }
    if (read.value === value) return true;
    onTake(read.value, then);
    return then === 'stay';
  };
  return (
    <div className={styles['picker']}>
      <input
        ref={input}
        className={styles['input']}
        aria-label={name}
        aria-describedby={isWrong ? wrongId : describedBy}
        aria-invalid={isWrong || undefined}
        autoComplete="off"
        data-undo="project"
        dir="auto"
        inputMode={type === 'number' ? 'decimal' : undefined}
        placeholder={t(`coding.${type}`)}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          const intent = event.nativeEvent.isComposing ? undefined : plainIntent(event, draft);
          if (intent === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          if (intent.kind === 'take') {
            if (keep('next')) onGo('next');
          } else if (intent.kind === 'go') {
            if (intent.to === 'leave' || keep('stay')) onGo(intent.to);
          }
        }}
        onBlur={() => {
          if (draft !== before) keep('stay');
        }}
      />
      {isWrong ? (
        <p id={wrongId} role="alert" className={styles['wrong']}>
          {t(type === 'number' ? 'coding.numberWrong' : 'coding.dateWrong')}
        </p>
      ) : null}
    </div>
  );
}
