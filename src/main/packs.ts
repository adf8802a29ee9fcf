import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { CoderId } from '../core/ids';
import { checkChoices } from '../core/merging/plan-choices';
import type { MergeChoices } from '../core/merging/unmatched';
import { t } from '../core/messages/message';
import { findCoder } from '../core/project/project';
import { createFault, fail, ok, type Result } from '../core/result';
import { isGold } from '../core/verdict/gold-coder';
import type { HistoryNames, PackPreview, Performed } from '../ipc/contract';
import { beginLocalFolder } from '../storage/local-folder';
import { keepFiles } from '../storage/packs/before-merge';
import { makeCoderPack, makeReturnPack } from '../storage/packs/make-pack';
import { mergePack, openCoderPack } from '../storage/packs/open-pack';
import { readPack, readPackHead } from '../storage/packs/pack-file';
import {
  rememberMerge,
  takeBackMerge,
  type MergedJournals,
} from '../storage/packs/take-back-merge';
import type { PackHead, PackKind } from '../storage/packs/pack-format';
import type { TriedMerge } from '../storage/packs/try-merge';
import type { ProjectSession } from '../storage/project-session';
import type { Backups } from './backups';
import { now } from './identity';
import type { Outbox } from './ipc-door';
import type { ProjectHost } from './project-host';
import type { Scratch } from './scratch';
import { settleUnmatched, viewUnmatched } from './settle-unmatched';
import type { RunSlowly } from './slow-tasks';
import type { Stoppable } from './stoppable';

type Parent = BrowserWindow | undefined;

interface Surroundings {
  readonly host: ProjectHost;
  readonly backups: Backups;
  /** Where this computer keeps its own journals. */
  readonly journals: string;
  /** In which a pack is looked at. */
  readonly looking: Stoppable;
  /** Where it may leave files meanwhile. */
  readonly scratch: Scratch;
  readonly outbox: Outbox;
  /** A merge was done: Undo means another step. */
  readonly onChange: () => void;
  readonly askForPackFile: (parent: Parent, name: string) => Promise<string | undefined>;
  readonly askForPack: (parent: Parent) => Promise<string | undefined>;
  readonly askForPackFolder: (parent: Parent, title: string) => Promise<string | undefined>;
}

interface Waiting {
  readonly planId: number;
  readonly session: ProjectSession;
  readonly path: string;
  readonly head: PackHead;
  readonly tried: TriedMerge | undefined;
}

/** What was merged last, and the state that it led to. */
interface Merged {
  readonly session: ProjectSession;
  readonly serial: number;
  readonly journals: MergedJournals;
  /** What was chosen about what did not match is a step of its own. */
  readonly hasStep: boolean;
}

/** Packs as people send them: written, looked at, and then merged or made a project of. Only the latest one waits. */
export class Packs {
  #waiting: Waiting | undefined;
  #merged: Merged | undefined;
  #plans = 0;

  constructor(private readonly around: Surroundings) {}

  async write(
    kind: PackKind,
    coderId: CoderId,
    parent: Parent,
  ): Promise<Result<string | undefined>> {
    const session = this.around.host.require();
    if (!session.ok) return session;
    const coder = findCoder(session.value.project, coderId);
    if (coder === undefined || isGold(coderId)) {
      return fail(createFault('fault.command.unknownCoder', { id: coderId }));
    }
    const { title } = session.value.project;
    const path = await this.around.askForPackFile(parent, `${title} – ${coder.name}`);
    if (path === undefined) return ok(undefined);
    const settled = await session.value.settled();
    if (!settled.ok) return settled;
    const { folder, project, textOf } = session.value;
    const given = { folder, project, textOf, coderId, at: now() };
    const made = await (kind === 'coder'
      ? this.around.scratch.use((scratch) => makeCoderPack(path, given, scratch))
      : makeReturnPack(path, given));
    return made.ok ? ok(basename(path)) : made;
  }

