import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '../../core/messages/message';
import { IconButton } from './button';
import styles from './page-frame.module.css';

interface Props {
  readonly title: string;
  /** Goes back to the text. */
  readonly onClose: () => void;
  /** At the right of the title: fields and buttons about the whole page. */
  readonly tools?: ReactNode;
  /** Under the title, and never scrolled away. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
  /** True for a page that lays itself out (several columns, virtual lists) and scrolls in its own parts. */
  readonly ownLayout?: boolean;
}

/**
 * A page over the text. It takes the focus when it opens, unless something in it asked for it (`autoFocus`); Escape
 * closes it when nothing inside took the key.
 */
export function PageFrame({ title, onClose, tools, head, children, ownLayout = false }: Props) {
  const section = useRef<HTMLElement>(null);
  const heading = useId();
  useEffect(() => {
    const { current } = section;
    const { activeElement } = document;
    if (current?.contains(activeElement) !== false) return undefined;
    // To take or lose the focus has the page laid out, so the one comes with its frame, and the other where it is not lost yet.
    if (activeElement !== document.body && activeElement instanceof HTMLElement)
      activeElement.blur();
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) current.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (isHere(section.current, event.target) && !clears(event.target)) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [onClose]);
  return (
    <section
      ref={section}
      className={styles['page']}
      aria-labelledby={heading}
      data-pane
      tabIndex={-1}
    >
      <header className={styles['header']}>
        <h1 id={heading} className={styles['title']}>
          {title}
        </h1>
        <div className={styles['tools']}>{tools}</div>
        <IconButton label={t('page.close')} onPress={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      {head === undefined ? null : <div className={styles['head']}>{head}</div>}
      <div className={ownLayout ? styles['own'] : styles['body']}>
        {ownLayout ? children : <div className={styles['column']}>{children}</div>}
      </div>
    </section>
  );
}

/** Keys pressed while nothing has the focus are the page's too. */
function isHere(section: HTMLElement | null, target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Node && section?.contains(target) === true);
}

/** In a search field that holds something, Escape empties the field first. */
function clears(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
}
