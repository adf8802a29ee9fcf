import { memo, useDeferredValue, useMemo } from 'react';
import type { SourceDocument } from '../../core/document/source-document';
import type { Project } from '../../core/project/project';
import { AddedPane } from './added-pane';
import { PassagePane } from './passage-pane';
import { isAdded, keyOf, type Row } from './rows';
import type { DecisionDraft } from './use-decision';

interface Props {
  readonly project: Project;
  readonly document: SourceDocument;
  readonly row: Row | undefined;
  readonly decision: DecisionDraft;
}

/**
 * All about the chosen passage. A key that goes to another one shows in the list which that is; this follows in a moment
 * of its own. What it shows is of one state, and what is pressed in it is about what it shows.
 */
export const ChosenPane = memo(function ChosenPane({ project, document, row, decision }: Props) {
  const now = useMemo(
    () => ({ project, document, row, decision }),
    [project, document, row, decision],
  );
  const later = useDeferredValue<Props>(now);
  return <Shown {...(later.row === row ? now : later)} />;
});

const Shown = memo(function Shown({ project, document, row, decision }: Props) {
  if (row === undefined) return null;
  return isAdded(row) ? (
    <AddedPane key={keyOf(row)} project={project} document={document} passage={row} />
  ) : (
    <PassagePane project={project} group={row} decision={decision} />
  );
});
