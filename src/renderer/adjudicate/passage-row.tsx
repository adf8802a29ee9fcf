import { CheckCheck, CircleDot, RotateCw, Split, UsersRound, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import type { GroupState } from '../../core/adjudication/adjudication';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { ComparedRow, PassageLine } from '../ui/compared-row';
import passage from '../ui/passage.module.css';
import { isAdded, type Row } from './rows';
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
      <span className={passage['word']}>{t(`adjudicate.state.${state}`)}</span>
    </span>
  );
}

interface Props {
  readonly project: Project;
  readonly row: Row;
  readonly isChosen: boolean;
}

/** A passage in the list, with how far it is settled. Of the project it shows no more than the names and looks of codes. */
export const PassageRow = memo(function PassageRow({ project, row, isChosen }: Props) {
  const mark = <StateMark state={row.state} />;
  const said = t(`adjudicate.state.${row.state}`);
  if (!isAdded(row)) {
    return (
      <ComparedRow project={project} group={row} isChosen={isChosen} mark={mark} said={said} />
    );
  }
  return (
    <PassageLine
      project={project}
      annotation={row.gold}
      isChosen={isChosen}
      said={[said, t('adjudicate.byAll')]}
      marks={
        <>
          {mark}
          <span className={passage['kind']}>
            <UsersRound size={12} aria-hidden="true" />
            <span className={passage['word']}>{t('adjudicate.byAll')}</span>
          </span>
        </>
      }
    />
  );
}, isAlike);

function isAlike(before: Props, now: Props): boolean {
  return (
    before.row === now.row &&
    before.isChosen === now.isChosen &&
    before.project.codebook.codes === now.project.codebook.codes
  );
}
