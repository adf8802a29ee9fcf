import type { Adjudication } from '../../core/adjudication/adjudication';
import { lostLinks } from '../../core/adjudication/plan-link';
import type { DocumentId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { hiddenCoders } from '../../core/teamwork/blind';
import { dropStray, reopen } from '../state/adjudication-actions';
import { useApp } from '../state/app-state';
import { Button } from '../ui/button';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly documentId: DocumentId;
  readonly found: Adjudication;
}

/** Verdicts whose passage is gone and gold annotations without a verdict: said until somebody takes them away. */
export function Leftovers({ project, documentId, found }: Props) {
  const { lost, stray } = found;
  const me = useApp((state) => state.coderId);
  // What is kept from this coder is not gone.
  if (hiddenCoders(project, me, documentId).size > 0) {
    return <p className={styles['bar']}>{t('team.hidden')}</p>;
  }
  const links = lostLinks(project, found.links);
  if (lost.length + stray.length + links.length === 0) return null;
  return (
    <section className={styles['bar']} aria-label={t('adjudicate.leftovers')}>
      {lost.length === 0 ? null : (
        <>
          <p>{t('adjudicate.lost', { n: lost.length })}</p>
          <Button
            onPress={() => {
              reopen(lost);
            }}
          >
            {t('adjudicate.takeAway')}
          </Button>
        </>
      )}
      {links.length === 0 ? null : (
        <>
          <p>{t('adjudicate.lostLinks', { n: links.length })}</p>
          <Button
            onPress={() => {
              reopen(links);
            }}
          >
            {t('adjudicate.takeAway')}
          </Button>
        </>
      )}
      {stray.length === 0 ? null : (
        <>
          <p>{t('adjudicate.stray', { n: stray.length })}</p>
          <Button
            onPress={() => {
              dropStray(stray);
            }}
          >
            {t('adjudicate.dropStray')}
          </Button>
        </>
      )}
    </section>
  );
}
