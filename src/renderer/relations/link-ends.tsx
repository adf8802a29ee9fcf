import { useCallback, useMemo, useRef, useState } from 'react';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import { codeName, findCode } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { searchCandidates } from '../../core/project/link-candidates';
import { findDocument, type Project } from '../../core/project/project';
import { paragraphNumberAt, type Paragraph } from '../../core/text/paragraph';
import { openAnnotations } from '../state/annotation-actions';
import { store, useApp } from '../state/app-state';
import { leaveLink, linkInHand } from '../state/link-actions';
import type { LinkMode } from '../state/link-mode';
import { describeEnd, link } from '../state/relation-actions';
import { currentPage } from '../state/text-page';
import { CodeMark } from '../ui/code-mark';
import { Picker, type PickerOption } from './picker';
import styles from './relations.module.css';

/** How many are listed of each: nobody walks through more, and words find the others. */
const MOST = 40;
/** Between the list and the lower edge of the page, in CSS pixels. */
const BELOW = 16;

/** Below the text while the other end of a link is chosen: the annotations it may be, nearest first. */
export function LinkEnds() {
  const mode = useApp(linkInHand);
  const annotation = useApp((state) => openAnnotations(state).find(mode?.annotationId));
  const project = useApp((state) => state.project);
  if (mode?.step !== 'end' || annotation === undefined || project === undefined) return null;
  return <Ends mode={mode} annotation={annotation} project={project} />;
}

const NO_PARAGRAPHS: readonly Paragraph[] = [];

interface Props {
  readonly mode: Extract<LinkMode, { step: 'end' }>;
  readonly annotation: Annotation;
  readonly project: Project;
}

function Ends({ mode, annotation, project }: Props) {
  const { choice } = mode;
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLElement>(null);
  const paragraphs = useApp((state) => state.document?.paragraphs ?? NO_PARAGRAPHS);
  const search = useMemo(
    () => searchCandidates(project, annotation, choice),
    [project, annotation, choice],
  );
  const options = useMemo(() => {
    const { near, far, isMore } = search.find(query, MOST);
    const nearby = near.map(({ annotation: one, isLinked }) =>
      optionOf(project, one, whereNear(paragraphs, annotation, one), isLinked),
    );
    const elsewhere = far.map((one, index) => ({
      ...optionOf(project, one, findDocument(project, one.documentId)?.title.value ?? '', false),
      ...(index === 0 && { heading: t('relations.ends.elsewhere') }),
    }));
    return { all: [...nearby, ...elsewhere], isMore };
  }, [search, query, project, paragraphs, annotation]);
  const show = useCallback((one: Annotation | undefined) => {
    const isHere = one !== undefined && one.documentId === store.getState().document?.id;
    store.setState({ pointedId: one?.id });
    if (isHere) currentPage()?.reveal(extentOf(one), (panel.current?.offsetHeight ?? 0) + BELOW);
  }, []);
  const leave = (): void => {
    currentPage()?.reveal(extentOf(annotation));
    leaveLink();
  };
  const kind = choice.kind.name;
  return (
    <section
      ref={panel}
      className={styles['ends']}
      aria-label={t('relations.ends.label', { kind })}
    >
      <header className={styles['endsHeader']}>
        <span className={styles['kindName']}>
          {t(`relations.ends.${choice.direction}`, { kind })}
        </span>
        <span className={styles['endsHelp']}>{t('relations.ends.help')}</span>
      </header>
      <Picker
        label={t('relations.ends.label', { kind })}
        listLabel={t('relations.ends.list')}
        placeholder={t('relations.ends.placeholder')}
        query={query}
        onQuery={setQuery}
        options={options.all}
        onActive={show}
        note={noteOf(options.all.length, options.isMore, query)}
        onPick={(other) => {
          leave();
          link(annotation, other, choice);
        }}
        onLeave={leave}
        onBack={() => {
          store.setState({
            link: { step: 'kind', annotationId: annotation.id },
            pointedId: undefined,
          });
          currentPage()?.reveal(extentOf(annotation));
        }}
      />
    </section>
  );
}

function noteOf(n: number, isMore: boolean, query: string): string | undefined {
  if (n > 0) return isMore ? t('relations.ends.more') : undefined;
  return t(query.trim() === '' ? 'relations.ends.none' : 'relations.ends.noneFound');
}

function optionOf(
  project: Project,
  one: Annotation,
  where: string,
  isLinked: boolean,
): PickerOption<Annotation> {
  const code = findCode(project.codebook, one.codeId);
  const linked = isLinked ? t('relations.ends.linked') : '';
  return {
    id: one.id,
    value: one,
    label: [describeEnd(project, one), where, linked].filter((part) => part !== '').join(', '),
    content: (
      <>
        {code === undefined ? null : <CodeMark code={code} />}
        <span className={styles['endCode']}>{codeName(project.codebook, one.codeId)}</span>
        <span className={styles['endQuote']} dir="auto">
          {quoteOf(one)}
        </span>
        <span className={styles['endWhere']}>{isLinked ? `${linked} · ${where}` : where}</span>
      </>
    ),
  };
}

/** Paragraph, and how many away. */
function whereNear(
  paragraphs: readonly Paragraph[],
  annotation: Annotation,
  one: Annotation,
): string {
  const n = paragraphNumberAt(paragraphs, extentOf(one).start);
  const away = n - paragraphNumberAt(paragraphs, extentOf(annotation).start);
  const distance =
    away === 0
      ? t('relations.ends.same')
      : t(away < 0 ? 'relations.ends.before' : 'relations.ends.after', { n: Math.abs(away) });
  return t('relations.ends.where', { n, distance });
}