  /** Lets the person choose a pack and says what it would do; nothing is changed. Undefined when it is stopped. */
  async choose(parent: Parent): Promise<Result<PackPreview | undefined>> {
    this.#waiting = undefined;
    const session = this.around.host.require();
    if (!session.ok) return session;
    const path = await this.around.askForPack(parent);
    if (path === undefined) return ok(undefined);
    this.around.outbox.send('pack.reading', basename(path));
    const looked = await this.around.looking.run((run) => this.#look(run, session.value, path));
    if (looked?.ok !== true) return looked ?? ok(undefined);
    const { head, tried } = looked.value;
    const { title, coder, at, texts } = head;
    this.#plans += 1;
    this.#waiting = { planId: this.#plans, session: session.value, path, head, tried };
    return ok({
      planId: this.#plans,
      fileName: basename(path),
      title,
      coder,
      at,
      texts: Object.keys(texts).length,
      ...(tried !== undefined && { brings: describeMerge(tried) }),
    });
  }

  async confirm(planId: number, choices: MergeChoices, parent: Parent): Promise<Result<boolean>> {
    const waiting = this.#waiting;
    const { host } = this.around;
    if (waiting?.planId !== planId || waiting.session !== host.session) {
      return fail(createFault('main.fault.importGone'));
    }
    if (waiting.head.kind === 'coder') return this.#makeProject(waiting, parent);
    const possible = checkChoices(waiting.tried?.unmatched ?? [], choices);
    if (!possible.ok) return possible;
    this.#waiting = undefined;
    return host.inTurn(() => this.#merge(waiting, choices));
  }

  async #merge(
    { session, path, tried, head }: Waiting,
    choices: MergeChoices,
  ): Promise<Result<boolean>> {
    const { host, backups } = this.around;
    const { project, folder } = session;
    const kept = await backups.make(session, project, 'merge');
    if (!kept.ok) return kept;
    session.holdTexts(tried?.otherTexts ?? []);
    const saved = await session.settled();
    if (!saved.ok) return saved;
    const files = await keepFiles(folder);
    if (!files.ok) return files;
    const merged = await this.around.scratch.use((scratch) =>
      mergePack(folder, project, path, scratch),
    );
    if (!merged.ok) return merged;
    await host.lookOutside();
    const journals = await rememberMerge(folder, merged.value);
    const reason = t('merging.reason', { coder: head.coder });
    const settled = settleUnmatched(host, session, tried?.unmatched ?? [], choices, reason);
    this.#merged = journals.ok
      ? {
          session,
          serial: session.serial,
          journals: journals.value,
          hasStep: settled.ok && settled.value,
        }
      : undefined;
    this.around.onChange();
    return settled.ok ? ok(true) : settled;
  }

  /** Whether a merge is the last thing that was done here: it is what Undo takes back then, and no step before it. */
  get isNewest(): boolean {
    const session = this.#merged?.session;
    return (
      session !== undefined &&
      session === this.around.host.session &&
      session.serial === this.#merged?.serial
    );
  }

  /** The names of what is undone next, as the menu has them. */
  named(history: HistoryNames): HistoryNames {
    return this.isNewest ? { ...history, undo: t('pack.step') } : history;
  }

  /** Undo: the merge where it is the last thing that was done, else the last step. */
  async undo(): Promise<Result<Performed>> {
    const { host } = this.around;
    if (!this.isNewest) return host.undo();
    const back = await this.takeBack();
    if (!back.ok) return back;
    return ok({ serial: host.session?.serial ?? 0, name: t('pack.step'), isMerge: true });
  }

  /** Undoes the merge before which and since which nothing else was done. */
  takeBack(): Promise<Result<undefined>> {
    const { host } = this.around;
    return host.inTurn(async () => {
      const merged = this.#merged;
      if (merged === undefined || merged.session !== host.session) {
        return fail(createFault('pack.fault.nothingMerged'));
      }
      if (merged.serial !== merged.session.serial) {
        return fail(createFault('pack.fault.doneSince'));
      }
      this.#merged = undefined;
      const { folder } = merged.session;
      const back = merged.hasStep ? merged.session.undo() : ok(undefined);
      if (!back.ok) return back;
      return host.openAnew(() => takeBackMerge(folder, merged.journals));
    });
  }

  async #look(
    run: RunSlowly,
    session: ProjectSession,
    path: string,
  ): Promise<Result<Pick<Waiting, 'head' | 'tried'>>> {
    // What is to be merged is read whole in the thread.
    const head = await readPackHead(path);
    if (!head.ok) return head;
    if (head.value.kind === 'coder') {
      const pack = await readPack(path);
      return pack.ok ? ok({ head: pack.value.head, tried: undefined }) : pack;
    }
    const settled = await session.settled();
    if (!settled.ok) return settled;
    return this.around.scratch.use(async (scratch) => {
      const here = { journals: this.around.journals, deviceId: session.deviceId };
      const tried = await run('pack.preview', session.folder, path, now(), { here, scratch });
      return tried.ok ? ok({ head: head.value, tried: tried.value }) : tried;
    });
  }

  /** Who opens a pack made for a coder is that coder. */
  async #makeProject({ path, head }: Waiting, parent: Parent): Promise<Result<boolean>> {
    const folder = await this.around.askForPackFolder(parent, head.title);
    if (folder === undefined) return ok(false);
    this.#waiting = undefined;
    const made = await openCoderPack(path, folder);
    if (!made.ok) return made;
    const { host, journals } = this.around;
    const begun = await beginLocalFolder(journals, folder, head.coderId);
    if (!begun.ok) return begun;
    const opened = await host.open(folder, head.coderId);
    if (!opened.ok) return opened;
    const chosen = host.chooseCoder(head.coderId);
    return chosen.ok ? ok(true) : chosen;
  }
}

function describeMerge(tried: TriedMerge): NonNullable<PackPreview['brings']> {
  const { annotations, relations, memos, marks, files, unmatched, notices } = tried;
  return {
    added: annotations.gone,
    changed: annotations.other,
    removed: annotations.back,
    coders: tried.addedCoders,
    documents: tried.addedDocuments,
    others: relations.gone + relations.other + memos.gone + memos.other,
    decisions: marks.gone + marks.other,
    isKnown: files.journals.length + files.texts.length === 0,
    unmatched: viewUnmatched(unmatched),
    notices: notices.map(({ text }) => text),
  };
}
