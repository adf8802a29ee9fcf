import type { ActorId, CodeId } from '../../core/ids';
import { activeCodes, type Code, type Codebook } from '../../core/codebook/codebook';
import { registerIndex } from '../../core/register/actor';
import { store } from '../state/app-state';
import { viewsEqual, type View } from '../state/view';
import { search } from './search-actions';
import { forgetSearch, searchStore } from './search-state';

let projectId: string | undefined;

/**
 * Fills the page for what it was opened for: some words, the names of an actor, or what was looked for last. One who
 * comes back to it finds it as it was left.
 */
export function openSearch(view: View): void {
  const { project } = store.getState();
  if (view.kind !== 'occurrences' || project === undefined) return;
  if (project.id !== projectId) forgetSearch();
  projectId = project.id;
  const { openedFor, codeId, fields } = searchStore.getState();
  if (openedFor !== undefined && viewsEqual(openedFor, view)) return;
  const codes = activeCodes(project.codebook);
  const known = codes.find(({ id }) => id === codeId) ?? codes[0];
  searchStore.setState({ openedFor: view, codeId: known?.id });

  const actor =
    view.actorId === undefined ? undefined : registerIndex(project.actors).resolve(view.actorId);
  if (actor !== undefined) {
    const mention = findMentionCode(project.codebook);
    const names = [actor.label, ...actor.aliases].join(' | ');
    searchStore.setState({
      fields: { ...fields, words: names, isPattern: false, wholeWords: true, scope: 'corpus' },
      ...(mention && { codeId: mention.id, attributes: naming(mention, actor.id) }),
    });
  } else if (view.words !== undefined) {
    searchStore.setState({ fields: { ...fields, words: view.words, isPattern: false } });
  }
  void search();
}

/** The code for mentions of actors: what relations that say who holds something lead to, else one that names actors. */
function findMentionCode(codebook: Codebook): Code | undefined {
  const ends = new Set<CodeId>(
    codebook.relationKinds.flatMap(({ attribute, to }) => (attribute === undefined ? [] : to)),
  );
  const naming = activeCodes(codebook).filter((code) => actorsAttribute(code) !== undefined);
  return naming.find(({ id }) => ends.has(id)) ?? naming[0];
}

function naming(code: Code, actorId: ActorId): Record<string, readonly string[]> {
  const attribute = actorsAttribute(code);
  return attribute === undefined ? {} : { [attribute.id]: [actorId] };
}

function actorsAttribute(code: Code) {
  return code.attributes.find(({ type }) => type === 'actors');
}
