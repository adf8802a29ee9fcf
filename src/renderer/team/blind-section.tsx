import { useState } from 'react';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { teamOf } from '../../core/team/team';
import { settle } from '../state/team-actions';
import { CheckBox } from '../ui/check-box';
import { Field } from '../ui/field';
import { TeamSection } from './team-section';

export function BlindSection({ project }: { readonly project: Project }) {
  const { isBlind } = teamOf(project.team);
  const [reason, setReason] = useState('');
  return (
    <TeamSection title={t('team.blind')}>
      <CheckBox
        label={t('team.blind.on')}
        hint={t('team.blind.hint')}
        isSelected={isBlind}
        onChange={(next) => {
          void settle(
            { kind: 'blind', isBlind: next, reason: reason.trim() },
            t(next ? 'team.blind.closed' : 'team.blind.opened'),
          );
          setReason('');
        }}
      />
      <Field label={t('team.blind.reason')} value={reason} onChange={setReason} maxLength={1_000} />
    </TeamSection>
  );
}
