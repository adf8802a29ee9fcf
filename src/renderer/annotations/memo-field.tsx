import type { Annotation } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import { writeMemo } from '../state/annotation-actions';
import { focusText } from '../state/text-focus';
import { useDraft } from '../state/use-draft';
import { MemoArea } from '../ui/memo-area';

interface Props {
  readonly annotation: Annotation;
  readonly isOwn: boolean;
}

/** The memo of the selected annotation. */
export function MemoField({ annotation, isOwn }: Props) {
  const { draft, write, keep } = useDraft(annotation.memo, (memo) => {
    writeMemo(annotation, memo);
  });
  return (
    <MemoArea
      data-memo
      label={t('window.inspector.memo')}
      hint={t('window.inspector.memoHint')}
      rows={2}
      value={draft}
      isReadOnly={!isOwn}
      onChange={write}
      onBlur={keep}
      onDone={focusText}
    />
  );
}
