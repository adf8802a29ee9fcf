import { resolve } from 'node:path';
import type { SourceDocument } from '../../core/document/source-document';
import type { Project } from '../../core/project/project';
import { ok, type Result } from '../../core/result';
import { ProjectFiles } from '../project-files';
import { isPack, readPackHead } from './pack-file';

/** Documents here whose text is another, by its SHA-256, in one of these packs or copies of the project. */
export async function findOtherTexts(
  { documents }: Project,
  others: readonly string[],
): Promise<Result<readonly SourceDocument[]>> {
  const found = new Set<SourceDocument>();
  for (const other of others) {
    const texts = await textsIn(other);
    if (!texts.ok) return texts;
    for (const document of documents) {
      const there = texts.value[document.id];
      if (there !== undefined && there !== document.sha256) found.add(document);
    }
  }
  return ok([...found]);
}

async function textsIn(other: string): Promise<Result<Readonly<Record<string, string>>>> {
  if (await isPack(other)) {
    const head = await readPackHead(other);
    return head.ok ? ok(head.value.texts) : head;
  }
  const head = await new ProjectFiles(resolve(other)).head.read();
  return head.ok
    ? ok(Object.fromEntries(head.value.documents.map(({ id, sha256 }) => [id, sha256])))
    : head;
}
