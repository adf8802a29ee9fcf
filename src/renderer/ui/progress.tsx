import { Label, ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';

interface Props {
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  /** How far it is in words; a percentage where there are none. */
  readonly words?: string;
}

/** How far something is that takes a while. */
export function Progress({ label, share, words }: Props) {
  return (
    <ProgressBar
      className={styles['progress'] as string}
      value={share * 100}
      {...(words !== undefined && { valueLabel: words })}
    >
      {({ percentage = 0, valueText }) => (
        <>
          <Label>{label}</Label>
          <span className={styles['value']}>{valueText}</span>
          <span className={styles['bar']}>
            <span className={styles['fill']} style={{ inlineSize: `${String(percentage)}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
