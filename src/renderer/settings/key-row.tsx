import { RotateCcw } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../../core/messages/message';
import type { Fault } from '../../core/result';
import type { ActionId } from '../../ipc/actions';
import { chordOf } from '../../ipc/keys';
import { useApp } from '../state/app-state';
import { giveKey, resetKey } from '../state/key-actions';
import { Button, IconButton } from '../ui/button';
import styles from './keys.module.css';

interface Props {
  readonly name: string;
  /** As people read them. */
  readonly keys: readonly string[];
  readonly note?: string | undefined;
  /** Absent for what cannot be given another key. */
  readonly id?: ActionId | undefined;
}

/** One thing a key does, its keys, and the way to give it another. */
export function KeyRow({ name, keys, note, id }: Props) {
  const isOwn = useApp(({ settings }) => id !== undefined && Object.hasOwn(settings.keys, id));
  const [isCapturing, setCapturing] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const change = useRef<HTMLButtonElement>(null);
  const end = (): void => {
    flushSync(() => {
      setCapturing(false);
      setFault(undefined);
    });
    change.current?.focus();
  };
  return (
    <li className={styles['row']}>
      <span className={styles['name']}>
        {name}
        {note === undefined ? null : <span className={styles['note']}>{note}</span>}
      </span>
      {isCapturing && id !== undefined ? (
        <Capture
          id={id}
          name={name}
          fault={fault}
          onRefused={setFault}
          onEnd={end}
          onLeave={() => {
            setCapturing(false);
            setFault(undefined);
          }}
        />
      ) : (
        <span className={styles['keys']}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      )}
      <span className={styles['verbs']}>
        {id !== undefined && isOwn && !isCapturing ? (
          <IconButton
            label={t('keys.reset', { name })}
            onPress={() => {
              setFault(resetKey(id));
              change.current?.focus();
            }}
          >
            <RotateCcw size={14} aria-hidden="true" />
          </IconButton>
        ) : null}
        {id === undefined || isCapturing ? null : (
          <Button
            ref={change}
            kind="quiet"
            aria-label={t('keys.changeOf', { name })}
            onPress={() => {
              setFault(undefined);
              setCapturing(true);
            }}
          >
            {t('keys.change')}
          </Button>
        )}
      </span>
      {fault === undefined ? null : (
        <p role="alert" className={styles['fault']}>
          {fault.text}
        </p>
      )}
    </li>
  );
}

interface CaptureProps {
  readonly id: ActionId;
  readonly name: string;
  readonly fault: Fault | undefined;
  readonly onRefused: (fault: Fault) => void;
  /** A key was taken, or Escape pressed. */
  readonly onEnd: () => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
}

/** Takes the next key as it is pressed, whatever it means elsewhere; Escape leaves. */
function Capture({ id, name, fault, onRefused, onEnd, onLeave }: CaptureProps) {
  const platform = useApp((state) => state.platform);
  const hint = useId();
  const onKeyDown = (event: React.KeyboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      onEnd();
      return;
    }
    const chord = chordOf(event.nativeEvent, platform);
    if (chord === undefined || event.nativeEvent.isComposing) return;
    const refusal = giveKey(id, chord);
    if (refusal === undefined) onEnd();
    else onRefused(refusal);
  };
  return (
    <span className={styles['capture']}>
      <input
        autoFocus
        readOnly
        className={styles['captureField']}
        aria-label={t('keys.captureOf', { name })}
        aria-describedby={hint}
        aria-invalid={fault !== undefined}
        value={t('keys.capture')}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <span id={hint} className={styles['note']}>
        {t('keys.captureHint')}
      </span>
    </span>
  );
}
