import type { Code } from '../../core/codebook/codebook';
import { cssColour } from './code-sheet';
import styles from './code-mark.module.css';

/** The code's colour and line style as a short stroke: the same sign in the bar, the lists and the inspector. */
export function CodeMark({
  code,
  colour,
}: {
  readonly code: Pick<Code, 'id' | 'lineStyle'>;
  /** A colour that is not the code's yet. */
  readonly colour?: Code['colour'];
}) {
  const mark = colour === undefined ? `var(--code-${code.id})` : cssColour(colour);
  return (
    <span
      aria-hidden="true"
      className={`${styles['mark'] as string} ${styles[code.lineStyle] as string}`}
      style={{ '--mark': mark } as React.CSSProperties}
    />
  );
}
