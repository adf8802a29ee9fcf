import { useState } from 'react';
import type { Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import type { Fault } from '../../core/result';
import styles from './tree.module.css';

interface Props {
  readonly code: Code;
  /** Gives the name, or says why it cannot be. */
  readonly check: (name: string) => Fault | undefined;
  readonly onClose: () => void;
}

/** The name in its line: Enter gives it, Escape leaves it as it was. */
export function RenameField({ code, check, onClose }: Props) {
  const [name, setName] = useState(code.name);
  const [wrong, setWrong] = useState<string>();
  const finish = (): boolean => {
    const fault = check(name);
    setWrong(fault?.text);
    return fault === undefined;
  };
  return (
    <span className={styles['rename']}>
      <input
        autoFocus
        dir="auto"
        aria-label={t('codebook.tree.rename', { name: code.name })}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : 'rename-wrong'}
        value={name}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
        onChange={(event) => {
          setName(event.target.value);
          setWrong(undefined);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') {
            event.preventDefault();
            onClose();
          } else if (event.key === 'Enter' && finish()) onClose();
        }}
        onBlur={() => {
          if (finish()) onClose();
        }}
      />
      {wrong === undefined ? null : (
        <span id="rename-wrong" role="alert" className={styles['wrong']}>
          {wrong}
        </span>
      )}
    </span>
  );
}
