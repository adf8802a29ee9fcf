import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { t } from '../../core/messages/message';
import { acceptAgreed } from '../state/adjudication-actions';
import { Button } from '../ui/button';
import { backToDeciding } from './adjudicate-state';
import styles from './adjudicate.module.css';

/** Over the passages on which all agree: they are below to be looked over, and accepted here. */
export function ReviewBar({ groups }: { readonly groups: readonly AdjudicatedGroup[] }) {
  return (
    <section className={styles['bar']} aria-label={t('adjudicate.reviewing')}>
      <p>{t('adjudicate.agreedHint', { n: groups.length })}</p>
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          autoFocus
          isDisabled={groups.length === 0}
          onPress={() => {
            acceptAgreed(groups);
            backToDeciding();
          }}
        >
          {t('adjudicate.acceptAll', { n: groups.length })}
        </Button>
        <Button onPress={backToDeciding}>{t('window.cancel')}</Button>
      </div>
    </section>
  );
}
