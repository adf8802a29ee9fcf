import type { CoderId, Timestamp } from '../../src/core/ids';
import type { JournalEntry } from '../../src/core/journal/entry';
import { diffProjects } from '../../src/core/journal/diff';
import { Ledger } from '../../src/core/journal/ledger';
import { readProject } from '../../src/core/journal/read-project';
import { settleProject } from '../../src/core/journal/settle';
import { nextStamp } from '../../src/core/journal/stamp';
import { applyCommand } from '../../src/core/project/apply';
import type { Command } from '../../src/core/project/command';
import type { Project, TextSource } from '../../src/core/project/project';

/** One device of the journal's tests: a project in memory, what it wrote and what came from others. */
export class Replica {
  readonly written: JournalEntry[] = [];
  readonly ledger = new Ledger();

  constructor(
    readonly deviceId: string,
    public project: Project,
    private readonly textOf: TextSource,
  ) {
    readProject(this.ledger, project);
  }

  /** True if the command fitted. */
  perform(command: Command, now: Timestamp): boolean {
    const applied = applyCommand(this.project, command, this.textOf);
    if (!applied.ok) return false;
    const changes = diffProjects(this.project, applied.value.project, this.ledger);
    const stamp = nextStamp(this.ledger.latest, now, this.deviceId);
    this.ledger.fold(stamp, changes);
    this.project = applied.value.project;
    const entry = {
      stamp,
      reason: 'perform',
      coderId: 'ana' as CoderId,
      name: '',
      changes,
    } as const;
    // What a journal gives back is made of JSON.
    this.written.push(JSON.parse(JSON.stringify(entry)) as JournalEntry);
    return true;
  }

  receive(entries: readonly JournalEntry[]): void {
    for (const { stamp, changes } of entries) this.ledger.fold(stamp, changes);
    this.project = this.settled();
  }

  settled(): Project {
    const settled = settleProject(this.ledger, this.textOf);
    if (settled === undefined) throw new Error('The records are not of a whole project.');
    return settled.project;
  }
}
