import { describeStrays } from '../core/codecs/json/describe-import';
import { parseAnnotationSets } from '../core/codecs/json/parse';
import { findStrays } from '../core/codecs/json/strays';
import { t } from '../core/messages/message';
import { registerIndex } from '../core/register/actor';
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
  const { annotations, documents, actors, relations, marks, memos, codebook } = parsed.value;
  const withoutText = documents.filter((document) => document.text === undefined).length;
  if (withoutText > 0) terminal.complain(t('cli.validate.noTexts', { n: withoutText }));
  const register = registerIndex(actors);
  const strays = findStrays(annotations, codebook, {
    lists: codebook.lists,
    isActor: (id) => register.find(id) !== undefined,
  });
  for (const sentence of describeStrays(strays)) terminal.complain(sentence);
  const counts = {
    annotations: annotations.length,
    documents: documents.length,
    actors: actors.length,
    relations: relations.length,
    marks: marks.length,
    memos: memos.length,
  };
  if (options.json === true) printJson(terminal, { valid: true, ...counts, withoutText, strays });
  else terminal.print(t('cli.validate.valid', { file: name, ...counts }));
  return EXIT.done;
}
