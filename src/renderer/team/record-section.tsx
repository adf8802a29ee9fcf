import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { tellDeed } from '../../core/teamwork/tell-deed';
import { TeamSection } from './team-section';
import styles from './team.module.css';

/** More than one reads here; History has all of them. */
const MOST = 100;

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What was settled, latest first. */
export function RecordSection({ project }: { readonly project: Project }) {
  const shown = project.team.slice(-MOST).reverse();
  const older = project.team.length - shown.length;
  return (
    <TeamSection title={t('team.record')}>
      {shown.length === 0 ? <p className={styles['lead']}>{t('team.record.empty')}</p> : null}
      <ol className={styles['acts']} aria-label={t('team.record')}>
        {shown.map(({ id, at, coderId, deed }) => (
          <li key={id} className={styles['act']}>
            <time className={styles['quiet']} dateTime={at}>
              {moment.format(new Date(at))}
            </time>
            <span>
              <b dir="auto">{findCoder(project, coderId)?.name ?? coderId}</b>:{' '}
              {tellDeed(deed, project)}
            </span>
          </li>
        ))}
      </ol>
      {older > 0 ? <p className={styles['quiet']}>{t('team.record.older', { n: older })}</p> : null}
    </TeamSection>
  );
}
