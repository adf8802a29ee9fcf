import { agreementOf, type ProjectAgreement } from '../core/comparison/agreement-report';
import { comparedWork } from '../core/comparison/compared-work';
import { tellBeside } from '../core/comparison/tell-beside';
import { findGroups } from '../core/comparison/differences';
import type { FigureOptions } from '../core/comparison/stretch-report';
import type { Codebook } from '../core/codebook/codebook';
import { t } from '../core/messages/message';
import type { CodedState } from '../core/report/methods-report';
import { createFault, fail, ok, type Result } from '../core/result';
import { readComparedChoice, type ComparedOptions } from './compared-choice';
import { EXIT, type ExitCode } from './exit-code';
import { listDifferences } from './list-differences';
import type { DrawnOptions } from './draws';
import { readFigureOptions } from './figure-options';
import { readSource } from './figures-source';
import { findMeasure } from './measure';
import { decimal, formatProjectAgreement } from './project-agreement-table';
import { complainAbout, printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

export interface ProjectAgreementOptions extends ComparedOptions, DrawnOptions {
  readonly code?: string;
  readonly attribute?: string;
  readonly measure?: string;
  readonly differences?: boolean;
  readonly snapshot?: string;
  readonly json?: boolean;
}

/** `postil agreement <folder>`: how far the coders of a project agree, and on which passages they do not. */
export async function runProjectAgreement(
  terminal: Terminal,
  folder: string,
  options: ProjectAgreementOptions,
): Promise<ExitCode> {
  const figures = readFigureOptions(options);
  if (!figures.ok) {
    const problem = figures.fault.text;
    terminal.complain(t('cli.usage', { problem, command: 'postil agreement' }));
    return EXIT.usage;
  }
  return withSession(terminal, folder, async (session) => {
    const source = await readSource(session, options.snapshot);
    const printed = source.ok ? print(terminal, source.value, options, figures.value) : source;
    if (printed.ok) return EXIT.done;
    complainAbout(terminal, [printed.fault]);
    return EXIT.failed;
  });
}

function print(
  terminal: Terminal,
  { project, snapshot, withheld }: CodedState,
  options: ProjectAgreementOptions,
  figures: FigureOptions,
): Result<undefined> {
  const choice = readComparedChoice(project, options);
  if (!choice.ok) return choice;
  const compared = comparedWork(project, choice.value);
  const found = agreementOf(project, compared, {
    ...figures,
    ...(snapshot && { contentHash: snapshot.contentHash }),
  });
  const beside = tellBeside(project, compared, withheld);
  if (!found.ok) {
    beside.forEach((sentence) => {
      terminal.complain(sentence);
    });
    return found;
  }
  const notes = [...found.value.notes, ...beside];
  const report = narrow({ ...found.value, notes }, project.codebook, options);
  if (!report.ok) return report;
  if (options.measure !== undefined) {
    const measure = findMeasure(report.value, options.measure);
    if (!measure.ok) return measure;
    const { value, reason } = measure.value;
    if (options.json === true) printJson(terminal, { [options.measure]: value, reason });
    else terminal.print(reason === undefined ? decimal(value) : `${decimal(value)}  ${reason}`);
    return ok(undefined);
  }
  const differences =
    options.differences === true
      ? listDifferences(project, findGroups(project, compared))
      : undefined;
  if (options.json === true) {
    printJson(terminal, {
      ...report.value,
      leftOut: compared.leftOut,
      ...(snapshot && { snapshot: { at: snapshot.at, reason: snapshot.reason } }),
      ...(differences && { passagesThatDiffer: differences }),
    });
  } else {
    terminal.print(formatProjectAgreement(project, report.value, differences));
  }
  return ok(undefined);
}

/** Only what is said of one code, or one attribute. */
function narrow(
  report: ProjectAgreement,
  { codes }: Codebook,
  { code: given, attribute }: ProjectAgreementOptions,
): Result<ProjectAgreement> {
  const code = codes.find((one) => one.id === given || one.name === given);
  if (given !== undefined && code === undefined) {
    const known = codes.map(({ name }) => name).join(', ');
    return fail(createFault('cli.agreement.noCode', { given, known }));
  }
  const inCode = (one: { readonly codeId?: string }): boolean =>
    code === undefined || one.codeId === code.id;
  const known = (code === undefined ? codes : [code]).flatMap((one) => one.attributes);
  const ids = known.filter(({ id, name }) => id === attribute || name === attribute);
  if (attribute !== undefined && ids.length === 0) {
    const names = known.map(({ name }) => name).join(', ');
    return fail(createFault('cli.agreement.noAttribute', { given: attribute, known: names }));
  }
  return ok({
    ...report,
    stretches: attribute === undefined ? report.stretches.filter(inCode) : [],
    attributes: report.attributes.filter(
      (one) =>
        inCode(one) && (attribute === undefined || ids.some(({ id }) => id === one.attributeId)),
    ),
  });
}
