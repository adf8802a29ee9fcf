import type { CSSProperties } from 'react';
import { DIFFERENCE_KINDS } from '../../core/comparison/differences';
import type { LaneMark } from '../../core/comparison/lanes';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { coderColour } from '../../core/teamwork/coder-look';
import { CoderBadge } from '../ui/coder-badge';
import { backgroundOf, type Stroke } from './lane-stroke';
import styles from './lanes.module.css';

interface Props {
  readonly project: Project;
  readonly coders: readonly CoderId[];
}

const STROKES: readonly Stroke[] = [
  'alike',
  'alone',
  'gap',
  ...DIFFERENCE_KINDS.filter((kind) => kind !== 'missed'),
];

/** Whose lane is which, in their order, and what each kind of line says. */
export function LaneLegend({ project, coders }: Props) {
  return (
    <div className={styles['legend']}>
      <ol className={styles['coders']} aria-label={t('compare.lanes')}>
        {coders.map((id) => {
          const coder = findCoder(project, id);
          const hue = `var(--hue-${coderColour(project.coders, id)})`;
          return (
            <li key={id}>
              <Sample stroke="alike" colour={hue} />
              {coder === undefined ? null : <CoderBadge coders={project.coders} coder={coder} />}
              <span dir="auto">{coder?.name ?? id}</span>
            </li>
          );
        })}
      </ol>
      <ul className={styles['strokes']} aria-label={t('compare.strokes')}>
        {STROKES.map((stroke) => (
          <li key={stroke}>
            <Sample stroke={stroke} colour="var(--ink-soft)" />
            {nameOf(stroke)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(stroke: Stroke): string {
  if (stroke === 'alike') return t('compare.allAlike');
  if (stroke === 'alone' || stroke === 'gap') return t(`compare.stroke.${stroke}`);
  return t(`compare.kind.${stroke}`);
}

function Sample({ stroke, colour }: { readonly stroke: Stroke; readonly colour: string }) {
  const mark = { starts: true, ends: true } as LaneMark;
  const style: CSSProperties = backgroundOf([{ mark, stroke, colour, fromBottom: 0 }], 8);
  return <span aria-hidden="true" className={styles['sample']} style={style} />;
}
