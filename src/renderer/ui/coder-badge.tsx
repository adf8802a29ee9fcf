import type { CSSProperties } from 'react';
import type { Coder } from '../../core/project/project';
import { coderColour, initialsOf } from '../../core/teamwork/coder-look';
import styles from './coder-badge.module.css';

interface Props {
  readonly coders: readonly Coder[];
  readonly coder: Coder;
}

/** A coder's initials on the coder's colour, beside the name or where the name is said otherwise. */
export function CoderBadge({ coders, coder }: Props) {
  const colour = coderColour(coders, coder.id);
  return (
    <span
      className={styles['badge']}
      style={{ '--coder': `var(--hue-${colour})` } as CSSProperties}
      aria-hidden="true"
    >
      {initialsOf(coders, coder)}
    </span>
  );
}
