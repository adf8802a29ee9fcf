import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import { activeCodes } from '../../core/codebook/codebook';
import type { CodeId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { annotationsOf, type Project } from '../../core/project/project';
import { createSelector } from '../../core/text/quote';
import type { Span } from '../../core/text/span';
import { isGold } from '../../core/verdict/gold-coder';
import { addMissed } from '../state/adjudication-actions';
import { useDocumentText } from '../state/use-document-text';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeMark } from '../ui/code-mark';
import { InContext } from '../ui/passage-cells';
import { backToDeciding } from './adjudicate-state';
import { GroundsForm } from './grounds-form';
import { MissedText } from './missed-text';
import { useGrounds, withoutEmpty } from './use-grounds';
import styles from './adjudicate.module.css';
import own from './missed.module.css';

interface Props {
  readonly project: Project;
  readonly compared: ComparedDocument;
  /** Where one was, in UTF-16 code units: the text begins there. */
  readonly start: number;
}

/** Words are selected that no coder has, given a code and a reason, and filed into the gold set. */
export function MissedPane({ project, compared, start }: Props) {
  const { document } = compared;
  const read = useDocumentText(document);
  const draft = useGrounds('missed', []);
  const [span, setSpan] = useState<Span>();
  const [codeId, setCode] = useState<CodeId>();
  const pane = useRef<HTMLElement>(null);
  const [from] = useState(start);
  const isRead = read !== undefined;
  useEffect(() => {
    if (isRead) pane.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [isRead]);
  const set = annotationsOf(project, document.id);
  const gold = useMemo(() => set.filter(({ coderId }) => isGold(coderId)), [set]);
  const codes = activeCodes(project.codebook);
  const selector = span && read && createSelector(read.text, span);
  const isReady = selector !== undefined && codeId !== undefined;
  const file = (goThere: boolean): void => {
    if (selector === undefined || codeId === undefined) return;
    const missed = { ...withoutEmpty(draft.grounds), pieces: [selector] as const, codeId };
    if (addMissed(compared, missed, goThere)) backToDeciding();
  };
  const onTextKey = ({ key }: KeyboardEvent): boolean => {
    const code = codes.find((one) => one.key === key.toLowerCase());
    if (code !== undefined) setCode(code.id);
    else if (key === 'Enter') {
      pane.current?.querySelector<HTMLElement>('[data-fields] button')?.focus();
    } else return false;
    return true;
  };
  return (
    <section
      ref={pane}
      className={own['pane']}
      aria-label={t('adjudicate.missedTitle')}
      data-own-keys
      onKeyDownCapture={(event) => {
        // A button that has the focus would take it for a press.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        file(false);
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.key !== 'Escape') return;
        backToDeciding();
        event.preventDefault();
      }}
    >
      <p className={own['hint']}>{t('adjudicate.missedHint')}</p>
      {read === undefined ? (
        <p className={own['loading']}>{t('compare.textLoading')}</p>
      ) : (
        <MissedText
          compared={compared}
          gold={gold}
          text={read.text}
          paragraphs={read.paragraphs}
          start={from}
          isSelected={span !== undefined}
          onSelect={setSpan}
          onKey={onTextKey}
        />
      )}
      <div className={own['fields']} data-fields>
        <ul className={own['legend']}>
          {(['all', 'some', 'gold'] as const).map((by) => (
            <li key={by}>
              <span className={own['stretch']} data-by={by}>
                {t(`adjudicate.legend.${by}`)}
              </span>
            </li>
          ))}
        </ul>
        <p className={own['words']} role="status" aria-label={t('adjudicate.missedWords')}>
          {selector === undefined ? (
            <em>{t('adjudicate.missedNothing')}</em>
          ) : (
            <InContext pieces={[selector]} />
          )}
        </p>
        <div className={own['said']}>
          <Choice
            label={t('compare.kind.code')}
            value={codeId ?? ('' as CodeId)}
            placeholder={t('adjudicate.missedChoose')}
            options={codes.map((code) => ({
              value: code.id,
              label: code.name,
              mark: <CodeMark code={code} />,
            }))}
            onChange={setCode}
          />
          <GroundsForm project={project} draft={draft} />
        </div>
        <div className={`${styles['buttons'] ?? ''} ${own['buttons'] ?? ''}`}>
          <Button
            kind="primary"
            isDisabled={!isReady}
            onPress={() => {
              file(false);
            }}
          >
            {t('adjudicate.missedFile')} <kbd aria-hidden="true">Ctrl ⏎</kbd>
          </Button>
          <Button
            isDisabled={!isReady}
            onPress={() => {
              file(true);
            }}
          >
            {t('adjudicate.missedFileAndGo')}
          </Button>
          <Button onPress={backToDeciding}>{t('window.cancel')}</Button>
        </div>
      </div>
    </section>
  );
}
