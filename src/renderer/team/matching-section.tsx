import { t } from '../../core/messages/message';
import { lookForUnmatched } from '../state/unmatched-actions';
import { Button } from '../ui/button';
import { TeamSection } from './team-section';
import styles from './team.module.css';

/** For work that came by a shared folder or by git, where nobody was asked. */
export function MatchingSection() {
  return (
    <TeamSection title={t('merging.title')} lead={t('merging.sectionLead')}>
      <div className={styles['buttons']}>
        <Button onPress={() => void lookForUnmatched()}>{t('merging.look')}</Button>
      </div>
    </TeamSection>
  );
}
