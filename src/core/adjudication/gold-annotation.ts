import type { Annotation, AttributeValue } from '../annotation/annotation';
import { checkAttributeValue } from '../codebook/attribute-value';
import { currentRevision, findAttribute, findCode } from '../codebook/codebook';
import type { AnnotationId, CodeId, CoderId, DocumentId, Timestamp } from '../ids';
import { effectiveAttributes, valueSurroundings } from '../project/effective';
import type { Project } from '../project/project';
import { GOLD_CODER } from '../verdict/gold-coder';
import { WHOLE, type VerdictSource } from '../verdict/verdict';

const ATTRIBUTE = 'attributes.';

/**
 * The annotation of the gold set that is put together of what these coders have: each field from whom `sources` says, and
 * nothing where they say nothing. Values that the code does not have, as it came from another coder, are left out. What a
 * coder says by a link is among the attributes until the gold set has that link. Undefined without pieces or a code.
 */
export function goldAnnotation(
  project: Project,
  members: ReadonlyMap<CoderId, Annotation>,
  sources: readonly VerdictSource[],
  { id, at }: { readonly id: AnnotationId; readonly at: Timestamp },
): Annotation | undefined {
  const whole = sources.find(({ field }) => field === WHOLE);
  const from = (field: string): Annotation | undefined => {
    const source = sources.find((one) => one.field === field) ?? whole;
    return source && members.get(source.coderId);
  };
  const [coded, placed] = [from('code'), from('pieces')];
  if (coded === undefined || placed === undefined) return undefined;
  const all = whole && members.get(whole.coderId);
  const code = findCode(project.codebook, coded.codeId);
  const parts = from('parts')?.parts ?? [];
  const names = new Set(code?.parts.map(({ name }) => name));
  return {
    id,
    documentId: placed.documentId,
    coderId: GOLD_CODER,
    codeId: coded.codeId,
    pieces: placed.pieces,
    parts: all === undefined ? parts.filter(({ name }) => names.has(name)) : parts,
    attributes:
      all === undefined
        ? chosenAttributes(project, coded, members, sources)
        : effectiveAttributes(project, all),
    memo: from('memo')?.memo ?? '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: coded.codebookRevision,
  };
}

interface NewGold {
  readonly id: AnnotationId;
  readonly documentId: DocumentId;
  readonly pieces: Annotation['pieces'];
  readonly codeId: CodeId;
  readonly at: Timestamp;
}

/** One of nobody's, which its adjudicator goes on working at. */
export function newGoldAnnotation({ codebook }: Project, { at, ...made }: NewGold): Annotation {
  return {
    ...made,
    coderId: GOLD_CODER,
    parts: [],
    attributes: {},
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: currentRevision(codebook),
  };
}

function chosenAttributes(
  project: Project,
  { codeId }: Annotation,
  members: ReadonlyMap<CoderId, Annotation>,
  sources: readonly VerdictSource[],
): Readonly<Record<string, AttributeValue>> {
  const code = findCode(project.codebook, codeId);
  const around = valueSurroundings(project);
  const chosen: Record<string, AttributeValue> = {};
  for (const { field, coderId } of sources) {
    const member = members.get(coderId);
    if (!field.startsWith(ATTRIBUTE) || member === undefined) continue;
    const id = field.slice(ATTRIBUTE.length);
    const value = effectiveAttributes(project, member)[id];
    const definition = findAttribute(code, id);
    if (value === undefined || definition === undefined) continue;
    if (checkAttributeValue(definition, value, around) === undefined) chosen[id] = value;
  }
  return chosen;
}
