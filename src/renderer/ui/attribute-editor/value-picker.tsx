import { Check, Plus, X } from 'lucide-react';
import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { AttributeValue } from '../../../core/annotation/annotation';
import { t } from '../../../core/messages/message';
import { useActiveInView } from '../use-active-in-view';
import type { EditorProps } from './editor-props';
import { pickerIntent, type PickerIntent } from './picker-keys';
import { firstRow, pickerRows, type PickerRow } from './rows';
import styles from './attribute-editor.module.css';

interface Props extends EditorProps {
  /** True for attributes that have several values. */
  readonly isMultiple: boolean;
}

/** Picks by digit, by type-ahead or by mouse; a list that grows takes new entries in the same stroke. */
export function ValuePicker({
  name,
  value,
  offers,
  labelOf,
  isMultiple,
  describedBy,
  onTake,
  onCreate,
  onGo,
}: Props) {
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState<number>();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);

  const chosen = typeof value === 'object' ? value : [];
  const current = isMultiple ? undefined : value;
  const closed = pickerRows(offers, query, false);
  const isOpen = closed[moved ?? firstRow(closed, offers, query, current)]?.kind === 'create';
  const isOther = moved !== undefined && moved >= closed.length;
  const rows = isOpen || isOther ? pickerRows(offers, query, true) : closed;
  const active = moved ?? firstRow(rows, offers, query, current);
  const isPointing = useActiveInView(active, query, () => list.current?.children[active]);

  const type = (text: string): void => {
    setQuery(text);
    setMoved(undefined);
  };
  const take = (row: PickerRow | undefined, stays: boolean): void => {
    const then = stays && isMultiple ? 'stay' : 'next';
    type('');
    if (row === undefined) {
      if (chosen.length > 0 || current !== undefined) onGo('next');
    } else if (row.kind === 'create') {
      onCreate(row.name, row.actorKind, then);
    } else {
      onTake(isMultiple ? withOne(chosen, String(row.offer.value), stays) : row.offer.value, then);
    }
  };
  const act = (intent: PickerIntent): boolean => {
    switch (intent.kind) {
      case 'move': {
        const next = active === -1 && intent.by === -1 ? rows.length - 1 : active + intent.by;
        if (rows.length > 0) setMoved((next + rows.length) % rows.length);
        return true;
      }
      case 'digit': {
        const row = rows.find((one) => one.kind === 'offer' && one.offer.digit === intent.digit);
        if (row !== undefined) take(row, intent.stays);
        return row !== undefined;
      }
      case 'take': {
        // What was added already is enough, unless one typed or moved to another.
        const isEnough = chosen.length > 0 && query.trim() === '' && moved === undefined;
        take(isEnough ? undefined : rows[active], intent.stays);
        return true;
      }
      case 'clear':
        if (value !== undefined) onTake(undefined, 'stay');
        return true;
      case 'go':
        if (intent.to === 'leave' && query !== '') type('');
        else onGo(intent.to);
        return true;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const intent = pickerIntent(event, query);
    if (intent === undefined || !act(intent)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const rowId = (index: number): string => `${listId}-${String(index)}`;
  return (
    <div className={styles['picker']}>
      {isMultiple && chosen.length > 0 ? (
        <ul className={styles['tokens']}>
          {chosen.map((one) => (
            <li key={one}>
              <button
                type="button"
                tabIndex={-1}
                className={styles['token']}
                aria-label={t('coding.remove', { name: labelOf(one) })}
                onClick={() => {
                  onTake(noneIfEmpty(chosen.filter((other) => other !== one)), 'stay');
                  input.current?.focus();
                }}
              >
                <span dir="auto">{labelOf(one)}</span>
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        ref={input}
        className={styles['input']}
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={active === -1 ? undefined : rowId(active)}
        aria-label={name}
        aria-describedby={describedBy}
        autoComplete="off"
        data-undo="project"
        spellCheck={false}
        dir="auto"
        placeholder={t(offers.grows === undefined ? 'coding.pick' : 'coding.pickOrCreate')}
        value={query}
        onChange={(event) => {
          type(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('coding.offers', { name })}
        aria-multiselectable={isMultiple || undefined}
        className={styles['rows']}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
      >
        {rows.map((row, index) => (
          <Row
            key={rowKey(row)}
            id={rowId(index)}
            row={row}
            isActive={index === active}
            isChosen={isChosen(row, value)}
            onPoint={(event) => {
              if (index !== active && isPointing(event)) setMoved(index);
            }}
            onTake={(stays) => {
              take(row, stays);
            }}
          />
        ))}
      </ul>
      {rows.length === 0 ? (
        <p className={styles['none']}>{t(query === '' ? 'coding.empty' : 'coding.none')}</p>
      ) : null}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: PickerRow;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onPoint: (event: MouseEvent) => void;
  readonly onTake: (stays: boolean) => void;
}

function Row({ id, row, isActive, isChosen, onPoint, onTake }: RowProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      className={styles['row']}
      data-active={isActive || undefined}
      data-create={row.kind === 'create' && !row.isOther ? '' : undefined}
      onMouseMove={onPoint}
      onClick={(event) => {
        onTake(event.shiftKey);
      }}
    >
      {row.kind === 'create' ? <NewEntry row={row} /> : <Existing row={row} />}
      {isChosen ? <Check size={14} aria-hidden="true" /> : null}
    </li>
  );
}

function Existing({ row: { offer } }: { readonly row: PickerRow & { kind: 'offer' } }) {
  return (
    <>
      <kbd className={styles['digit']}>{offer.digit}</kbd>
      <span className={styles['label']} dir="auto">
        {offer.label}
      </span>
      {offer.alias === undefined ? null : (
        <span className={styles['alias']} dir="auto">
          “{offer.alias}”
        </span>
      )}
      {offer.hint === undefined ? null : <span className={styles['hint']}>{offer.hint}</span>}
    </>
  );
}

function NewEntry({ row }: { readonly row: PickerRow & { kind: 'create' } }) {
  const kind = row.actorKind === undefined ? undefined : t(`actorKind.${row.actorKind}`);
  if (row.isOther) {
    return (
      <>
        <span className={styles['digit']} />
        <span className={styles['alias']}>{t('coding.createAs', { kind: kind ?? '' })}</span>
      </>
    );
  }
  return (
    <>
      <span className={styles['digit']}>
        <Plus size={14} aria-hidden="true" />
      </span>
      <span className={styles['label']} dir="auto">
        {t('coding.create', { name: row.name })}
      </span>
      {kind === undefined ? null : <span className={styles['hint']}>{kind}</span>}
    </>
  );
}

function rowKey(row: PickerRow): string {
  return row.kind === 'offer' ? `offer ${String(row.offer.value)}` : `new ${row.actorKind ?? ''}`;
}

function isChosen(row: PickerRow, value: AttributeValue | undefined): boolean {
  if (row.kind === 'create' || value === undefined) return false;
  const { value: offered } = row.offer;
  return typeof value === 'object' ? value.includes(String(offered)) : value === offered;
}

/** With `toggles` one that is there already goes. */
function withOne(
  chosen: readonly string[],
  one: string,
  toggles: boolean,
): readonly string[] | undefined {
  if (!chosen.includes(one)) return [...chosen, one];
  return toggles ? noneIfEmpty(chosen.filter((other) => other !== one)) : chosen;
}

function noneIfEmpty(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
