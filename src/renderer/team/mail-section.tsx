import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { choosePack, takeBackMerge, writePack } from '../state/pack-actions';
import { Button } from '../ui/button';
import { TeamSection } from './team-section';
import styles from './team.module.css';

export function MailSection() {
  const coderId = useApp((state) => state.coderId);
  return (
    <TeamSection title={t('pack.title')} lead={t('pack.lead')}>
      <div className={styles['buttons']}>
        <Button onPress={() => void writePack('return', coderId)}>{t('pack.writeReturn')}</Button>
        <Button onPress={() => void choosePack()}>{t('pack.choose')}</Button>
        <Button kind="quiet" onPress={() => void takeBackMerge()}>
          {t('pack.takeBack')}
        </Button>
      </div>
    </TeamSection>
  );
}
