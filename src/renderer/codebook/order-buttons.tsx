import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { t } from '../../core/messages/message';
import { IconButton } from '../ui/button';
import styles from './codebook.module.css';

interface Props<Item> {
  readonly items: readonly Item[];
  readonly at: number;
  readonly name: string;
  readonly onChange: (items: readonly Item[]) => void;
}

/** Up, down and out, for an entry of a list whose order a person chooses. */
export function OrderButtons<Item>({ items, at, name, onChange }: Props<Item>) {
  const swap = (by: 1 | -1): void => {
    const [one, other] = [items[at], items[at + by]];
    if (one === undefined || other === undefined) return;
    onChange(items.with(at, other).with(at + by, one));
  };
  const shown = name.trim() === '' ? t('codebook.unnamed') : name;
  return (
    <span className={styles['order']}>
      <IconButton
        label={t('codebook.up', { name: shown })}
        isDisabled={at === 0}
        onPress={() => {
          swap(-1);
        }}
      >
        <ArrowUp size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('codebook.down', { name: shown })}
        isDisabled={at === items.length - 1}
        onPress={() => {
          swap(1);
        }}
      >
        <ArrowDown size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('codebook.remove', { name: shown })}
        onPress={() => {
          onChange(items.toSpliced(at, 1));
        }}
      >
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
