import type { JournalLine } from './journal-line';

/** Where the chain of lines is not whole: lines before one are missing, or two follow on the same one. */
export interface ChainBreak {
  readonly kind: 'gap' | 'fork';
  readonly line: number;
  /** How many lines are missing; 0 at a fork. */
  readonly missing: number;
}

export interface JoinedLines {
  /** By number, then by hash; each once. So the same lines in any order give the same list. */
  readonly lines: readonly JournalLine[];
  readonly breaks: readonly ChainBreak[];
  /** Lines whose number does not follow that of the line which they say is before them. */
  readonly misfits: ReadonlySet<JournalLine>;
  /** True when two lines have the same number: then no line is the last one. */
  readonly isForked: boolean;
}

/** The union of lines of one journal, from any number of copies of it. */
export function joinLines(given: Iterable<JournalLine>): JoinedLines {
  const known = new Map<string, JournalLine>();
  for (const line of given) if (!known.has(line.hash)) known.set(line.hash, line);
  const misfits = new Set([...known.values()].filter((line) => !fits(line, known)));
  const lines = [...known.values()].filter((line) => !misfits.has(line)).sort(compareLines);
  const breaks: ChainBreak[] = [];
  const followed = new Set<string>();
  const forked = new Set<string>();
  let isForked = false;
  let last = 0;
  for (const one of lines) {
    const { line, prev } = one;
    if (line === last) isForked = true;
    if (line > 1 && !known.has(prev)) {
      breaks.push({ kind: 'gap', line, missing: Math.max(1, line - last - 1) });
    }
    const step = `${String(line)} ${prev}`;
    if (followed.has(step) && !forked.has(step)) {
      forked.add(step);
      breaks.push({ kind: 'fork', line, missing: 0 });
    }
    followed.add(step);
    last = line;
  }
  return { lines, breaks, misfits, isForked };
}

function fits({ line, prev }: JournalLine, known: ReadonlyMap<string, JournalLine>): boolean {
  if (line === 1 || prev === '') return line === 1 && prev === '';
  const before = known.get(prev);
  return before === undefined || before.line + 1 === line;
}

function compareLines(a: JournalLine, b: JournalLine): number {
  return a.line - b.line || (a.hash < b.hash ? -1 : 1);
}
