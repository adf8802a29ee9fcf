import { CheckCheck, CircleDot, RotateCw, Split, type LucideIcon } from 'lucide-react';
import type { AdjudicatedGroup, GroupState } from '../../core/adjudication/adjudication';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { ComparedRow } from '../ui/compared-row';
import passage from '../ui/passage.module.css';
import styles from './adjudicate.module.css';

/** A shape for each state, so that nothing hangs on colour. */
const ICONS: Readonly<Record<GroupState, LucideIcon>> = {
  open: CircleDot,
  settled: CheckCheck,
  changed: RotateCw,
  disputed: Split,
};

export function StateMark({ state }: { readonly state: GroupState }) {
  const Icon = ICONS[state];
  return (
    <span className={`${passage['kind'] ?? ''} ${styles['state'] ?? ''}`} data-state={state}>
      <Icon size={12} aria-hidden="true" />
      {t(`adjudicate.state.${state}`)}
    </span>
  );
}

interface Props {
  readonly project: Project;
  readonly group: AdjudicatedGroup;
  readonly isChosen: boolean;
}

/** A passage in the list, with how far it is settled. */
export function PassageRow({ project, group, isChosen }: Props) {
  return (
    <ComparedRow
      project={project}
      group={group}
      isChosen={isChosen}
      mark={<StateMark state={group.state} />}
    />
  );
}
