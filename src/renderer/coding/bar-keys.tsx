import type { AttributeDefinition } from '../../core/codebook/codebook';
import { t, type MessageKey } from '../../core/messages/message';
import styles from './quick-bar.module.css';

type Hint = readonly [keys: string, what: MessageKey & `coding.bar.${string}`];

const PICK: readonly Hint[] = [
  ['1–9', 'coding.bar.pick'],
  ['↵', 'coding.bar.take'],
];
const MORE: readonly Hint[] = [['⇧ ↵', 'coding.bar.more']];
const TAKE: readonly Hint[] = [['↵', 'coding.bar.take']];
const GO: readonly Hint[] = [
  ['⇥', 'coding.bar.next'],
  ['⌫', 'coding.bar.back'],
  ['Esc', 'coding.bar.later'],
];

/** What the keys do here, for those who learn; the same in words is on the page of keys. */
export function BarKeys({ definition: { type } }: { readonly definition: AttributeDefinition }) {
  const isPlain = type === 'number' || type === 'date' || type === 'text';
  const isMultiple = type === 'several' || type === 'actors';
  const hints = [...(isPlain ? TAKE : PICK), ...(isMultiple ? MORE : []), ...GO];
  return (
    <footer className={styles['keys']} aria-hidden="true">
      {hints.map(([keys, what]) => (
        <span key={what}>
          <kbd className={styles['key']}>{keys}</kbd> {t(what as 'coding.bar.pick')}
        </span>
      ))}
    </footer>
  );
}
