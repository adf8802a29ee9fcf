import { useMemo, useState } from 'react';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { STRATA, type Stratum } from '../../core/team/team-act';
import { drawSample } from '../../core/teamwork/draw-sample';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { settle } from '../state/team-actions';
import { Button } from '../ui/button';
import { CheckBox } from '../ui/check-box';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { TeamSection } from './team-section';
import styles from './team.module.css';

const LARGEST_SEED = 0xffff_ffff;

export function SampleSection({ project }: { readonly project: Project }) {
  const [share, setShare] = useState('20');
  const [seed, setSeed] = useState(freshSeed);
  const [strata, setStrata] = useState<Stratum>('none');
  const [left, setLeft] = useState<ReadonlySet<CoderId>>(new Set());
  const { documents } = project;
  const coders = peopleAmong(project.coders);
  const chosen = coders.map(({ id }) => id).filter((id) => !left.has(id));
  const percent = Number(share.replace(',', '.'));
  const isShare = share.trim() !== '' && percent > 0 && percent <= 100;
  const isSeed = /^\d{1,10}$/u.test(seed) && Number(seed) <= LARGEST_SEED;
  const drawn = useMemo(
    () =>
      isShare && isSeed
        ? drawSample(documents, { seed: Number(seed), share: percent / 100, strata })
        : [],
    [documents, isShare, isSeed, seed, percent, strata],
  );
  const isReady = drawn.length > 0 && chosen.length > 1;
  return (
    <TeamSection title={t('team.sample')} lead={t('team.sample.lead')}>
      <div className={styles['fields']}>
        <Field
          label={t('team.sample.share')}
          value={share}
          onChange={setShare}
          inputMode="decimal"
          wrong={isShare ? undefined : t('team.sample.shareWrong')}
        />
        <Choice
          label={t('team.sample.strata')}
          value={strata}
          options={STRATA.map((value) => ({ value, label: t(`team.sample.strata.${value}`) }))}
          onChange={setStrata}
        />
        <Field
          label={t('team.sample.seed')}
          value={seed}
          onChange={setSeed}
          inputMode="numeric"
          wrong={isSeed ? undefined : t('team.sample.seedWrong')}
        />
      </div>
      <fieldset className={styles['chosen']}>
        <legend>{t('team.sample.coders')}</legend>
        {coders.map(({ id, name }) => (
          <CheckBox
            key={id}
            label={name}
            isSelected={!left.has(id)}
            onChange={(isIn) => {
              const next = new Set(left);
              if (isIn) next.delete(id);
              else next.add(id);
              setLeft(next);
            }}
          />
        ))}
      </fieldset>
      <div className={styles['line']}>
        <p className={styles['lead']} role="status">
          {chosen.length < 2
            ? t('team.sample.two')
            : t('team.sample.preview', { n: drawn.length, of: documents.length })}
        </p>
        <Button
          isDisabled={!isReady}
          onPress={() => {
            void settle(
              {
                kind: 'sample',
                seed: Number(seed),
                share: percent / 100,
                strata,
                from: documents.map(({ id }) => id),
                drawn,
                coderIds: chosen,
              },
              t('team.sample.done', { n: drawn.length }),
            );
            setSeed(freshSeed());
          }}
        >
          {t('team.sample.run')}
        </Button>
      </div>
    </TeamSection>
  );
}

/** One that nobody chose. */
function freshSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]);
}
