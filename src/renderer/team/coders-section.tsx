import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { namesakeOf } from '../../core/teamwork/coder-look';
import { checkName } from '../../core/text/label';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { perform, undo } from '../state/project-actions';
import { showToast } from '../state/toasts';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { CoderRow } from './coder-row';
import { TeamSection } from './team-section';
import styles from './team.module.css';

export function CodersSection({ project }: { readonly project: Project }) {
  return (
    <TeamSection title={t('team.coders')} lead={t('team.coders.lead')}>
      <ul className={styles['coders']} aria-label={t('team.coders')}>
        {peopleAmong(project.coders).map((coder) => (
          <CoderRow key={coder.id} project={project} coder={coder} />
        ))}
      </ul>
      <NewCoder coders={project.coders} />
    </TeamSection>
  );
}

/** Somebody who has not opened the project yet can be added, so that texts can be assigned before. */
function NewCoder({ coders }: { readonly coders: Project['coders'] }) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const add = async (): Promise<void> => {
    const trimmed = name.trim();
    const namesake = namesakeOf(peopleAmong(coders), trimmed);
    const fault =
      checkName(trimmed)?.text ?? (namesake && t('team.coder.taken', { name: namesake.name }));
    setWrong(fault);
    if (fault !== undefined) return;
    const id = crypto.randomUUID() as string as CoderId;
    const done = await perform({
      kind: 'coder.add',
      coder: { id, name: trimmed },
      index: coders.length,
    });
    if (!done) return;
    setName('');
    showToast(t('team.coder.added', { name: trimmed }), {
      label: t('window.undo'),
      run: () => void undo(),
    });
  };
  return (
    <form
      className={styles['line']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={t('team.coder.new')} value={name} onChange={setName} wrong={wrong} />
      <Button type="submit">
        <Plus size={14} aria-hidden="true" />
        {t('team.coder.add')}
      </Button>
    </form>
  );
}
