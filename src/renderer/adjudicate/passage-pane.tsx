import { CornerDownLeft } from 'lucide-react';
import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { t } from '../../core/messages/message';
import { findCoder, findIn, type Project } from '../../core/project/project';
import { Button } from '../ui/button';
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

/** One passage: its text, what each coder has there, why one decides, and the ways to decide. */
export function PassagePane({ project, group, decision }: Props) {
  const goldId = group.verdicts[0]?.goldIds[0];
  const gold = goldId && findIn(project, group.document.document.id, goldId);
  return (
    <section className={styles['pane']} aria-label={t('compare.passage')} tabIndex={0}>
      <GivenVerdicts
        project={project}
        state={group.state}
        verdicts={group.verdicts}
        onKeep={decision.keep}
        onReopen={decision.reopen}
      />
      <Excerpt document={group.document.document} covers={coversOf(project, group)} />
      <div className={styles['wide']}>
        <FieldTable project={project} group={group} decision={decision} />
      </div>
      <p className={styles['hint']}>{t('adjudicate.mergeHint')}</p>
      <GroundsForm project={project} draft={decision} />
      {gold === undefined ? null : (
        <GoldLinks project={project} gold={gold} members={[...group.members.values()]} />
      )}
      <div className={styles['buttons']}>
        <Button
          kind={decision.picks.size > 0 ? 'primary' : 'plain'}
          isDisabled={decision.picks.size === 0}
          onPress={decision.merge}
        >
          {t('adjudicate.merge')} <kbd aria-hidden="true">M</kbd>
        </Button>
        <Button onPress={decision.none}>
          {t('adjudicate.giveNone')} <kbd aria-hidden="true">0</kbd>
        </Button>
        <Button onPress={decision.makeNew}>
          {t('adjudicate.makeNew')} <kbd aria-hidden="true">N</kbd>
        </Button>
        <span className={styles['space']} />
        <Button kind="quiet" onPress={decision.go}>
          <CornerDownLeft size={14} aria-hidden="true" />
          {t('compare.goThere')} <kbd aria-hidden="true">G</kbd>
        </Button>
      </div>
    </section>
  );
}

function coversOf(project: Project, { members }: AdjudicatedGroup): readonly Cover[] {
  return [...members].map(([coder, { pieces }]) => {
    return { name: findCoder(project, coder)?.name ?? coder, pieces };
  });
}
