import { join } from 'node:path';
import type { Annotation, AttributeValue } from '../../src/core/annotation/annotation';
import { sortAnnotations } from '../../src/core/annotation/sorted';
import { createSchemeCodebook } from '../../src/core/codebook/scheme';
import { parseAnnotationSets } from '../../src/core/codecs/json/parse';
import { planImport } from '../../src/core/codecs/json/plan-import';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import type {
  TeamActId,
  CodeId,
  CoderId,
  DocumentId,
  ProjectId,
  Timestamp,
} from '../../src/core/ids';
import { NOTHING_CODED, type Project } from '../../src/core/project/project';
import { createSpan } from '../../src/core/text/span';
import { createSelector } from '../../src/core/text/quote';
import { createProject } from '../../src/storage/create-project';
import { openSession } from '../../src/storage/open-session';
import { readManifest } from '../../src/storage/sample-project';

const AT = '2000-10-20T09:00:00.000Z' as Timestamp;

/** Code, words and attributes; the words stand once in the first editorial, or their first occurrence is meant. */
export type Coding = readonly [
  code: string,
  words: string,
  attributes?: Readonly<Record<string, AttributeValue>>,
];

/** Makes a project of the three editorials in which each of these coders coded the first one. */
export async function createDoubleCoded(
  folder: string,
  works: Readonly<Record<string, readonly Coding[]>>,
): Promise<void> {
  const manifest = await readManifest(join(import.meta.dirname, '..', '..', 'documents'), AT);
  if (!manifest.ok) throw new Error(manifest.fault.text);
  const { texts } = manifest.value;
  const [first] = texts;
  if (first === undefined) throw new Error('There are no editorials.');
  const { document, text } = first;
  const coders = Object.keys(works).map((name) => ({
    id: name.toLowerCase() as CoderId,
    name,
  }));
  const annotations = coders.flatMap(({ id, name }) =>
    (works[name] ?? []).map((coding, n) => annotate(text, document.id, id, n, coding)),
  );
  const id = 'double-coded' as ProjectId;
  const project: Project = {
    ...NOTHING_CODED,
    id,
    title: 'Two coders',
    codebook: createSchemeCodebook(AT),
    coders,
    documents: [document],
    annotations: new Map([[document.id, sortAnnotations(annotations)]]),
  };
  const about = { exportedAt: AT, appVersion: '0.1.0' };
  const json = serializeAnnotationSets(project, () => text, { includeTexts: false }, about);
  const [coder] = coders;
  if (coder === undefined) throw new Error('There are no coders.');
  const created = await createProject(folder, { title: 'Two coders', coder, id, at: AT, texts });
  if (!created.ok) throw new Error(created.fault.text);
  const opened = await openSession(folder);
  if (!opened.ok) throw new Error(opened.fault.text);
  const session = opened.value;
  const parsed = parseAnnotationSets(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  const plan = planImport(session.project, session.textOf, parsed.value, {
    at: AT,
    createDocumentId: () => 'spare' as DocumentId,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.fault));
  const deed = { kind: 'blind', isBlind: false, reason: 'They compare what they did' } as const;
  const act = { id: 'open' as TeamActId, coderId: coder.id, at: AT, deed };
  for (const command of [plan.value.command, { kind: 'team.record', act } as const]) {
    const performed = session.perform(command);
    if (!performed.ok) throw new Error(performed.fault.text);
  }
  await session.close();
}

function annotate(
  text: string,
  documentId: DocumentId,
  coderId: CoderId,
  n: number,
  [code, words, attributes = {}]: Coding,
): Annotation {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`The text does not hold “${words}”.`);
  return {
    id: `${coderId}-${String(n)}` as Annotation['id'],
    documentId,
    coderId,
    codeId: code as CodeId,
    pieces: [createSelector(text, createSpan(start, start + words.length))],
    parts: [],
    attributes,
    memo: '',
    createdAt: AT,
    modifiedAt: AT,
    codebookRevision: 1,
  };
}
