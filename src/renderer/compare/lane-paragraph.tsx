import { memo, useMemo, useState, type CSSProperties } from 'react';
import { leaderOf } from '../../core/comparison/align';
import type { ComparedGroup } from '../../core/comparison/differences';
import { layLanes, type LaneStretch } from '../../core/comparison/lanes';
import type { SourceDocument } from '../../core/document/source-document';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { coderColour } from '../../core/teamwork/coder-look';
import type { Paragraph } from '../../core/text/paragraph';
import { backgroundOf, pitchFor, strokeOf } from './lane-stroke';
import { LaneMarker } from './lane-marker';
import selectable from '../ui/selectable-text.module.css';
import styles from './lanes.module.css';

interface Props {
  readonly project: Project;
  readonly document: SourceDocument;
  readonly coders: readonly CoderId[];
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly groups: readonly ComparedGroup[];
  /** Of each part of the paragraph: whether it is to be drawn. Another stays what it is: drawn as before, or bare text. */
  readonly current: readonly boolean[];
  readonly listed: ReadonlySet<ComparedGroup>;
  /** The chosen passage, where it is in this paragraph. */
  readonly chosen: ComparedGroup | undefined;
  readonly onChoose: (group: ComparedGroup) => void;
}

/** A paragraph as one reads it, with a lane for each coder under every line. */
export const Lanes = memo(function Lanes(props: Props) {
  const { project, document, coders, text, paragraph, groups, current, chosen } = props;
  const laid = useMemo(
    () => layLanes(paragraph.span, groups, coders, document.excluded),
    [paragraph, groups, coders, document],
  );
  const pitch = pitchFor(coders.length);
  const total = [...laid.lines.values()].reduce((sum, one) => sum + one, 0);
  const colours = useMemo(
    () =>
      new Map(
        coders.map((coder) => [coder, `var(--hue-${coderColour(project.coders, coder)})`] as const),
      ),
    [coders, project.coders],
  );
  const [isWhole, setWhole] = useState(false);
  if (!isWhole && current.every(Boolean)) setWhole(true);
  return (
    <p
      className={selectable['paragraph']}
      dir="auto"
      data-number={paragraph.number}
      style={{ '--lanes': `${String(total * pitch)}px` } as CSSProperties}
    >
      {inParts(laid.stretches, current.length).map((stretches, part) => (
        <Part
          // Where it is cut elsewhere it is another part: nothing that was drawn of the old one stays.
          key={stretches.map(({ start }) => start).join()}
          project={project}
          text={text}
          stretches={stretches}
          isCurrent={current[part] === true}
          isBareBefore={!isWhole}
          listed={props.listed}
          chosen={chosen}
          onChoose={props.onChoose}
          total={total}
          pitch={pitch}
          colours={colours}
        />
      ))}
    </p>
  );
});

function inParts(
  stretches: readonly LaneStretch[],
  parts: number,
): readonly (readonly LaneStretch[])[] {
  const each = Math.ceil(stretches.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    stretches.slice(part * each, (part + 1) * each),
  ).filter(({ length }) => length > 0);
}

interface PartProps extends Omit<StretchProps, 'stretch'> {
  readonly stretches: readonly LaneStretch[];
  readonly isCurrent: boolean;
  /** Whether it is bare text until it is its turn: not in a paragraph that was drawn and is now cut elsewhere. */
  readonly isBareBefore: boolean;
}

/** Some stretches, or until it is their turn the bare text of them. */
const Part = memo(
  function Part({ stretches, isCurrent, isBareBefore, chosen, ...rest }: PartProps) {
    const first = stretches[0];
    const last = stretches.at(-1);
    if (first === undefined || last === undefined) return null;
    if (!isCurrent && isBareBefore) {
      return (
        <span className={styles['stretch']} data-from={first.start}>
          {rest.text.slice(first.start, last.end)}
        </span>
      );
    }
    return stretches.map((stretch) => (
      <StretchOfText
        {...rest}
        key={stretch.start}
        stretch={stretch}
        chosen={isAt(stretch, chosen) ? chosen : undefined}
      />
    ));
  },
  (_before, { isCurrent }) => !isCurrent,
);

/** Whether a passage begins in a stretch or is drawn under it: another stretch has nothing to do with it. */
function isAt({ marks, begins }: LaneStretch, group: ComparedGroup | undefined): boolean {
  return (
    group !== undefined && (begins.includes(group) || marks.some((one) => one.group === group))
  );
}

interface StretchProps extends Pick<Props, 'project' | 'text' | 'listed' | 'chosen' | 'onChoose'> {
  readonly stretch: LaneStretch;
  readonly total: number;
  readonly pitch: number;
  readonly colours: ReadonlyMap<CoderId, string>;
}

const StretchOfText = memo(function StretchOfText(props: StretchProps) {
  const { project, text, stretch, listed, chosen, total, pitch, colours, onChoose } = props;
  const { marks, begins, isExcluded } = stretch;
  const isChosen = marks.some(({ group, annotation }) => annotation && group === chosen);
  const lines = marks.map((mark) => {
    const own = colours.get(mark.coder) ?? 'var(--ink)';
    return {
      mark,
      stroke: strokeOf(mark.group, mark.annotation !== undefined),
      colour: listed.has(mark.group) ? own : `color-mix(in srgb, ${own} 42%, var(--paper))`,
      fromBottom: total - 1 - mark.line,
    };
  });
  return (
    <>
      {begins
        .filter((group) => listed.has(group))
        .map((group) => (
          <LaneMarker
            key={leaderOf(group).id}
            project={project}
            group={group}
            isChosen={group === chosen}
            onChoose={onChoose}
          />
        ))}
      <span
        className={styles['stretch']}
        data-from={stretch.start}
        data-chosen={isChosen || undefined}
        data-excluded={isExcluded || undefined}
        title={isExcluded ? t('compare.excluded') : undefined}
        style={backgroundOf(lines, pitch)}
      >
        {text.slice(stretch.start, stretch.end)}
      </span>
    </>
  );
});
