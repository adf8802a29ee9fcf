import { parseAnnotationSets } from '../core/codecs/json/parse';
import { t } from '../core/messages/message';
import { EXIT, type ExitCode } from './exit-code';
import { nameOfFile, readSetsFile } from './read-sets-file';
import { complainAbout, complainAboutList, printJson, type Terminal } from './terminal';

/** Checks a file by itself, without a project. */
export async function runValidate(
  terminal: Terminal,
  file: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const text = await readSetsFile(file);
  if (!text.ok) {
    complainAbout(terminal, [text.fault]);
    return EXIT.failed;
  }
  const name = nameOfFile(file);
  const parsed = parseAnnotationSets(text.value);
  if (!parsed.ok) {
    complainAboutList(terminal, parsed.fault);
    terminal.complain(t('cli.validate.invalid', { file: name, n: parsed.fault.total }));
    if (options.json === true) printJson(terminal, { valid: false, ...parsed.fault });
    return EXIT.failed;
  }
  const { annotations, documents } = parsed.value;
  const withoutText = documents.filter((document) => document.text === undefined).length;
  if (withoutText > 0) terminal.complain(t('cli.validate.noTexts', { n: withoutText }));
  const counts = { annotations: annotations.length, documents: documents.length };
  if (options.json === true) printJson(terminal, { valid: true, ...counts, withoutText });
  else terminal.print(t('cli.validate.valid', { file: name, ...counts }));
  return EXIT.done;
}
