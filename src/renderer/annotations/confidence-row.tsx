import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Annotation, Confidence } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import { setConfidence } from '../state/attribute-actions';
import styles from './inspector.module.css';

const STEPS = [1, 2, 3] as const;

interface Props {
  readonly annotation: Annotation;
  readonly isOwn: boolean;
}

/** How sure the coder is; the step that is on is taken away by pressing it again. */
export function ConfidenceRow({ annotation, isOwn }: Props) {
  const { confidence } = annotation;
  return (
    <div className={styles['row']}>
      <div className={styles['open']}>
        <span className={styles['name']}>{t('coding.confidence')}</span>
        {isOwn ? (
          <ToggleButtonGroup
            aria-label={t('coding.confidence')}
            className={styles['confidence'] as string}
            selectionMode="single"
            selectedKeys={confidence === undefined ? [] : [String(confidence)]}
            onSelectionChange={(keys) => {
              const [first] = keys;
              setConfidence(
                annotation,
                first === undefined ? undefined : (Number(first) as Confidence),
              );
            }}
          >
            {STEPS.map((step) => (
              <ToggleButton
                key={step}
                id={String(step)}
                className={styles['confidenceStep'] as string}
              >
                {t(`coding.confidence.${step}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        ) : (
          <span className={styles['value']}>
            {confidence === undefined ? '–' : t(`coding.confidence.${confidence}`)}
          </span>
        )}
      </div>
    </div>
  );
}
