import { Check, ChevronDown } from 'lucide-react';
import {
  Fragment,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { VirtualListbox } from './virtual-listbox';
import { widest } from './widest';
import fieldStyles from './field.module.css';
import styles from './choice.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly mark?: ReactNode;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** Stands where the value would, while there is none. */
  readonly placeholder?: string;
}

/**
 * One of a list. The list is the browser's own popover: it lies over everything, a press elsewhere and Escape close it and
 * give the focus back, and what is around it is not laid out anew, which takes longer than a frame beside a long text.
 */
export function Choice<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, isDisabled = false, placeholder } = props;
  const id = useId();
  const anchor = `--${id.replaceAll(/\W/gu, '')}`;
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  // A press on the button of an open list closes it before it is a click.
  const wasOpen = useRef(false);
  const open = (): void => {
    if (isOpen) return;
    flushSync(() => {
      setOpen(true);
    });
    popover.current?.showPopover();
    list.current?.focus();
  };
  const chosen = options.find((one) => one.value === value);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = options.findIndex((one) => one.value === value);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') open();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const next = options[at + (event.key === 'ArrowRight' ? 1 : -1)];
      if (next !== undefined) onChange(next.value);
    } else return;
    event.preventDefault();
  };
  return (
    <div className={fieldStyles['field']}>
      <span
        id={`${id}label`}
        className={fieldStyles['label']}
        onClick={() => button.current?.focus()}
      >
        {label}
      </span>
      <button
        ref={button}
        type="button"
        className={styles['button']}
        disabled={isDisabled}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-labelledby={`${id}value ${id}label`}
        aria-controls={isOpen ? `${id}list` : undefined}
        style={{ anchorName: anchor }}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          if (!wasOpen.current) open();
          wasOpen.current = false;
        }}
        onKeyDown={onKeyDown}
      >
        <span
          id={`${id}value`}
          className={styles['value']}
          data-placeholder={chosen === undefined || undefined}
        >
          {chosen === undefined ? placeholder : <Label option={chosen} />}
        </span>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      <div
        ref={popover}
        id={`${id}list`}
        popover="auto"
        className={styles['popover']}
        style={{ positionAnchor: anchor }}
        onBeforeToggle={({ newState }) => {
          if (newState === 'closed') setOpen(false);
        }}
      >
        {isOpen ? (
          <Options
            {...props}
            list={list}
            onChange={(next) => {
              popover.current?.hidePopover();
              onChange(next);
            }}
            onLeave={() => popover.current?.hidePopover()}
          />
        ) : null}
      </div>
    </div>
  );
}

/** In CSS pixels. */
const ROW_HEIGHT = 30;
const heightOf = (): number => ROW_HEIGHT;
const keyOf = ({ value }: Option<string>): string => value;
const nameOf = ({ label }: Option<string>): string => label;

interface OptionsProps<Value extends string> extends Props<Value> {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onLeave: () => void;
}

/** With their marks the widest is among so many of the widest labels. */
const WIDEST = 4;

/** They are there only while the list is open. */
function Options<Value extends string>(props: OptionsProps<Value>) {
  const { label, value, options, list, onChange, onLeave } = props;
  const sizers = useMemo(() => widest(options, WIDEST), [options]);
  const onKey = (event: KeyboardEvent, option: Option<Value>): boolean => {
    const { key } = event;
    if (key === ' ') onChange(option.value);
    else if (key === 'Escape') {
      // Only the list is left, not what it is in.
      event.stopPropagation();
      onLeave();
    } else {
      if (key === 'Tab') onLeave();
      return false;
    }
    return true;
  };
  const render = (option: Option<Value>): ReactNode => (
    <div className={styles['item']} data-selected={option.value === value || undefined}>
      <Label option={option} />
      <Check className={styles['check']} size={14} aria-hidden="true" />
    </div>
  );
  return (
    <>
      {/* The rows do not say how wide the list is to be. */}
      <div className={styles['width']} aria-hidden="true">
        {sizers.map((option) => (
          <Fragment key={option.value}>{render(option)}</Fragment>
        ))}
      </div>
      <VirtualListbox
        label={label}
        rows={options}
        keyOf={keyOf}
        heightOf={heightOf}
        nameOf={nameOf}
        listRef={list}
        startKey={options.some((one) => one.value === value) ? value : options[0]?.value}
        isSelected={(option) => option.value === value}
        onOpen={(option) => {
          onChange(option.value);
        }}
        onKey={onKey}
        render={render}
      />
    </>
  );
}

function Label({ option: { mark, label } }: { readonly option: Option<string> }) {
  return (
    <>
      {mark}
      <span className={styles['text']} dir="auto">
        {label}
      </span>
    </>
  );
}
