import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ProjectList } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { createFault, type Fault } from '../../core/result';
import { checkLabel } from '../../core/text/label';
import { Button, IconButton } from '../ui/button';
import { Field } from '../ui/field';
import fieldStyles from '../ui/field.module.css';
import styles from './codebook.module.css';

interface Props {
  readonly list: ProjectList;
  readonly onRename: (from: string, to: string) => Fault | undefined;
  readonly onChange: (list: ProjectList) => void;
  /** Why it cannot go. */
  readonly onRemove: () => Fault | undefined;
}

const ROW = 40;

/** One list: its values to rename (the annotations follow), to take away, and to add to. */
export function ListEditor({ list, onRename, onChange, onRemove }: Props) {
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [filter, setFilter] = useState('');
  const [kept, setKept] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = list.values.filter((one) => one.toLowerCase().includes(filter.toLowerCase()));
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => shown[index] ?? index,
    overscan: 6,
  });
  const add = (): void => {
    const trimmed = value.trim();
    const fault =
      checkLabel(trimmed) ??
      (list.values.includes(trimmed)
        ? createFault('codebook.lists.there', { value: trimmed })
        : undefined);
    setWrong(fault?.text);
    if (fault !== undefined) return;
    onChange({ ...list, values: [...list.values, trimmed] });
    setValue('');
  };
  return (
    <section className={styles['list']} aria-label={list.name}>
      <header className={styles['listHeader']}>
        <h3 dir="auto">{list.name}</h3>
        <span className={styles['quiet']}>
          {t('codebook.lists.values', { n: list.values.length })}
        </span>
        <Button
          kind="danger"
          onPress={() => {
            setKept(onRemove()?.text);
          }}
        >
          {t('codebook.lists.remove')}
        </Button>
      </header>
      {kept === undefined ? null : (
        <p role="alert" className={styles['wrong']}>
          {kept}
        </p>
      )}
      {list.values.length > 12 ? (
        <Field
          label={t('codebook.lists.filter')}
          type="search"
          value={filter}
          onChange={setFilter}
        />
      ) : null}
      <div ref={scroller} className={styles['values-list']}>
        <ul className={styles['splitInner']} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const one = shown[item.index];
            return one === undefined ? null : (
              <li
                key={one}
                ref={rows.measureElement}
                data-index={item.index}
                className={styles['splitRow']}
                style={{ transform: `translateY(${String(item.start)}px)` }}
              >
                <Value
                  value={one}
                  onRename={(to) => onRename(one, to)}
                  onRemove={() => {
                    onChange({ ...list, values: list.values.filter((other) => other !== one) });
                  }}
                />
              </li>
            );
          })}
        </ul>
      </div>
      <form
        className={styles['saveRow']}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field
          label={t('codebook.lists.addValue')}
          value={value}
          wrong={wrong}
          onChange={setValue}
        />
        <Button type="submit">{t('codebook.lists.addValueRun')}</Button>
      </form>
    </section>
  );
}

interface ValueProps {
  readonly value: string;
  readonly onRename: (to: string) => Fault | undefined;
  readonly onRemove: () => void;
}

/** Enter or leaving the field gives the value its new name; Escape leaves it as it was. */
function Value({ value, onRename, onRemove }: ValueProps) {
  const [written, setWritten] = useState(value);
  const [wrong, setWrong] = useState<string>();
  const finish = (): void => {
    if (written !== value) setWrong(onRename(written)?.text);
  };
  return (
    <div className={styles['value']}>
      <div className={styles['valueField']}>
        <input
          dir="auto"
          className={fieldStyles['input']}
          aria-label={t('codebook.lists.value', { value })}
          aria-invalid={wrong !== undefined}
          value={written}
          onChange={(event) => {
            setWritten(event.target.value);
            setWrong(undefined);
          }}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
            if (event.key !== 'Escape' || written === value) return;
            event.preventDefault();
            setWritten(value);
            setWrong(undefined);
          }}
        />
        {wrong === undefined ? null : (
          <span role="alert" className={styles['wrong']}>
            {wrong}
          </span>
        )}
      </div>
      <IconButton label={t('codebook.remove', { name: value })} onPress={onRemove}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
