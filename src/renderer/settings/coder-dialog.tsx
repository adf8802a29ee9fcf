import { useState } from 'react';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { namesakeOf } from '../../core/teamwork/coder-look';
import { checkName } from '../../core/text/label';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { store, useApp } from '../state/app-state';
import { perform, projectOfMine } from '../state/project-actions';
import { showFault } from '../state/toasts';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { DialogFrame } from '../ui/dialog-frame';
import { Field } from '../ui/field';

/** Who codes at this computer, and under which name. */
export function CoderDialog({ onClose }: { readonly onClose: () => void }) {
  const project = useApp((state) => state.project);
  const coderId = useApp((state) => state.coderId);
  const newcomer = useApp((state) => state.newcomer);
  const known = peopleAmong(project?.coders ?? []);
  const coders = newcomer === undefined ? known : [...known, newcomer];
  const me = coders.find((coder) => coder.id === coderId);
  const [name, setName] = useState(me?.name ?? '');
  const [wrong, setWrong] = useState<string>();
  if (project === undefined) return null;

  const save = (): void => {
    const trimmed = name.trim();
    const isMine = newcomer === undefined && trimmed === me?.name;
    const namesake = isMine ? undefined : namesakeOf(known, trimmed, coderId);
    const fault =
      checkName(trimmed)?.text ?? (namesake && t('window.coder.taken', { name: namesake.name }));
    setWrong(fault);
    if (fault !== undefined) return;
    projectOfMine();
    if (trimmed !== me?.name) void perform({ kind: 'coder.rename', coderId, name: trimmed });
    onClose();
  };
  const choose = async (id: CoderId): Promise<void> => {
    const answer = await window.postil.ask('coder.choose', id);
    if (!answer.ok) {
      showFault(answer.fault);
      return;
    }
    store.setState({ coderId: id, newcomer: undefined });
    setName(coders.find((coder) => coder.id === id)?.name ?? '');
    setWrong(undefined);
  };
  return (
    <DialogFrame
      title={t('window.coder.title')}
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('window.coder.save')}
          </Button>
        </>
      }
    >
      <p>{t('window.coder.lead')}</p>
      {coders.length > 1 ? (
        <Choice
          label={t('window.coder.who')}
          value={coderId}
          options={coders.map((coder) => ({
            value: coder.id,
            label: coder === newcomer ? t('window.coder.new', { name: coder.name }) : coder.name,
          }))}
          onChange={(id) => {
            if (id !== coderId) void choose(id);
          }}
        />
      ) : null}
      <Field
        autoFocus
        label={t('window.coder.name')}
        value={name}
        onChange={setName}
        wrong={wrong}
      />
    </DialogFrame>
  );
}
