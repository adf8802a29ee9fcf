import { X } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { linkInHand } from '../state/link-actions';
import { focusText } from '../state/text-focus';
import { closeToast } from '../state/toasts';
import { Button, IconButton } from '../ui/button';
import styles from './shell.module.css';

/** What was just done, with the way back beside it. */
export function ToastList() {
  const toasts = useApp((state) => state.toasts);
  const isDeciding = useApp((state) => state.view.kind === 'adjudicate');
  const isLinking = useApp((state) => linkInHand(state)?.step === 'end');
  const before = useRef<Element>(null);
  /** To where the keys were: a page is gone on with, and the text under it would take none. */
  const goBack = (): void => {
    const { current } = before;
    if (current instanceof HTMLElement && current.isConnected) current.focus();
    else focusText();
  };
  return (
    <section
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) {
          before.current = relatedTarget;
        }
      }}
      className={styles['toasts']}
      // The list of other ends is where toasts are otherwise.
      data-above={isLinking || undefined}
      // The buttons of a verdict are in the middle, and each verdict has a way back.
      data-aside={isDeciding || undefined}
      aria-label={t('window.toasts')}
    >
      {toasts.map(({ id, text, tone, action }) => (
        <div
          key={id}
          className={styles['toast']}
          data-tone={tone}
          role={tone === 'problem' ? 'alert' : 'status'}
        >
          <span className={styles['toastText']}>{text}</span>
          {action === undefined ? null : (
            <Button
              onPress={() => {
                closeToast(id);
                action.run();
                goBack();
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton
            label={t('window.close')}
            onPress={() => {
              closeToast(id);
              goBack();
            }}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
