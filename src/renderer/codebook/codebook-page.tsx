import { Download, Plus, Upload } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findCode } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { useApp } from '../state/app-state';
import { chooseCodebook, exportCodebook } from '../state/codebook-actions';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import { CheckBox } from '../ui/check-box';
import { PageFrame } from '../ui/page-frame';
import { CodeEditor } from './code-editor';
import { CodeTree } from './code-tree';
import { KindsSection } from './kinds-section';
import { ListsSection } from './lists-section';
import { NewCodeDialog } from './new-code-dialog';
import { setShowsRetired, showCode, showSubject, usePage, type Subject } from './page-state';
import { RevisionsSection } from './revisions-section';
import { buildRows, shownCodes } from './tree-model';
import styles from './codebook.module.css';

/** The codes as a tree, and beside it what the selected one means. */
export function CodebookPage() {
  const project = useApp((state) => state.project);
  const view = useApp((state) => state.view);
  useEffect(() => {
    if (view.kind === 'codebook' && view.codeId !== undefined) showCode(view.codeId);
  }, [view]);
  return (
    <PageFrame
      title={t('codebook.title')}
      onClose={backToText}
      ownLayout
      tools={
        <>
          <Button kind="quiet" onPress={() => void chooseCodebook()}>
            <Download size={14} aria-hidden="true" />
            {t('codebook.import')}
          </Button>
          <Button kind="quiet" onPress={() => void exportCodebook()}>
            <Upload size={14} aria-hidden="true" />
            {t('codebook.export')}
          </Button>
        </>
      }
    >
      {project === undefined ? null : <Columns project={project} />}
    </PageFrame>
  );
}

function Columns({ project }: { readonly project: Project }) {
  const { codebook } = project;
  const { subject, closed, showsRetired } = usePage((state) => state);
  const [isAdding, setAdding] = useState<'beside' | 'below'>();
  const side = useRef<HTMLDivElement>(null);
  const codes = useMemo(
    () => shownCodes(codebook.codes, showsRetired),
    [codebook.codes, showsRetired],
  );
  const rows = useMemo(() => buildRows(codes, closed), [codes, closed]);
  const retired = codebook.codes.filter((code) => code.retired).length;
  const selected =
    subject.kind === 'code' && subject.codeId !== undefined
      ? findCode(codebook, subject.codeId)
      : undefined;
  const parentId = isAdding === 'below' ? selected?.id : selected?.parentId;
  return (
    <div className={styles['columns']}>
      <nav className={styles['outline']} aria-label={t('codebook.codes')}>
        <div className={styles['outlineTools']}>
          <Button
            onPress={() => {
              setAdding('beside');
            }}
          >
            <Plus size={14} aria-hidden="true" />
            {t('codebook.new')}
          </Button>
          <Button
            kind="quiet"
            isDisabled={selected === undefined || selected.retired}
            onPress={() => {
              setAdding('below');
            }}
          >
            {t('codebook.newBelow')}
          </Button>
        </div>
        {rows.length === 0 ? (
          <div className={styles['empty']}>
            <p>{t('codebook.empty')}</p>
            <p>{t('codebook.empty.hint')}</p>
          </div>
        ) : (
          <CodeTree
            project={project}
            rows={rows}
            selectedId={selected?.id}
            onEnter={() => side.current?.querySelector('input')?.focus()}
          />
        )}
        {retired === 0 ? null : (
          <div className={styles['retired']}>
            <CheckBox
              label={t('codebook.tree.retired', { n: retired })}
              isSelected={showsRetired}
              onChange={setShowsRetired}
            />
          </div>
        )}
        <ul className={styles['others']}>
          <Other subject={{ kind: 'kinds' }} n={codebook.relationKinds.length} />
          <Other subject={{ kind: 'lists' }} n={codebook.lists.length} />
          <Other subject={{ kind: 'revisions' }} n={codebook.revisions.length} />
        </ul>
      </nav>
      <div ref={side} className={styles['side']}>
        <Side project={project} subject={subject} />
      </div>
      {isAdding === undefined ? null : (
        <NewCodeDialog
          codebook={codebook}
          parentId={parentId}
          onClose={() => {
            setAdding(undefined);
          }}
        />
      )}
    </div>
  );
}

type OtherSubject = Exclude<Subject, { kind: 'code' }>;

function Other({ subject, n }: { readonly subject: OtherSubject; readonly n: number }) {
  const isCurrent = usePage((state) => state.subject.kind === subject.kind);
  return (
    <li>
      <button
        type="button"
        className={styles['other']}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => {
          showSubject(subject);
        }}
      >
        {t(`codebook.${subject.kind}`)}
        <span className={styles['count']}>{n}</span>
      </button>
    </li>
  );
}

function Side({ project, subject }: { readonly project: Project; readonly subject: Subject }) {
  switch (subject.kind) {
    case 'kinds':
      return <KindsSection project={project} />;
    case 'lists':
      return <ListsSection project={project} />;
    case 'revisions':
      return <RevisionsSection project={project} />;
    case 'code': {
      const code =
        subject.codeId === undefined ? undefined : findCode(project.codebook, subject.codeId);
      return code === undefined ? (
        <p className={styles['nothing']}>{t('codebook.nothing')}</p>
      ) : (
        <CodeEditor key={code.id} project={project} code={code} />
      );
    }
  }
}
