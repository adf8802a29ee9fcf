import { CornerDownLeft } from 'lucide-react';
import { memo } from 'react';
import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { t } from '../../core/messages/message';
import { findCoder, findIn, type Project } from '../../core/project/project';
import { Button } from '../ui/button';
import { Later } from '../ui/later';
import { useSteady } from '../ui/use-steady';
import { useTopOf } from '../ui/use-top-of';
import { Excerpt, type Cover } from './excerpt';
import { FieldTable } from './field-table';
import { GivenVerdicts } from './given-verdicts';
import { GoldLinks } from './gold-links';
import { GroundsForm } from './grounds-form';
import type { DecisionDraft } from './use-decision';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly group: AdjudicatedGroup;
  readonly decision: DecisionDraft;
}

/**
 * One passage: its text, what each coder has there, why one decides, and the ways to decide. It stays in place from one
 * passage to the next, so that only what is other in it is drawn anew.
 */
export function PassagePane({ project, group, decision }: Props) {
  const goldId = group.verdicts[0]?.goldIds[0];
  const gold = goldId && findIn(project, group.document.document.id, goldId);
  const pane = useTopOf(group);
  const take = useSteady(decision.take);
  const pick = useSteady(decision.pick);
  const keep = useSteady(decision.keep);
  const reopen = useSteady(decision.reopen);
  const merge = useSteady(decision.merge);
  const none = useSteady(decision.none);
  const makeNew = useSteady(decision.makeNew);
  const go = useSteady(decision.go);
  return (
    <section {...pane} className={styles['pane']} aria-label={t('compare.passage')} tabIndex={0}>
      <GivenVerdicts
        project={project}
        state={group.state}
        verdicts={group.verdicts}
        onKeep={keep}
        onReopen={reopen}
      />
      <Excerpt document={group.document.document} covers={coversOf(project, group)} />
      <Later frames={1}>
        <div className={styles['wide']}>
          <FieldTable
            project={project}
            group={group}
            rows={decision.rows}
            picks={decision.picks}
            onTake={take}
            onPick={pick}
          />
        </div>
      </Later>
      <Later frames={3}>
        <p className={styles['hint']}>{t('adjudicate.mergeHint')}</p>
        <GroundsForm project={project} draft={decision} />
        {gold === undefined ? null : (
          <GoldLinks
            key={gold.id}
            project={project}
            gold={gold}
            members={[...group.members.values()]}
          />
        )}
        <Ways
          isMerging={decision.picks.size > 0}
          merge={merge}
          none={none}
          makeNew={makeNew}
          go={go}
        />
      </Later>
    </section>
  );
}

interface WaysProps extends Pick<DecisionDraft, 'merge' | 'none' | 'makeNew' | 'go'> {
  readonly isMerging: boolean;
}

const Ways = memo(function Ways({ isMerging, merge, none, makeNew, go }: WaysProps) {
  return (
    <div className={styles['buttons']}>
      <Button kind={isMerging ? 'primary' : 'plain'} isDisabled={!isMerging} onPress={merge}>
        {t('adjudicate.merge')} <kbd aria-hidden="true">M</kbd>
      </Button>
      <Button onPress={none}>
        {t('adjudicate.giveNone')} <kbd aria-hidden="true">0</kbd>
      </Button>
      <Button onPress={makeNew}>
        {t('adjudicate.makeNew')} <kbd aria-hidden="true">N</kbd>
      </Button>
      <span className={styles['space']} />
      <Button kind="quiet" onPress={go}>
        <CornerDownLeft size={14} aria-hidden="true" />
        {t('compare.goThere')} <kbd aria-hidden="true">G</kbd>
      </Button>
    </div>
  );
});

function coversOf(project: Project, { members }: AdjudicatedGroup): readonly Cover[] {
  return [...members].map(([coder, { pieces }]) => {
    return { name: findCoder(project, coder)?.name ?? coder, pieces };
  });
}
