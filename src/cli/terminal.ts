import { t } from '../core/messages/message';
import { describeFault, type Fault } from '../core/result';

/** Where a command writes: answers for scripts go out, everything said about them goes to the error output. */
export interface Terminal {
  /** One line, or several with line feeds; the last line feed is added. */
  print(text: string): void;
  /** Exactly this text. */
  write(text: string): void;
  complain(text: string): void;
}

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.print(JSON.stringify(value, undefined, 2));
}

export function complainAbout(terminal: Terminal, faults: readonly Fault[]): void {
  for (const fault of faults) terminal.complain(describeFault(fault));
}

/** The faults that are listed, then how many are not. */
export function complainAboutList(
  terminal: Terminal,
  list: { readonly faults: readonly Fault[]; readonly total: number },
): void {
  complainAbout(terminal, list.faults);
  const rest = list.total - list.faults.length;
  if (rest > 0) terminal.complain(t('transfer.moreFaults', { n: rest }));
}

/** A reader that closes the pipe early (`head`) ends the program quietly. */
export function createTerminal(process: NodeJS.Process): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(`${text}\n`),
  };
}
