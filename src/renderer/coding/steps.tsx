import type { AttributeValue } from '../../core/annotation/annotation';
import type { Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import styles from './quick-bar.module.css';

interface Props {
  readonly code: Code;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Id of the attribute that is asked. */
  readonly current: string;
}

/** A dot an attribute: full when it has a value, empty when it has none, smaller when it need not have one. */
export function Steps({ code, attributes, current }: Props) {
  const at = code.attributes.findIndex(({ id }) => id === current);
  const label = t('coding.bar.step', {
    name: code.attributes[at]?.name ?? '',
    n: at + 1,
    of: code.attributes.length,
  });
  return (
    <span className={styles['steps']} role="img" aria-label={label}>
      {code.attributes.map(({ id, name, required }) => (
        <span
          key={id}
          className={styles['step']}
          title={name}
          data-set={attributes[id] === undefined ? undefined : ''}
          data-required={required ? '' : undefined}
          data-current={id === current ? '' : undefined}
        />
      ))}
    </span>
  );
}
