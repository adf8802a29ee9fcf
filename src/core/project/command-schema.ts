import { z } from 'zod';
import { codebookSchema, projectListSchema } from './codebook-schema';
import { BATCH_PURPOSES, type Command } from './command';
import {
  actorIdSchema,
  actorSchema,
  annotationIdSchema,
  annotationSchema,
  attributeValueSchema,
  codeIdSchema,
  coderDescriptionSchema,
  coderIdSchema,
  coderSchema,
  confidenceSchema,
  descriptionSchema,
  documentIdSchema,
  excludedSchema,
  lengthSchema,
  markFields,
  markSchema,
  memoIdSchema,
  memoRecordSchema,
  memoSchema,
  nameSchema,
  partsSchema,
  piecesSchema,
  projectIdSchema,
  relationIdSchema,
  relationSchema,
  safeKeySchema,
  sourceDocumentSchema,
  teamActIdSchema,
  teamActSchema,
  timestampSchema,
  verdictIdSchema,
  verdictSchema,
} from './schema';

const address = { documentId: documentIdSchema, annotationId: annotationIdSchema };
const edit = { ...address, modifiedAt: timestampSchema };
const index = z.number().int().min(0);
const document = { documentId: documentIdSchema };

/** One command of a kind. */
function of<Kind extends Command['kind'], Shape extends z.core.$ZodLooseShape>(
  kind: Kind,
  shape: Shape,
) {
  return z.strictObject({ kind: z.literal(kind), ...shape });
}

/** Every command. `src/main/window-command.ts` says which of them the window may give. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('kind', [
  of('annotation.add', { annotation: annotationSchema }),
  of('annotation.remove', address),
  of('annotation.recode', { ...edit, codeId: codeIdSchema }),
  of('annotation.move', { ...edit, pieces: piecesSchema }),
  of('annotation.memo', { ...edit, memo: memoSchema }),
  of('annotation.attribute', {
    ...edit,
    attributeId: safeKeySchema,
    value: attributeValueSchema.exactOptional(),
  }),
  of('annotation.confidence', { ...edit, confidence: confidenceSchema.exactOptional() }),
  of('annotation.parts', { ...edit, parts: partsSchema }),
  of('annotation.confirm', edit),
  of('annotation.replace', { annotation: annotationSchema }),
  of('relation.add', { relation: relationSchema }),
  of('relation.remove', { relationId: relationIdSchema }),
  of('relation.replace', { relation: relationSchema }),
  of('actor.add', { actor: actorSchema, index }),
  of('actor.replace', { actor: actorSchema }),
  of('actor.remove', { actorId: actorIdSchema }),
  of('document.add', { document: sourceDocumentSchema, index }),
  of('document.remove', document),
  of('document.describe', { ...document, description: descriptionSchema }),
  of('document.exclude', { ...document, excluded: excludedSchema }),
  of('mark.set', { ...document, mark: markSchema }),
  of('mark.clear', { ...document, place: z.strictObject(markFields) }),
  of('coder.add', { coder: coderSchema, index }),
  of('coder.remove', { coderId: coderIdSchema }),
  of('coder.rename', { coderId: coderIdSchema, name: nameSchema }),
  of('coder.describe', { coderId: coderIdSchema, description: coderDescriptionSchema }),
  of('memo.add', { memo: memoRecordSchema }),
  of('memo.remove', { memoId: memoIdSchema }),
  of('memo.replace', { memo: memoRecordSchema }),
  of('verdict.add', { verdict: verdictSchema }),
  of('verdict.remove', { ...document, verdictId: verdictIdSchema }),
  of('verdict.replace', { verdict: verdictSchema }),
  of('codebook.replace', { codebook: codebookSchema }),
  of('list.replace', { list: projectListSchema }),
  of('list.add', { list: projectListSchema, index }),
  of('list.remove', { listId: safeKeySchema }),
  of('team.record', { act: teamActSchema }),
  of('team.withdraw', { actId: teamActIdSchema }),
  of('project.describe', { id: projectIdSchema, title: nameSchema }),
  z.strictObject({
    kind: z.literal('batch'),
    purpose: z.enum(BATCH_PURPOSES),
    size: lengthSchema,
    get commands() {
      return z.array(commandSchema);
    },
  }),
]);
