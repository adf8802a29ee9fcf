import { t } from '../../core/messages/message';
import type { MergeChoices } from '../../core/merging/unmatched';
import type { UnmatchedView } from '../../ipc/contract';
import { Choice } from '../ui/choice';
import styles from './transfer.module.css';

interface Props {
  readonly unmatched: readonly UnmatchedView[];
  readonly choices: MergeChoices;
  readonly onChoose: (key: string, value: string) => void;
}

/** What does not match, each with what can be done about it. */
export function UnmatchedList({ unmatched, choices, onChoose }: Props) {
  return (
    <section className={styles['unmatched']} aria-labelledby="unmatched-title">
      <div>
        <h3 id="unmatched-title" className={styles['heading']}>
          {t('merging.title')}
        </h3>
        <p className={styles['from']}>{t('merging.lead')}</p>
      </div>
      <UnmatchedChoices unmatched={unmatched} choices={choices} onChoose={onChoose} />
    </section>
  );
}

/** The choices alone. */
export function UnmatchedChoices({ unmatched, choices, onChoose }: Props) {
  return unmatched.map(({ key, sentence, options, suggested }) => (
    <Choice
      key={key}
      label={sentence}
      value={choices[key] ?? suggested}
      options={options}
      isDisabled={options.length < 2}
      onChange={(value) => {
        onChoose(key, value);
      }}
    />
  ));
}
