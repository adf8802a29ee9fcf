import { useState } from 'react';
import { t } from '../../core/messages/message';
import { planMerge, type MergePlan } from '../../core/project/actor-change';
import type { Project } from '../../core/project/project';
import { registerIndex, type Actor } from '../../core/register/actor';
import { mergeActors } from '../state/actor-actions';
import { useApp } from '../state/app-state';
import { showFault } from '../state/toasts';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { ActorPicker } from './actor-picker';
import { roleName } from './use-row';
import styles from './actors.module.css';

interface Props {
  readonly actorId: string;
  readonly onClose: () => void;
}

/** Chooses the entry that another one is merged into, and lists what changes before it is done. */
export function MergeDialog({ actorId, onClose }: Props) {
  const project = useApp((state) => state.project);
  const from = project && registerIndex(project.actors).resolve(actorId);
  if (project === undefined || from === undefined) return null;
  return <Merge project={project} from={from} onClose={onClose} />;
}

interface MergeProps {
  readonly project: Project;
  readonly from: Actor;
  readonly onClose: () => void;
}

function Merge({ project, from, onClose }: MergeProps) {
  const [into, setInto] = useState<Actor>();
  const plan = into && planMerge(project, from.id, into.id);
  return (
    <DialogFrame
      title={t('actors.merge.title', { name: from.label })}
      onClose={onClose}
      onSubmit={() => {
        if (plan === undefined) return;
        onClose();
        if (plan.ok) void mergeActors(plan.value);
        else showFault(plan.fault);
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('actors.merge.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={plan?.ok !== true}>
            {t('actors.merge.do')}
          </Button>
        </>
      }
    >
      <ActorPicker
        autoFocus
        project={project}
        label={t('actors.merge.into')}
        value={into}
        isOffered={(one) => one.id !== from.id}
        onPick={setInto}
      />
      {plan?.ok === true ? <Changes plan={plan.value} /> : null}
    </DialogFrame>
  );
}

function Changes({ plan }: { readonly plan: MergePlan }) {
  const { from, into, roles, relations, memoIds, children, aliases } = plan;
  const areSeveral = roles.filter((role) => role.isMention).length > 1;
  const lines = [
    ...roles.map((role) => `${roleName(role, areSeveral)}: ${String(role.annotations.length)}`),
    ...(roles.length === 0 ? [t('actors.merge.nothing')] : []),
    ...(relations === 0 ? [] : [t('actors.merge.relations', { n: relations })]),
    ...(memoIds.length === 0 ? [] : [t('actors.merge.memos', { n: memoIds.length })]),
    ...(children.length === 0
      ? []
      : [
          t('actors.merge.children', {
            names: shortList(children.map(({ label }) => label)),
            into: into.label,
          }),
        ]),
    ...(aliases.length === 0 ? [] : [t('actors.merge.aliases', { names: shortList(aliases) })]),
  ];
  return (
    <div className={styles['changes']}>
      <p>{t('actors.merge.what', { from: from.label, into: into.label })}</p>
      <h2 className={styles['changesTitle']}>{t('actors.merge.changes')}</h2>
      <ul className={styles['changesList']}>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names that anybody reads. */
const MOST = 12;

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, MOST).join(', ');
  return names.length > MOST ? `${shown}, … (${String(names.length)})` : shown;
}
