import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentId, Timestamp } from '../core/ids';
import type { MessageKey } from '../core/messages/message';
import { createFault, type Fault } from '../core/result';
import { prepareTexts, type PreparedText } from '../storage/prepare-texts';
import { MANIFEST_NAME, readManifest } from '../storage/sample-project';

export interface GatheredTexts {
  readonly texts: readonly PreparedText[];
  /** That of the first manifest, when there is one. */
  readonly title: string | undefined;
  /** Changed on the way in, or left out because the same text is there. */
  readonly notices: readonly Fault[];
  /** Why a text cannot be taken. */
  readonly refused: readonly Fault[];
}

/** What `prepareTexts` notices that does not keep a text out of the project. */
const HARMLESS: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'storage.text.detected',
  'storage.text.converted',
  'storage.text.byteOrderMark',
  'storage.text.lineEnds',
  'storage.text.known',
  'storage.text.twice',
  'zip.notice.passedOver',
  'zip.notice.nested',
]);

/** The texts at these paths, in their order; a folder with a manifest is read as that says. */
export async function gatherTexts(paths: readonly string[], at: Timestamp): Promise<GatheredTexts> {
  const texts: PreparedText[] = [];
  const notices: Fault[] = [];
  const refused: Fault[] = [];
  let title: string | undefined;
  for (const path of paths) {
    if (await hasManifest(path)) {
      const manifest = await readManifest(path, at);
      if (!manifest.ok) {
        refused.push(manifest.fault);
        continue;
      }
      title ??= manifest.value.title;
      texts.push(...manifest.value.texts);
    } else {
      const known = texts.map((text) => text.document);
      const createId = (): DocumentId => randomUUID() as string as DocumentId;
      const prepared = await prepareTexts([path], { known, at, createId });
      texts.push(...prepared.texts);
      for (const fault of prepared.notices) {
        (HARMLESS.has(fault.code) ? notices : refused).push(fault);
      }
    }
  }
  const repeated = findRepeatedId(texts);
  if (repeated !== undefined) refused.push(createFault('cli.new.sameId', { id: repeated }));
  return { texts, title, notices, refused };
}

async function hasManifest(path: string): Promise<boolean> {
  const stats = await stat(join(path, MANIFEST_NAME)).catch(() => undefined);
  return stats?.isFile() === true;
}

function findRepeatedId(texts: readonly PreparedText[]): DocumentId | undefined {
  const seen = new Set<DocumentId>();
  for (const { document } of texts) {
    if (seen.has(document.id)) return document.id;
    seen.add(document.id);
  }
  return undefined;
}
