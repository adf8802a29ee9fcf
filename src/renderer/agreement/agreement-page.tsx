import { Calculator, FileText, X } from 'lucide-react';
import { useEffect } from 'react';
import { GAMMA_SAMPLES } from '../../core/agreement/gamma/gamma';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import { CheckBox } from '../ui/check-box';
import { Choice } from '../ui/choice';
import { PageFrame } from '../ui/page-frame';
import { Progress } from '../ui/progress';
import {
  cancel,
  changeAgreement,
  compute,
  followProgress,
  openAgreement,
  saveReport,
  useAgreement,
} from './agreement-state';
import { FiguresView } from './figures-view';
import { TakeSnapshot } from './take-snapshot';
import styles from './agreement.module.css';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** How far the coders agree over all documents, now or as a snapshot has it, with everything that belongs to a figure. */
export function AgreementPage() {
  const projectId = useApp((state) => state.project?.id);
  const { computed, fault, progress, isReporting } = useAgreement();
  useEffect(() => void openAgreement(), [projectId]);
  useEffect(followProgress, []);
  return (
    <PageFrame
      title={t('agreementPage.title')}
      onClose={backToText}
      ownLayout
      tools={
        <Button
          isDisabled={progress !== undefined || isReporting}
          onPress={() => void saveReport()}
        >
          <FileText size={14} aria-hidden="true" />
          {t('report.methods.save')}
        </Button>
      }
      head={<Head />}
    >
      <section className={styles['body']} aria-label={t('agreementPage.figures')} tabIndex={0}>
        {fault === undefined ? null : (
          <p className={styles['problem']} role="alert">
            {fault.text}
          </p>
        )}
        {computed !== undefined ? (
          <FiguresView computed={computed} />
        ) : fault === undefined && progress === undefined ? (
          <p className={styles['lead']}>{t('agreementPage.empty')}</p>
        ) : null}
      </section>
    </PageFrame>
  );
}

/** What is computed of what, and the snapshots there are. */
function Head() {
  const { snapshots, source, withIntervals, withGamma, progress } = useAgreement();
  const isKnown = source === '' || snapshots.some(({ contentHash }) => contentHash === source);
  const options = [
    { value: '', label: t('agreementPage.now') },
    ...snapshots.toReversed().map(({ contentHash, at, reason }) => ({
      value: contentHash,
      label: t(reason === '' ? 'agreementPage.snapshot' : 'agreementPage.snapshotBecause', {
        at: moment.format(new Date(at)),
        hash: contentHash.slice(0, 8),
        reason,
      }),
    })),
  ];
  return (
    <div className={styles['head']}>
      <div className={styles['line']}>
        <div className={styles['source']}>
          <Choice
            label={t('agreementPage.source')}
            value={isKnown ? source : ''}
            options={options}
            onChange={(value) => {
              changeAgreement({ source: value });
            }}
          />
        </div>
        <div className={styles['wishes']}>
          <CheckBox
            label={t('agreementPage.intervals')}
            isSelected={withIntervals}
            onChange={(value) => {
              changeAgreement({ withIntervals: value });
            }}
          />
          <CheckBox
            label={t('agreementPage.gamma', { samples: GAMMA_SAMPLES })}
            isSelected={withGamma}
            onChange={(value) => {
              changeAgreement({ withGamma: value });
            }}
          />
        </div>
        {progress === undefined ? (
          <Button kind="primary" onPress={() => void compute()}>
            <Calculator size={14} aria-hidden="true" />
            {t('agreementPage.compute')}
          </Button>
        ) : (
          <Button autoFocus onPress={cancel}>
            <X size={14} aria-hidden="true" />
            {t('agreementPage.cancel')}
          </Button>
        )}
      </div>
      {progress === undefined ? null : (
        <Progress label={t('agreementPage.computing')} share={progress} />
      )}
      <TakeSnapshot />
    </div>
  );
}
