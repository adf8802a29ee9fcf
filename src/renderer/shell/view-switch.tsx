import { BookOpenText } from 'lucide-react';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { focusText } from '../state/text-focus';
import type { View } from '../state/view';
import { showView } from '../state/view-actions';
import { PAGES } from './pages';
import styles from './shell.module.css';

const TEXT = { kind: 'text', tab: { name: 'page.text', Icon: BookOpenText } } as const;
const TABS = [TEXT, ...PAGES].flatMap(({ kind, tab }) =>
  tab === undefined ? [] : { kind, ...tab },
);

/**
 * Text or one of the pages: a list of tabs. Arrows go from tab to tab, Enter and Space open, and the focus goes where the
 * tab leads. Nothing to see while the text is all there is.
 */
export function ViewSwitch() {
  const current = useApp((state) => state.view.kind);
  if (TABS.length === 1) return null;
  // A page without a tab (the keys) leaves the way back to the text in the tab order.
  const reachable = TABS.some(({ kind }) => kind === current) ? current : 'text';
  return (
    <div role="tablist" aria-label={t('page.switch')} className={styles['switch']} onKeyDown={walk}>
      {TABS.map(({ kind, name, Icon }) => (
        <button
          key={kind}
          type="button"
          role="tab"
          aria-selected={kind === current}
          tabIndex={kind === reachable ? 0 : -1}
          title={t(name)}
          className={styles['tab']}
          onClick={() => {
            if (kind === 'text' && current === 'text') focusText();
            else showView({ kind } satisfies { kind: View['kind'] });
          }}
        >
          <Icon size={15} aria-hidden="true" />
          <span className={styles['name']}>{t(name)}</span>
        </button>
      ))}
    </div>
  );
}

function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const here = tabs.findIndex((tab) => tab === document.activeElement);
  const wanted = {
    ArrowRight: (here + 1) % tabs.length,
    ArrowLeft: (here + tabs.length - 1) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  }[event.key];
  if (wanted === undefined) return;
  event.preventDefault();
  tabs[wanted]?.focus();
}
