import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type CSSProperties } from 'react';
import type { SourceDocument } from '../../core/document/source-document';
import type { CoderId, DocumentId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Coder, Project } from '../../core/project/project';
import { teamOf, type Team } from '../../core/team/team';
import { hiddenCoders } from '../../core/teamwork/blind';
import { workState } from '../../core/teamwork/work-state';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { useApp } from '../state/app-state';
import { settle } from '../state/team-actions';
import { Button } from '../ui/button';
import { CoderBadge } from '../ui/coder-badge';
import { TeamSection } from './team-section';
import styles from './team.module.css';

/** Height of a row, in CSS pixels. */
const ROW = 40;

/** Texts by coders: who is to code what, and how far each is. Only the rows on the screen exist. */
export function AssignmentSection({ project }: { readonly project: Project }) {
  const { documents } = project;
  const coders = peopleAmong(project.coders);
  const team = teamOf(project.team);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    useFlushSync: false,
  });
  const columns = { '--coders': coders.length } as CSSProperties;
  return (
    <TeamSection title={t('team.assignment')} lead={t('team.assignment.lead')}>
      {documents.length === 0 ? (
        <p className={styles['lead']}>{t('team.assignment.empty')}</p>
      ) : (
        <div ref={scroller} className={styles['scroller']} style={columns}>
          <div
            role="table"
            aria-label={t('team.assignment')}
            aria-rowcount={documents.length + 1}
            aria-colcount={coders.length + 1}
            className={styles['table']}
          >
            <div role="row" aria-rowindex={1} className={styles['tableHead']}>
              <span role="columnheader" className={styles['documentCell']}>
                {t('team.assignment.document')}
              </span>
              {coders.map((coder) => (
                <CoderHead key={coder.id} project={project} coder={coder} team={team} />
              ))}
            </div>
            <div
              role="rowgroup"
              className={styles['rows']}
              style={{ height: virtual.getTotalSize() }}
            >
              {virtual.getVirtualItems().map(({ index, key, start }) => {
                const document = documents[index];
                return document === undefined ? null : (
                  <div
                    key={key}
                    role="row"
                    aria-rowindex={index + 2}
                    className={styles['tableRow']}
                    style={{ transform: `translateY(${String(start)}px)` }}
                  >
                    <span role="rowheader" className={styles['documentCell']} dir="auto">
                      {document.title.value}
                    </span>
                    {coders.map((coder) => (
                      <AssignmentCell
                        key={coder.id}
                        project={project}
                        document={document}
                        coder={coder}
                        isAssigned={team.assigned.get(document.id)?.has(coder.id) === true}
                      />
                    ))}
                  </div>
                );
              })}
            </div>
          </div>
        </div>
      )}
    </TeamSection>
  );
}

interface HeadProps {
  readonly project: Project;
  readonly coder: Coder;
  readonly team: Team;
}

function CoderHead({ project, coder, team }: HeadProps) {
  const ids = project.documents.map(({ id }) => id);
  const isIn = (id: DocumentId): boolean => team.assigned.get(id)?.has(coder.id) === true;
  const isAll = ids.every(isIn);
  const { name } = coder;
  return (
    <span role="columnheader" className={styles['coderCell']}>
      <span className={styles['who']}>
        <CoderBadge coders={project.coders} coder={coder} />
        <span className={styles['name']} dir="auto">
          {name}
        </span>
      </span>
      <Button
        kind="quiet"
        aria-label={t(isAll ? 'team.assignment.noneOf' : 'team.assignment.allOf', { name })}
        onPress={() => {
          assign(
            ids.filter((id) => isIn(id) === isAll),
            coder,
            !isAll,
          );
        }}
      >
        {t(isAll ? 'team.assignment.none' : 'team.assignment.all')}
      </Button>
    </span>
  );
}

interface CellProps {
  readonly project: Project;
  readonly document: SourceDocument;
  readonly coder: Coder;
  readonly isAssigned: boolean;
}

function AssignmentCell({ project, document, coder, isAssigned }: CellProps) {
  const me = useApp((state) => state.coderId);
  const isHidden = hiddenCoders(project, me, document.id).has(coder.id);
  const known = workState(project, document.id, coder.id);
  // Whether somebody has begun whose work is hidden is not known here.
  const state = t(isHidden && known !== 'finished' ? 'team.state.hidden' : `team.state.${known}`);
  const { name } = coder;
  return (
    <span role="cell" className={styles['coderCell']}>
      <label className={styles['cell']}>
        <input
          type="checkbox"
          checked={isAssigned}
          aria-label={t('team.assignment.cell', { name, title: document.title.value, state })}
          onChange={() => {
            assign([document.id], coder, !isAssigned);
          }}
        />
        <span className={styles['quiet']}>{state}</span>
      </label>
    </span>
  );
}

function assign(documentIds: readonly DocumentId[], coder: Coder, isAssigned: boolean): void {
  const coderIds: readonly CoderId[] = [coder.id];
  void settle(
    { kind: 'assign', documentIds, coderIds, isAssigned },
    t(isAssigned ? 'team.assigned' : 'team.unassigned', {
      n: documentIds.length,
      name: coder.name,
    }),
  );
}
