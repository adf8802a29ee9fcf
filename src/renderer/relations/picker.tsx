import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useActiveInView } from '../ui/use-active-in-view';
import styles from './picker.module.css';

export interface PickerOption<Value> {
  readonly id: string;
  readonly value: Value;
  /** What is read aloud. */
  readonly label: string;
  readonly content: ReactNode;
  /** Begins a group with this heading. */
  readonly heading?: string;
}

interface Props<Value> {
  readonly label: string;
  readonly listLabel: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: readonly PickerOption<Value>[];
  readonly onPick: (value: Value) => void;
  readonly onLeave: () => void;
  /** Backspace where there is nothing to take away. */
  readonly onBack?: () => void;
  /** The option that Enter would take. */
  readonly onActive?: (value: Value | undefined) => void;
  /** The digits 1 to 9 take the first nine. */
  readonly hasDigits?: boolean;
  /** Said where there is no option, or below the last. */
  readonly note?: string | undefined;
}

/**
 * A line to type in and the options that fit, one of which is active: arrows and Tab walk, Enter takes it, Escape leaves.
 * Tab walks too because the options are places in the text that one goes through, as with Tab in the text.
 */
export function Picker<Value>(props: Props<Value>) {
  const { label, listLabel, placeholder, query, onQuery, options, onPick, note } = props;
  const [activeId, setActiveId] = useState<string>();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const place = Math.max(
    0,
    options.findIndex((one) => one.id === activeId),
  );
  const active = options[place];
  const value = active?.value;
  const { onActive } = props;
  useEffect(() => {
    onActive?.(value);
  }, [onActive, value]);
  const isPointing = useActiveInView(active?.id, query, () =>
    list.current?.querySelector('[aria-selected=true]'),
  );
  useEffect(() => {
    input.current?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const taken = takeKey(event, props, active, (step) => {
      const next = options[(place + step + options.length) % Math.max(1, options.length)];
      setActiveId(next?.id);
    });
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        ref={input}
        className={styles['input']}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        {...(active && { 'aria-activedescendant': `${listId}${active.id}` })}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setActiveId(undefined);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={listId} role="listbox" aria-label={listLabel} className={styles['list']}>
        {options.map((option, index) => [
          option.heading === undefined ? null : (
            <li key="heading" role="presentation" className={styles['groupHeading']}>
              {option.heading}
            </li>
          ),
          <li
            key={option.id}
            id={`${listId}${option.id}`}
            role="option"
            aria-selected={option === active}
            className={styles['option']}
            onMouseMove={(event) => {
              if (option !== active && isPointing(event)) setActiveId(option.id);
            }}
            onPointerDown={(event) => {
              // The line keeps the focus.
              event.preventDefault();
            }}
            onClick={() => {
              onPick(option.value);
            }}
          >
            <span className="visually-hidden">{option.label}</span>
            <span aria-hidden="true" className={styles['seen']}>
              {props.hasDigits === true && index < 9 ? (
                <kbd className={styles['digit']}>{index + 1}</kbd>
              ) : null}
              {option.content}
            </span>
          </li>,
        ])}
      </ul>
      {note === undefined ? null : (
        <p role="status" className={styles['note']}>
          {note}
        </p>
      )}
    </>
  );
}

/** True when the key was the picker's. */
function takeKey<Value>(
  event: KeyboardEvent,
  { options, onPick, onLeave, onBack, query, hasDigits }: Props<Value>,
  active: PickerOption<Value> | undefined,
  walk: (step: 1 | -1) => void,
): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === 'Escape') onLeave();
  else if (!isPlain) return false;
  else if (event.key === 'ArrowDown' || (event.key === 'Tab' && !event.shiftKey)) walk(1);
  else if (event.key === 'ArrowUp' || event.key === 'Tab') walk(-1);
  else if (event.key === 'Enter') {
    if (active !== undefined) onPick(active.value);
  } else if (event.key === 'Backspace' && query === '' && onBack !== undefined) onBack();
  else if (hasDigits === true && /^[1-9]$/.test(event.key)) {
    const option = options[Number(event.key) - 1];
    if (option !== undefined) onPick(option.value);
  } else return false;
  return true;
}
