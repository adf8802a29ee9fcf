import { useMemo, type KeyboardEvent } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import { t } from '../../core/messages/message';
import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import { SelectableText } from '../ui/selectable-text';
import selectable from '../ui/selectable-text.module.css';
import { coverParagraphs, type CoveredStretch } from './cover-paragraphs';
import styles from './missed.module.css';

interface Props {
  readonly compared: ComparedDocument;
  readonly gold: readonly Annotation[];
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly start: number;
  readonly isSelected: boolean;
  readonly onSelect: (span: Span | undefined) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => boolean;
}

/** The text to select words in, with what coders and the gold set have in it underlined. */
export function MissedText(props: Props) {
  const { compared, gold, text, paragraphs, start, isSelected, onSelect, onKey } = props;
  const covered = useMemo(
    () => coverParagraphs(paragraphs, compared, gold),
    [paragraphs, compared, gold],
  );
  return (
    <SelectableText
      label={t('adjudicate.missedText', { title: compared.document.title.value })}
      hint={t('adjudicate.missedKeys')}
      text={text}
      paragraphs={paragraphs}
      isSelected={isSelected}
      onSelect={onSelect}
      start={start}
      startParagraph={paragraphIndexAt(paragraphs, start)}
      chosen={START}
      onKey={onKey}
      version={covered}
      render={(index) => (
        <p
          className={selectable['paragraph']}
          dir="auto"
          data-number={paragraphs[index]?.number}
          data-group={index === paragraphIndexAt(paragraphs, start) ? START : undefined}
        >
          {covered[index]?.map((stretch) => (
            <span
              key={stretch.start}
              data-from={stretch.start}
              className={styles['stretch']}
              data-by={stretch.by}
              data-excluded={stretch.isExcluded || undefined}
              title={titleOf(stretch)}
            >
              {text.slice(stretch.start, stretch.end)}
            </span>
          ))}
        </p>
      )}
    />
  );
}

/** Marks the paragraph with which one begins. */
const START = 'start';

function titleOf({ by, isExcluded }: CoveredStretch): string | undefined {
  if (isExcluded) return t('compare.excluded');
  return by === undefined ? undefined : t(`adjudicate.legend.${by}`);
}
