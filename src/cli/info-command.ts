import { t } from '../core/messages/message';
import { EXIT, type ExitCode } from './exit-code';
import { createProjectInfo, type ProjectInfo } from './project-info';
import { formatTable } from './table';
import { printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

export function runInfo(
  terminal: Terminal,
  folder: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  return withSession(terminal, folder, (session) => {
    const info = createProjectInfo(session.project, session.folder);
    if (options.json === true) printJson(terminal, info);
    else terminal.print(formatInfo(info));
    return EXIT.done;
  });
}

function formatInfo(info: ProjectInfo): string {
  const codes = new Map(info.codes.map((code) => [code.id, code.name]));
  const coders = new Map(info.coders.map((coder) => [coder.id, coder.name]));
  const documents = info.documents.map((document) => {
    const counts = document.counts.map(({ codeId, coderId, annotations: n }) => {
      const names = {
        code: codes.get(codeId) ?? codeId,
        coder: coders.get(coderId) ?? t('gold.name'),
      };
      return t('cli.info.count', { ...names, n });
    });
    const { id, title, length, annotations, relations, progress, expectedOf } = document;
    const done = progress.filter(({ finished }) => finished).length;
    const paragraphs = progress.reduce((sum, one) => sum + one.paragraphs, 0);
    const finished = t('cli.info.finishedBy', { done, coders: expectedOf.length });
    return [
      id,
      title,
      length.codePoints,
      annotations,
      relations,
      finished,
      paragraphs,
      counts.join(', '),
    ];
  });
  const id = t('cli.info.id');
  const name = t('cli.info.name');
  const annotations = t('cli.info.annotations');
  const columns = [
    id,
    t('cli.info.title'),
    t('cli.info.characters'),
    annotations,
    t('cli.info.relations'),
    t('cli.info.finished'),
    t('cli.info.paragraphs'),
  ];
  return [
    `${info.project.title} (${info.project.id})\n${info.folder}`,
    section(t('cli.info.documents'), [...columns, t('cli.info.byCode')], documents),
    section(
      t('cli.info.coders'),
      [id, name, annotations],
      info.coders.map((coder) => [coder.id, coder.name, coder.annotations]),
    ),
    section(
      t('cli.info.codes'),
      [id, name, annotations],
      info.codes.map((code) => [
        code.id,
        code.retired ? t('cli.info.retired', code) : code.name,
        code.annotations,
      ]),
    ),
    t('cli.info.work', info),
  ].join('\n\n');
}

function section(
  title: string,
  heading: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return `${title}\n${rows.length === 0 ? t('cli.info.none') : formatTable(heading, rows)}`;
}
