import { Plus } from 'lucide-react';
import type { PartDefinition } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { Area } from '../ui/area';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import type { Editing } from './editing';
import { OrderButtons } from './order-buttons';
import styles from './codebook.module.css';

/** The named sub-spans that an annotation of the code may have. */
export function PartsEditor({ code, change, wrong }: Editing) {
  const { parts } = code;
  const put = (at: number, part: PartDefinition): void => {
    change({ parts: parts.with(at, part) });
  };
  return (
    <section className={styles['section']} aria-label={t('codebook.parts')}>
      <h3>{t('codebook.parts')}</h3>
      {parts.length === 0 ? <p className={styles['none']}>{t('codebook.parts.none')}</p> : null}
      <ol className={styles['entries']}>
        {parts.map((part, i) => (
          <li key={i} className={styles['entry']}>
            <Field
              label={t('codebook.parts.name', { n: i + 1 })}
              value={part.name}
              wrong={wrong(`parts[${String(i)}].name`)}
              onChange={(name) => {
                put(i, { ...part, name });
              }}
            />
            <Area
              label={t('codebook.parts.definition', { n: i + 1 })}
              value={part.definition}
              onChange={(definition) => {
                put(i, { ...part, definition });
              }}
            />
            <OrderButtons
              items={parts}
              at={i}
              name={part.name}
              onChange={(next) => {
                change({ parts: next });
              }}
            />
          </li>
        ))}
      </ol>
      <Button
        onPress={() => {
          change({ parts: [...parts, { name: '', definition: '' }] });
        }}
      >
        <Plus size={14} aria-hidden="true" />
        {t('codebook.parts.add')}
      </Button>
    </section>
  );
}
