import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { quoteOf } from '../../core/annotation/annotation';
import { checkCodeName } from '../../core/codebook/check-fields';
import type { Code } from '../../core/codebook/codebook';
import { createCode } from '../../core/codebook/edit';
import type { AnnotationId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { planSplit } from '../../core/project/codebook-merge';
import type { Project } from '../../core/project/project';
import { allAnnotations } from '../../core/project/uses';
import { occasionFor, performChange } from '../state/codebook-actions';
import { Button } from '../ui/button';
import { CheckBox } from '../ui/check-box';
import { DialogFrame } from '../ui/dialog-frame';
import { Field } from '../ui/field';
import { showCode } from './page-state';
import styles from './codebook.module.css';

interface Props {
  readonly project: Project;
  readonly code: Code;
  readonly onClose: () => void;
}

const ROW = 36;

/** Which annotations of a code get a new one. */
export function SplitDialog({ project, code, onClose }: Props) {
  const annotations = useMemo(
    () => allAnnotations(project).filter((one) => one.codeId === code.id),
    [project, code.id],
  );
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<AnnotationId>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const split = (): void => {
    const fault = checkCodeName(project.codebook, name.trim(), code.parentId);
    setWrong(fault?.text);
    if (fault !== undefined) return;
    const added = createCode(project.codebook.codes, name.trim());
    const names = { name: added.name, from: code.name };
    const occasion = occasionFor(t('codebook.reason.split', names));
    const change = planSplit(project, code.id, added, chosen, occasion);
    if (change === undefined) return;
    void performChange(change, t('codebook.done.split', { ...names, n: change.touches }));
    showCode(added.id);
    onClose();
  };
  const toggle = (id: AnnotationId, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <DialogFrame
      title={t('codebook.split.title', { name: code.name })}
      onClose={onClose}
      onSubmit={split}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={chosen.size === 0}>
            {t('codebook.split.run', { n: chosen.size })}
          </Button>
        </>
      }
    >
      <Field
        autoFocus
        label={t('codebook.split.name')}
        value={name}
        onChange={setName}
        wrong={wrong}
      />
      <p>{t('codebook.split.keeps')}</p>
      {annotations.length === 0 ? (
        <p>{t('codebook.split.none')}</p>
      ) : (
        <div className={styles['splitHead']}>
          <span>{t('codebook.split.which')}</span>
          <Button
            kind="quiet"
            onPress={() => {
              setChosen(new Set(annotations.map((one) => one.id)));
            }}
          >
            {t('codebook.split.all')}
          </Button>
          <Button
            kind="quiet"
            onPress={() => {
              setChosen(new Set());
            }}
          >
            {t('codebook.split.neither')}
          </Button>
        </div>
      )}
      <div
        ref={scroller}
        role="group"
        aria-label={t('codebook.split.which')}
        className={styles['splitList']}
      >
        <div className={styles['splitInner']} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const annotation = annotations[item.index];
            return annotation === undefined ? null : (
              <div
                key={annotation.id}
                className={styles['splitRow']}
                style={{ transform: `translateY(${String(item.start)}px)` }}
              >
                <CheckBox
                  label={quoteOf(annotation).slice(0, 200)}
                  isSelected={chosen.has(annotation.id)}
                  onChange={(isChosen) => {
                    toggle(annotation.id, isChosen);
                  }}
                />
              </div>
            );
          })}
        </div>
      </div>
    </DialogFrame>
  );
}
