import { useState } from 'react';
import { activeCodes, codeName, type Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { planMerge } from '../../core/project/codebook-merge';
import type { Project } from '../../core/project/project';
import { occasionFor, performChange } from '../state/codebook-actions';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeMark } from '../ui/code-mark';
import { DialogFrame } from '../ui/dialog-frame';
import { countCodes } from './counts';
import { showCode } from './page-state';

interface Props {
  readonly project: Project;
  readonly code: Code;
  readonly onClose: () => void;
}

/** Which code takes the annotations of this one, and what that does, before it does. */
export function MergeDialog({ project, code, onClose }: Props) {
  const codes = activeCodes(project.codebook).filter((one) => one.id !== code.id);
  const [intoId, setIntoId] = useState(codes[0]?.id);
  const n = countCodes(project).get(code.id) ?? 0;
  if (intoId === undefined) {
    return (
      <DialogFrame
        title={t('codebook.merge.title', { name: code.name })}
        onClose={onClose}
        footer={<Button onPress={onClose}>{t('window.close')}</Button>}
      >
        <p>{t('codebook.merge.none')}</p>
      </DialogFrame>
    );
  }
  const names = { from: code.name, into: codeName(project.codebook, intoId) };
  const merge = (): void => {
    const occasion = occasionFor(t('codebook.reason.merged', names));
    const change = planMerge(project, code.id, intoId, occasion);
    if (change === undefined) return;
    void performChange(change, t('codebook.done.merged', { ...names, n: change.touches }));
    showCode(intoId);
    onClose();
  };
  return (
    <DialogFrame
      title={t('codebook.merge.title', { name: code.name })}
      onClose={onClose}
      onSubmit={merge}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('codebook.merge.run', { n })}
          </Button>
        </>
      }
    >
      <Choice
        label={t('codebook.merge.into')}
        value={intoId}
        options={codes.map((one) => ({
          value: one.id,
          label: one.name,
          mark: <CodeMark code={one} />,
        }))}
        onChange={setIntoId}
      />
      <p>{t('codebook.merge.touches', { ...names, n })}</p>
      <p>{t('codebook.merge.keeps', names)}</p>
    </DialogFrame>
  );
}
