import { Plus, Trash2 } from 'lucide-react';
import type { CodeExample } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { selectedAnnotation } from '../state/annotation-actions';
import { addSelectedExample } from '../state/codebook-actions';
import { useApp } from '../state/app-state';
import { Area } from '../ui/area';
import { Button, IconButton } from '../ui/button';
import type { Editing } from './editing';
import styles from './codebook.module.css';

/** Passages that show what the code is for. */
export function ExamplesEditor({ code, change }: Editing) {
  // Re-rendered when another annotation is selected, or the same one gets another code.
  useApp((state) => state.selectedId);
  const isSelected = selectedAnnotation()?.codeId === code.id;
  const put = (at: number, example: CodeExample): void => {
    change({ examples: code.examples.with(at, example) });
  };
  return (
    <section className={styles['section']} aria-label={t('codebook.examples')}>
      <h3>{t('codebook.examples')}</h3>
      {code.examples.length === 0 ? (
        <p className={styles['none']}>{t('codebook.examples.none')}</p>
      ) : null}
      <ol className={styles['entries']}>
        {code.examples.map((example, i) => (
          <li key={i} className={styles['example']}>
            <Area
              label={t('codebook.examples.quote')}
              value={example.quote}
              onChange={(quote) => {
                put(i, { ...example, quote });
              }}
            />
            <Area
              label={t('codebook.examples.note')}
              value={example.note}
              onChange={(note) => {
                put(i, { ...example, note });
              }}
            />
            <IconButton
              label={t('codebook.examples.remove', { n: i + 1 })}
              onPress={() => {
                change({ examples: code.examples.toSpliced(i, 1) });
              }}
            >
              <Trash2 size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className={styles['row']}>
        <Button
          onPress={() => {
            change({ examples: [...code.examples, { quote: '', note: '' }] });
          }}
        >
          <Plus size={14} aria-hidden="true" />
          {t('codebook.examples.add')}
        </Button>
        {isSelected ? (
          <Button kind="quiet" onPress={addSelectedExample}>
            {t('codebook.examples.selected')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
