import type { Code } from '../../core/codebook/codebook';
import styles from './code-mark.module.css';

/** The code's colour and line style as a short stroke: the same sign in the bar, the lists and the inspector. */
export function CodeMark({ code }: { readonly code: Pick<Code, 'id' | 'lineStyle'> }) {
  return (
    <span
      aria-hidden="true"
      className={`${styles['mark'] as string} ${styles[code.lineStyle] as string}`}
      style={{ '--mark': `var(--code-${code.id})` } as React.CSSProperties}
    />
  );
}
