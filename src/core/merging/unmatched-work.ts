import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import { placedAnew } from './placed-anew';
import type { DocumentId } from '../ids';
import { t } from '../messages/message';
import { findDocument } from '../project/project';
import type { Merged } from './merged';
import type { Unmatched } from './unmatched';

/** Work that the project cannot show: its words stand elsewhere in the text or nowhere, or a link does not fit its kind. */
export function findUnmatchedWork(merged: Merged): readonly Unmatched[] {
  const { after, leftOut, textOf } = merged;
  const byDocument = new Map<DocumentId, Annotation[]>();
  for (const { item } of leftOut.annotations) {
    const here = byDocument.get(item.documentId);
    if (here === undefined) byDocument.set(item.documentId, [item]);
    else here.push(item);
  }
  const waiting = new Set(leftOut.annotations.map(({ item }) => item.id));
  const isTied = ({ fromId, toId }: Relation): boolean => waiting.has(fromId) || waiting.has(toId);
  const links = leftOut.relations.map(({ item }) => item);
  const found = [...byDocument].map(([documentId, annotations]): Unmatched => {
    const text = textOf(documentId);
    const places = annotations.filter((one) => placedAnew(text, one) !== undefined).length;
    const ids = new Set(annotations.map(({ id }) => id));
    return {
      kind: 'left-out',
      key: `left-out/${documentId}`,
      sentence: t('merging.text.other', {
        title: findDocument(after, documentId)?.title.value ?? documentId,
        n: annotations.length,
        found: places,
      }),
      options: [
        { value: 'leave', label: t('merging.text.leave') },
        ...(places === 0 ? [] : [{ value: 'find', label: t('merging.text.find', { n: places }) }]),
      ],
      suggested: places === 0 ? 'leave' : 'find',
      documentId,
      annotations,
      relations: links.filter(({ fromId, toId }) => ids.has(fromId) || ids.has(toId)),
    };
  });
  const loose = links.filter((one) => !isTied(one));
  return loose.length === 0 ? found : [...found, looseLinks(loose)];
}

function looseLinks(relations: readonly Relation[]): Unmatched {
  return {
    kind: 'left-out-links',
    key: 'left-out-links',
    sentence: t('merging.links', { n: relations.length }),
    options: [{ value: 'leave', label: t('merging.text.leave') }],
    suggested: 'leave',
    relations,
  };
}
