import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { basename, resolve } from 'node:path';
import type { CoderId, ProjectId } from '../core/ids';
import { t } from '../core/messages/message';
import { checkName } from '../core/text/label';
import { createProject } from '../storage/create-project';
import { EXIT, type ExitCode } from './exit-code';
import { gatherTexts } from './gather-texts';
import { now } from './now';
import { complainAbout, printJson, type Terminal } from './terminal';

export interface NewOptions {
  readonly documents?: readonly string[];
  readonly title?: string;
  readonly coder?: string;
  readonly json?: boolean;
}

/** Makes a project; a text that is refused keeps the whole project from being made. */
export async function runNew(
  terminal: Terminal,
  folder: string,
  options: NewOptions,
): Promise<ExitCode> {
  const at = now();
  const { texts, refused, notices, ...found } = await gatherTexts(options.documents ?? [], at);
  complainAbout(terminal, notices);
  complainAbout(terminal, refused);
  if (refused.length > 0) {
    terminal.complain(t('cli.new.refused', { n: refused.length }));
    return EXIT.failed;
  }
  const path = resolve(folder);
  const title = options.title ?? found.title ?? basename(path);
  const coder = { id: randomUUID() as string as CoderId, name: options.coder ?? nameOfUser() };
  const id = randomUUID() as string as ProjectId;
  for (const name of [title, coder.name]) {
    const fault = checkName(name);
    if (fault === undefined) continue;
    complainAbout(terminal, [fault]);
    return EXIT.failed;
  }
  const created = await createProject(path, { title, coder, id, at, texts });
  if (!created.ok) {
    complainAbout(terminal, [created.fault]);
    return EXIT.failed;
  }
  if (options.json === true) {
    const documents = texts.map(({ document }) => {
      return { id: document.id, title: document.title.value, fileName: document.fileName };
    });
    printJson(terminal, { folder: path, project: { id, title }, coder, documents });
  } else {
    const done = { title, documents: texts.length, coder: coder.name, folder: path };
    terminal.print(t('cli.new.done', done));
  }
  return EXIT.done;
}

/** Some systems have no name for who runs this, and some names are none. */
function nameOfUser(): string {
  try {
    const { username } = userInfo();
    return checkName(username) === undefined ? username : t('cli.coder.default');
  } catch {
    return t('cli.coder.default');
  }
}
