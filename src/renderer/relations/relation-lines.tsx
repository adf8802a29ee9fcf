import { useId, useMemo } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { store } from '../state/app-state';
import { describeEnd } from '../state/relation-actions';
import type { TextPage } from '../state/text-page';
import { goToAnnotation } from '../state/view-actions';
import { otherEnds, type OtherEnd } from './ends-of';
import {
  layOutLines,
  namesOf,
  ROOM_FOR_WORDS,
  type Edge,
  type Label,
  type Line,
} from './line-layout';
import { removeByKey } from './remove-by-key';
import styles from './relations.module.css';

/** Dashes by the kind's place in the codebook, so that no meaning hangs on colour or label alone. */
const DASHES = ['none', '7 3', '2 3', '9 3 2 3', '4 2', '1 4'];

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
  readonly page: TextPage;
}

/** The relations of the selected annotation as thin curves in the margin; asked anew each time the page is drawn. */
export function RelationLines({ annotation, project, page }: Props) {
  const ends = useMemo(() => otherEnds(project, annotation), [project, annotation]);
  const arrow = useId();
  if (ends.length === 0) return null;
  const frame = page.frame();
  const order = new Map(project.documents.map((document, index) => [document.id, index]));
  const { lines, edges } = layOutLines(annotation, ends, {
    frame,
    whereabouts: (one) => page.whereabouts(one),
    orderOf: (one) => order.get(one.documentId) ?? 0,
  });
  return (
    <div role="group" aria-label={t('relations.lines')} className={styles['lines']}>
      <svg className={styles['curves']} aria-hidden="true">
        <marker
          id={arrow}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0 0.5 8 4 0 7.5 2 4Z" className={styles['arrow']} />
        </marker>
        {lines.map((line) => (
          <Curve key={line.end.relation.id} path={line.path} end={line.end} arrow={arrow} />
        ))}
        {edges.map(({ side, path }) => (
          <path
            key={side}
            d={path}
            className={styles['curve']}
            strokeDasharray="2 3"
            markerEnd={`url(#${arrow})`}
          />
        ))}
      </svg>
      {lines.map((line) => (
        <LineLabel key={line.end.relation.id} line={line} project={project} />
      ))}
      {edges.map((edge) => (
        <EdgeLabel key={edge.side} edge={edge} project={project} />
      ))}
    </div>
  );
}

function Curve(props: { readonly path: string; readonly end: OtherEnd; readonly arrow: string }) {
  const { path, end, arrow } = props;
  const marker = `url(#${arrow})`;
  return (
    <path
      d={path}
      className={styles['curve']}
      strokeDasharray={DASHES[end.kindIndex % DASHES.length]}
      {...(end.direction === 'from' ? { markerEnd: marker } : { markerStart: marker })}
    />
  );
}

interface LabelProps {
  readonly project: Project;
}

function LineLabel({ line, project }: LabelProps & { readonly line: Line }) {
  const { end, label } = line;
  const what = describe(project, end);
  return (
    <button
      type="button"
      className={styles['lineLabel']}
      style={label}
      data-what={what}
      {...pointing(end)}
      onKeyDown={(event) => {
        removeByKey(event, end.relation);
      }}
      onClick={() => {
        goTo(end);
      }}
    >
      <span className="visually-hidden">{t('relations.line.go', { what })}</span>
      <span className={styles['words']} aria-hidden="true">
        {t(`relations.${end.direction}`, { kind: hasWords(label) ? end.kind.name : '' })}
      </span>
    </button>
  );
}

function EdgeLabel({ edge, project }: LabelProps & { readonly edge: Edge }) {
  const { side, ends, label } = edge;
  const [nearest] = ends;
  if (nearest === undefined) return null;
  const what = [
    t(`relations.edge.${side}`, { n: ends.length }),
    ...ends.slice(0, 3).map((end) => describe(project, end)),
  ].join('\n');
  return (
    <button
      type="button"
      className={styles['lineLabel']}
      style={label}
      data-what={what}
      data-side={side}
      onKeyDown={(event) => {
        // Of several nobody could tell which one is meant.
        if (ends.length === 1) removeByKey(event, nearest.relation);
      }}
      onClick={() => {
        goTo(nearest);
      }}
    >
      <span className="visually-hidden">
        {t('relations.line.go', { what: what.replaceAll('\n', '. ') })}
      </span>
      <span className={styles['words']} aria-hidden="true">
        {side === 'above' ? '↑' : '↓'} {ends.length} {hasWords(label) ? namesOf(ends) : ''}
      </span>
    </button>
  );
}

function hasWords({ width }: Label): boolean {
  return width >= ROOM_FOR_WORDS;
}

function describe(project: Project, { kind, direction, annotation }: OtherEnd): string {
  const end = describeEnd(project, annotation);
  return t(`relations.row.${direction}`, { kind: kind.name, end });
}

function goTo({ annotation }: OtherEnd): void {
  void goToAnnotation(annotation.documentId, annotation.id);
}

/** Shows the end in the text while the label is under the pointer or has the focus. */
function pointing(end: OtherEnd): {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const point = (): void => {
    store.setState({ pointedId: end.annotation.id });
  };
  const leave = (): void => {
    store.setState({ pointedId: undefined });
  };
  return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave };
}
