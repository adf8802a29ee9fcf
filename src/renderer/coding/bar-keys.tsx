import type { AttributeDefinition } from '../../core/codebook/codebook';
import { t, type MessageKey } from '../../core/messages/message';
import type { Way } from '../ui/attribute-editor/picker-keys';
import styles from './quick-bar.module.css';

type Hint = readonly [keys: string, what: MessageKey & `coding.bar.${string}`];

const PICK: readonly Hint[] = [
  ['1–9', 'coding.bar.pick'],
  ['↵', 'coding.bar.take'],
];
const MORE: readonly Hint[] = [['⇧ ↵', 'coding.bar.more']];
const TAKE: readonly Hint[] = [['↵', 'coding.bar.take']];
const GO: readonly (readonly [way: Way, ...Hint])[] = [
  ['back', '⌫', 'coding.bar.back'],
  ['forward', '⇥', 'coding.bar.next'],
  ['leave', 'Esc', 'coding.bar.later'],
];

interface Props {
  readonly definition: AttributeDefinition;
  readonly onGo: (way: Way) => void;
}

/** What the keys do here, for those who learn; by mouse one goes to another question, or leaves them for later. */
export function BarKeys({ definition: { type }, onGo }: Props) {
  const isPlain = type === 'number' || type === 'date' || type === 'text';
  const isMultiple = type === 'several' || type === 'actors';
  const hints = [...(isPlain ? TAKE : PICK), ...(isMultiple ? MORE : [])];
  return (
    <footer className={styles['keys']}>
      {hints.map(([keys, what]) => (
        <span key={what} aria-hidden="true">
          <kbd className={styles['key']}>{keys}</kbd> {t(what as 'coding.bar.pick')}
        </span>
      ))}
      <span className={styles['ways']}>
        {GO.map(([way, keys, what]) => (
          <button
            key={way}
            type="button"
            tabIndex={-1}
            className={styles['way']}
            onClick={() => {
              onGo(way);
            }}
          >
            <kbd className={styles['key']} aria-hidden="true">
              {keys}
            </kbd>{' '}
            {t(what as 'coding.bar.back')}
          </button>
        ))}
      </span>
    </footer>
  );
}
