import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef, useState, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../core/messages/message';
import { actionOf } from '../state/actions';
import { store } from '../state/app-state';
import { focusText } from '../state/text-focus';
import { useActiveInView } from '../ui/use-active-in-view';
import { createEntries, findEntries, type Found, type PaletteEntry } from './entries';
import styles from './palette.module.css';

/** More lines than anybody reads; who wants another types on. */
const MOST_SHOWN = 50;
const MOST_RECENT = 20;
/** Lines that Page Up and Page Down pass. */
const PAGE = 8;

/** What was used in this run of the window, the last first. */
let recent: readonly string[] = [];

/** Everything that can be done now, found by typing: a combobox over a list, for the keyboard alone or the mouse. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  // The dialog takes the focus from what an action is about; it goes back there before anything is done.
  const [before] = useState(() => document.activeElement);
  const [entries] = useState(() => createEntries(store.getState()));
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(query);
  const found = useMemo(() => findEntries(entries, asked, recent), [entries, asked]);
  const shown = found.slice(0, MOST_SHOWN);
  const list = useId();
  const lines = useRef<HTMLUListElement>(null);
  const current = Math.min(active, shown.length - 1);
  const isPointing = useActiveInView(current, asked, () => lines.current?.children[current]);

  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    recent = [entry.id, ...recent.filter((id) => id !== entry.id)].slice(0, MOST_RECENT);
    flushSync(onClose);
    focusAgain(before);
    entry.run();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const { nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    if (step !== undefined) setActive(stepped(current, step, shown.length));
    else if (event.key === 'Enter') choose(findEntries(entries, query, recent)[current]?.entry);
    else if (actionOf(nativeEvent, 'window') === 'command-palette') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={styles['overlay'] as string}
    >
      <Modal className={styles['modal'] as string}>
        <Dialog className={styles['dialog'] as string} aria-label={t('palette.title')}>
          <label className={styles['field']}>
            <Search size={16} aria-hidden="true" />
            <input
              autoFocus
              className={styles['input']}
              role="combobox"
              aria-label={t('palette.hint')}
              aria-expanded
              aria-controls={list}
              aria-autocomplete="list"
              aria-activedescendant={current < 0 ? undefined : `${list}-${String(current)}`}
              placeholder={t('palette.hint')}
              spellCheck={false}
              maxLength={100}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
          </label>
          <ul
            ref={lines}
            id={list}
            role="listbox"
            aria-label={t('palette.list')}
            className={styles['list']}
          >
            {shown.map((one, at) => (
              <Line
                key={one.entry.id}
                id={`${list}-${String(at)}`}
                found={one}
                isActive={at === current}
                onPoint={(event) => {
                  if (isPointing(event)) setActive(at);
                }}
                onChoose={() => {
                  choose(one.entry);
                }}
              />
            ))}
          </ul>
          <p className={styles['count']} role="status">
            {countSentence(found.length, query)}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface LineProps {
  readonly id: string;
  readonly found: Found;
  readonly isActive: boolean;
  readonly onPoint: (event: MouseEvent) => void;
  readonly onChoose: () => void;
}

function Line({ id, found, isActive, onPoint, onChoose }: LineProps) {
  const { name, key } = found.entry;
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles['line']}
      onMouseMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className={styles['name']} dir="auto">
        <Marked text={name} marks={found.marks} />
      </span>
      {key === undefined ? null : <kbd className={styles['key']}>{key}</kbd>}
    </li>
  );
}

/** The name with the letters that were meant set off, in as few pieces as there are runs of them. */
function Marked({ text, marks }: { readonly text: string; readonly marks: readonly number[] }) {
  const marked = new Set(marks);
  const pieces: { text: string; isMarked: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isMarked = marked.has(at);
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += text.charAt(at);
    else pieces.push({ text: text.charAt(at), isMarked });
  }
  return pieces.map((piece, at) =>
    piece.isMarked ? <b key={at}>{piece.text}</b> : <span key={at}>{piece.text}</span>,
  );
}

function stepped(current: number, step: number, length: number): number {
  if (length === 0) return 0;
  const isAtEnd = step > 0 ? current === length - 1 : current === 0;
  if (isAtEnd) return step > 0 ? 0 : length - 1;
  return Math.max(0, Math.min(length - 1, current + step));
}

function countSentence(found: number, query: string): string {
  if (found === 0) return t('palette.none');
  if (found > MOST_SHOWN) return t('palette.more', { n: found - MOST_SHOWN });
  return query === '' ? '' : t('palette.count', { n: found });
}

function focusAgain(element: Element | null): void {
  if (!(element instanceof HTMLElement) || !element.isConnected) return;
  if (element.isContentEditable) focusText();
  else element.focus();
}
