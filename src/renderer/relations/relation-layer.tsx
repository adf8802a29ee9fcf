import type { Annotation } from '../../core/annotation/annotation';
import { linkChoices } from '../../core/project/link-choice';
import type { Project } from '../../core/project/project';
import { isOwn, openAnnotations } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { linkInHand } from '../state/link-actions';
import { useTextPage } from '../state/text-page';
import { LinkKinds } from './link-kinds';
import { LinkKnob } from './link-knob';
import { RelationLines } from './relation-lines';

/** What relations draw over the page of the text. While nothing is selected it is nothing. */
export function RelationLayer() {
  const project = useApp((state) => state.project);
  const annotation = useApp((state) => openAnnotations(state).find(state.selectedId));
  if (project === undefined || annotation === undefined) return null;
  return <Layer project={project} annotation={annotation} />;
}

function Layer({ project, annotation }: { project: Project; annotation: Annotation }) {
  const page = useTextPage();
  const mode = useApp(linkInHand);
  const other = useApp((state) =>
    openAnnotations(state).find(mode?.step === 'kind' ? mode.otherId : undefined),
  );
  if (page === undefined) return null;
  const where = page.whereabouts(annotation);
  const isLinkable =
    isOwn(annotation) && linkChoices(project.codebook, annotation.codeId).length > 0;
  return (
    <>
      <RelationLines annotation={annotation} project={project} page={page} />
      {isLinkable && where.kind === 'drawn' ? (
        <LinkKnob annotation={annotation} project={project} page={page} bar={where.bar} />
      ) : null}
      {mode?.step === 'kind' ? (
        <LinkKinds
          key={`${mode.annotationId} ${mode.otherId ?? ''}`}
          mode={mode}
          annotation={annotation}
          other={other}
          project={project}
          page={page}
        />
      ) : null}
    </>
  );
}
