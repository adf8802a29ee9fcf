import type { Fault } from '../../core/result';
import styles from './fault-list.module.css';

/** Faults one below the other, each with its place. */
export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <ul className={styles['list']} tabIndex={0}>
      {faults.map((fault, index) => (
        <li key={index}>
          {fault.where === undefined ? null : (
            <code className={styles['place']}>{fault.where}</code>
          )}
          {fault.text}
        </li>
      ))}
    </ul>
  );
}
