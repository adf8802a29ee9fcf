import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Codebook } from '../../core/codebook/codebook';
import type { CodeId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { CodeMark } from '../ui/code-mark';
import { moveCode, renameCode, retireCode } from './code-acts';
import { countCodes } from './counts';
import { useDrafted } from './drafts';
import { setClosed, showCode } from './page-state';
import { RenameField } from './rename-field';
import { findByName, placeByArrow, placeByDrop, type Row } from './tree-model';
import styles from './tree.module.css';

interface Props {
  readonly project: Project;
  readonly rows: readonly Row[];
  readonly selectedId: CodeId | undefined;
  /** Goes on to the editor of the selected code. */
  readonly onEnter: () => void;
}

const ROW = 32;
/** Letters typed within this time belong to one word; milliseconds. */
const TYPING_PAUSE = 700;

interface Drop {
  readonly over: CodeId;
  readonly where: 'before' | 'into' | 'after';
}

/** The codes as a tree: one stop of the focus, walked by arrows; only the lines on the screen exist. */
export function CodeTree({ project, rows, selectedId, onEnter }: Props) {
  const { codebook } = project;
  const scroller = useRef<HTMLDivElement>(null);
  const [renamingId, setRenamingId] = useState<CodeId>();
  const typed = useRef({ text: '', at: 0 });
  const at = rows.findIndex((row) => row.code.id === selectedId);
  const selected = rows[at];
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.code.id ?? index,
    overscan: 8,
  });
  useEffect(() => {
    if (at !== -1) lines.scrollToIndex(at, { align: 'auto' });
  }, [at, lines]);
  const counts = countCodes(project);
  const hasDraft = useDrafted(project.id);
  const drag = useDrag(codebook, rows);

  const select = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) showCode(row.code.id);
  };
  const jump = (letter: string, time: number): void => {
    const { text, at: before } = typed.current;
    const next = time - before < TYPING_PAUSE ? text + letter : letter;
    typed.current = { text: next, at: time };
    const found = findByName(rows, Math.max(0, at), next);
    if (found !== undefined) select(found);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const isTaken = event.altKey
      ? selected !== undefined && moveByKey(codebook, rows, selected, event.key)
      : walkByKey(event, { rows, at, select, onEnter, setRenamingId, jump, project });
    if (isTaken) event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={t('codebook.tree.label')}
      aria-activedescendant={selected === undefined ? undefined : lineId(selected.code.id)}
      tabIndex={0}
      data-tree
      className={styles['tree']}
      title={t('codebook.tree.hint')}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (selected === undefined) select(0);
      }}
    >
      <div role="presentation" className={styles['lines']} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const { code } = row;
          const isRenaming = renamingId === code.id;
          return (
            <div
              key={item.key}
              id={lineId(code.id)}
              role="treeitem"
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-selected={code.id === selectedId}
              aria-expanded={row.hasChildren ? row.isOpen : undefined}
              className={styles['line']}
              data-retired={code.retired || undefined}
              data-drop={drag.drop?.over === code.id ? drag.drop.where : undefined}
              style={{
                transform: `translateY(${String(item.start)}px)`,
                paddingInlineStart: `${String(row.level * 16 - 8)}px`,
              }}
              draggable={!isRenaming && !code.retired}
              onClick={() => {
                showCode(code.id);
              }}
              onDoubleClick={() => {
                setRenamingId(code.id);
              }}
              {...drag.handlers(code.id)}
            >
              <span
                aria-hidden="true"
                className={styles['chevron']}
                data-open={row.isOpen || undefined}
                onClick={(event) => {
                  event.stopPropagation();
                  if (row.hasChildren) setClosed(code.id, row.isOpen);
                }}
              >
                {row.hasChildren ? <ChevronRight size={14} /> : null}
              </span>
              <CodeMark code={code} />
              {isRenaming ? (
                <RenameField
                  code={code}
                  check={(name) => renameCode(codebook, code, name)}
                  onClose={() => {
                    setRenamingId(undefined);
                    scroller.current?.focus();
                  }}
                />
              ) : (
                <span className={styles['name']} dir="auto">
                  {code.name}
                </span>
              )}
              {hasDraft(code.id) ? (
                <>
                  <span aria-hidden="true" className={styles['dot']} />
                  <span className="visually-hidden">{t('codebook.tree.draft')}</span>
                </>
              ) : null}
              {code.key === undefined || code.retired ? null : <kbd>{code.key.toUpperCase()}</kbd>}
              <Count n={counts.get(code.id) ?? 0} />
              {code.retired ? (
                <span className="visually-hidden">{t('codebook.tree.isRetired')}</span>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The number alone is to be seen; what it counts is heard. */
function Count({ n }: { readonly n: number }) {
  return (
    <span className={styles['count']}>
      {n.toLocaleString('en')}
      <span className="visually-hidden"> {t('codebook.tree.unit', { n })}</span>
    </span>
  );
}

function lineId(codeId: CodeId): string {
  return `code-line-${codeId}`;
}

interface Walk {
  readonly project: Project;
  readonly rows: readonly Row[];
  readonly at: number;
  readonly select: (index: number) => void;
  readonly onEnter: () => void;
  readonly setRenamingId: (id: CodeId) => void;
  readonly jump: (letter: string, time: number) => void;
}

/** True when the key was for the tree. */
function walkByKey(event: React.KeyboardEvent, walk: Walk): boolean {
  const { rows, at, select } = walk;
  const row = rows[at];
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      select(at + (event.key === 'ArrowDown' ? 1 : -1));
      return true;
    case 'PageDown':
    case 'PageUp':
      select(at + (event.key === 'PageDown' ? 10 : -10));
      return true;
    case 'Home':
    case 'End':
      select(event.key === 'Home' ? 0 : rows.length - 1);
      return true;
    case 'ArrowRight':
      if (row?.hasChildren === true) {
        if (row.isOpen) select(at + 1);
        else setClosed(row.code.id, false);
      }
      return true;
    case 'ArrowLeft':
      if (row?.isOpen === true) setClosed(row.code.id, true);
      else if (row !== undefined) select(parentLine(rows, at));
      return true;
    case 'Enter':
      walk.onEnter();
      return true;
    case 'F2':
      if (row !== undefined) walk.setRenamingId(row.code.id);
      return true;
    case 'Delete':
    case 'Backspace':
      if (row !== undefined && !row.code.retired) retireCode(walk.project, row.code);
      return true;
    default:
      if (event.key.length !== 1 || event.key === ' ') return false;
      walk.jump(event.key, event.timeStamp);
      return true;
  }
}

function parentLine(rows: readonly Row[], at: number): number {
  const level = rows[at]?.level ?? 1;
  const above = rows.slice(0, at).findLastIndex((row) => row.level < level);
  return above === -1 ? at : above;
}

const ARROWS = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const;

function moveByKey(codebook: Codebook, rows: readonly Row[], row: Row, key: string): boolean {
  const arrow = ARROWS[key as keyof typeof ARROWS] as
    (typeof ARROWS)[keyof typeof ARROWS] | undefined;
  if (arrow === undefined) return false;
  const place = placeByArrow(
    rows.map((one) => one.code),
    row.code.id,
    arrow,
  );
  if (place === undefined) return true;
  if (place.parentId !== undefined) setClosed(place.parentId, false);
  moveCode(codebook, row.code.id, place);
  return true;
}

interface Drag {
  readonly drop: Drop | undefined;
  readonly handlers: (id: CodeId) => React.HTMLAttributes<HTMLElement>;
}

/** Dragging a line: over the upper or lower edge of another it goes beside that one, over its middle below it. */
function useDrag(codebook: Codebook, rows: readonly Row[]): Drag {
  const [dragged, setDragged] = useState<CodeId>();
  const [drop, setDrop] = useState<Drop>();
  const end = (): void => {
    setDragged(undefined);
    setDrop(undefined);
  };
  return {
    drop,
    handlers: (id) => ({
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', id);
        setDragged(id);
      },
      onDragOver: (event) => {
        if (dragged === undefined || dragged === id) return;
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        const share = (event.clientY - box.top) / box.height;
        setDrop({ over: id, where: share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'into' });
      },
      onDrop: (event) => {
        event.preventDefault();
        const codes = rows.map((row) => row.code);
        const place = drop && placeByDrop(codes, drop.over, drop.where);
        if (dragged !== undefined && place !== undefined && place.before !== dragged) {
          moveCode(codebook, dragged, place);
        }
        end();
      },
      onDragEnd: end,
    }),
  };
}
