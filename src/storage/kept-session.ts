import { basename, dirname, join } from 'node:path';
import type { SourceDocument } from '../core/document/source-document';
import type { CoderId, DeviceId, DocumentId, ProjectId, Timestamp } from '../core/ids';
import { adoptFromFiles } from '../core/journal/adopt';
import { tellClocksAhead } from '../core/journal/clock-ahead';
import { diffProjects } from '../core/journal/diff';
import type { RecordChange } from '../core/journal/change';
import type { JournalEntry } from '../core/journal/entry';
import { keepShared } from '../core/journal/keep-shared';
import { replayHistory } from '../core/journal/replay-history';
import { settleInSteps, settleProject, type Settled } from '../core/journal/settle';
import { deviceOf, nextStamp } from '../core/journal/stamp';
import { findUnsaid } from '../core/journal/unsaid';
import type { Command } from '../core/project/command';
import { perform, redo, undo, type History, type Progress } from '../core/project/history';
import type { Project, TextSource } from '../core/project/project';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { parseJsonText } from '../core/text/json';
import { peopleAmong } from '../core/verdict/gold-coder';
import { ConflictWatch } from './conflict-watch';
import { createDeviceId } from './device-id';
import { ensureFolder } from './durable-file';
import { eachInSteps, inSteps } from './in-steps';
import type { Act, LanePlace } from './journal-lane';
import { JournalGrowth } from './journal/journal-growth';
import { LONGEST_LINE } from './journal/journal-line';
import {
  isJournalOf,
  readLocalJournals,
  readProjectJournals,
  watchedState,
} from './journal/read-journals';
import { Keeper } from './keeper';
import type { LoadedProject } from './load-project';
import { loadTexts } from './load-texts';
import type { PreparedText } from './prepare-texts';
import { findGone } from './project-access';
import { ProjectSaver } from './project-saver';
import type { AppliedStep, ProjectSession } from './project-session';
import type { SaveState } from './save-state';
import { setAsideFolder } from './set-aside';
import { findOwn, findStale } from './stale-files';
import { findUnlikeInFile, takeInFile } from './take-in';
import { TextStore } from './text-store';

interface Surroundings {
  readonly local: string | undefined;
  readonly deviceId: DeviceId;
  /** The journals of others as they were when they were read. */
  readonly watched: ReadonlyMap<string, string>;
  readonly now: () => Timestamp;
}

/** A project with the state of the ledger that it was made of. */
interface Made {
  readonly settled: Settled | undefined;
  readonly changes: number;
}

/** Acts of more records than this are measured before they are carried out. */
const MANY = 5_000;
/** So often a project that somebody changes meanwhile is made in steps. */
const MOST_TRIES = 3;
/** Room in a line for what stands before the act. */
const BEGINNING = 1_000;

export class KeptSession implements ProjectSession {
  readonly caughtUp: number;
  readonly actsRead: number;
  readonly #texts: TextStore;
  readonly #saver: ProjectSaver;
  readonly #keeper: Keeper;
  readonly #loaded: Omit<LoadedProject, 'journals'>;
  #withheld: ReadonlySet<DocumentId>;
  readonly #projectIds: Set<ProjectId>;
  #deviceId: DeviceId;
  #coderId: CoderId;
  #project: Project;
  #history: History;
  #serial = 0;
  #adoptions: number;
  #watched: ReadonlyMap<string, string>;
  readonly #growth = new JournalGrowth();
  readonly #conflicts: ConflictWatch;
  readonly #outsideListeners = new Set<() => void>();
  readonly #noticeListeners = new Set<(notice: Fault) => void>();
  readonly #notices: Fault[];
  /** Whether files may hold anything of this coder that no journal has. */
  #mayAdopt = true;
  #looking: Promise<boolean> | undefined;
  #lookingAgain: Promise<boolean> | undefined;
  #isClosed = false;

  constructor(
    readonly folder: string,
    loaded: LoadedProject,
    noticed: readonly Fault[],
    private readonly around: Surroundings,
  ) {
    this.#notices = [...noticed];
    // The acts are in the ledger; they are not kept twice.
    const { journals, ...kept } = loaded;
    const { project, files } = kept;
    this.#loaded = kept;
    this.#project = project;
    this.#withheld = loaded.withheld;
    this.#projectIds = new Set([...loaded.projectIds, project.id]);
    this.#deviceId = around.deviceId;
    this.#watched = around.watched;
    this.#coderId = peopleAmong(project.coders)[0]?.id ?? ('nobody' as CoderId);
    const own = ownEntries(journals, around.deviceId);
    this.#history = replayHistory(own, loaded.before.history);
    this.#adoptions =
      loaded.before.adoptions + own.filter((entry) => entry.reason === 'adopt').length;
    this.#conflicts = new ConflictWatch(folder, files.places);
    this.#texts = new TextStore(folder, loaded.texts);
    this.#saver = new ProjectSaver(
      {
        folder,
        files,
        withheld: () => this.withheld,
        journalled: () => this.#keeper.journalled(),
        lastLine: (coderId) => this.#keeper.lastLine(coderId),
        takeIn: (data) => this.#takeIn(data),
        isStrange: (path, data) => this.#isStrange(path, data),
        onChange: () => {
          this.#keeper.follow();
        },
      },
      project,
    );
    this.#keeper = new Keeper(
      { local: this.#localPlace(), folder: this.#folderPlace() },
      this.#saver,
    );
    const missing = missingInFolder(journals);
    this.caughtUp = missing.length;
    this.actsRead = journals.folder.length + journals.local.length;
    this.#keeper.catchUp(missing);
  }

  get notices(): readonly Fault[] {
    return this.#notices;
  }

  get project(): Project {
    return this.#project;
  }

  get history(): History {
    return this.#history;
  }

  get serial(): number {
    return this.#serial;
  }

  get saveState(): SaveState {
    return this.#keeper.state;
  }

  get textOf(): TextSource {
    return this.#texts.textOf;
  }

  get coderId(): CoderId {
    return this.#coderId;
  }

  get deviceId(): DeviceId {
    return this.#deviceId;
  }

  workAs(coderId: CoderId): void {
    this.#coderId = coderId;
    this.#mayAdopt = true;
    this.#saver.renew(findStale(this.#loaded, this.#project, coderId));
  }

  get withheld(): readonly SourceDocument[] {
    return this.#loaded.ledger
      .living('document')
      .map((record) => record.item as SourceDocument)
      .filter((document) => this.#withheld.has(document.id));
  }

  perform(command: Command): Result<AppliedStep> {
    const storable = parseJsonText(JSON.stringify(command));
    if (!storable.ok) return storable;
    return this.#accept('perform', perform(this.#project, this.#history, command, this.textOf));
  }

  setUp(command: Command): Result<undefined> {
    const before = this.#history;
    const progress = perform(this.#project, before, command, this.textOf);
    if (!progress.ok) return progress;
    const done = this.#accept('perform', ok({ ...progress.value, history: before }), this.#serial);
    return done.ok ? ok(undefined) : done;
  }

  holdTexts(documentIds: readonly DocumentId[]): void {
    this.#assertOpen();
    const { ledger } = this.#loaded;
    const changes = documentIds.flatMap((id): RecordChange[] => {
      const fields = ledger.fieldsOf('document', id);
      return fields === undefined ? [] : [{ put: ['document', id], as: fields }];
    });
    if (changes.length === 0) return;
    const stamp = nextStamp(ledger.latest, this.around.now(), this.#deviceId);
    const adopted = this.#adopt();
    ledger.fold(stamp, changes);
    const act = { stamp, reason: 'perform', coderId: this.#coderId, name: '', changes } as const;
    this.#keeper.keep([...adopted, act], this.#coderId, this.#serial);
  }

  undo(): Result<AppliedStep> {
    return this.#accept('undo', undo(this.#project, this.#history, this.textOf));
  }

  redo(): Result<AppliedStep> {
    return this.#accept('redo', redo(this.#project, this.#history, this.textOf));
  }

  async storeTexts(texts: readonly PreparedText[]): Promise<Result<undefined>> {
    this.#assertOpen();
    if (texts.length === 0) return ok(undefined);
    const gone = await findGone(this.folder);
    return gone === undefined ? this.#texts.store(texts) : fail(gone);
  }

  async addTexts(texts: readonly PreparedText[]): Promise<Result<AppliedStep | undefined>> {
    const stored = await this.storeTexts(texts);
    if (!stored.ok) return stored;
    const count = this.#project.documents.length;
    const commands = texts.map(({ document }, i): Command => ({
      kind: 'document.add',
      document,
      index: count + i,
    }));
    const [first] = commands;
    if (first === undefined) return ok(undefined);
    return this.perform(
      commands.length === 1
        ? first
        : { kind: 'batch', purpose: 'documents', size: commands.length, commands },
    );
  }

  onSaveState(listener: (state: SaveState) => void): () => void {
    return this.#keeper.onState(listener);
  }

  onOutside(listener: () => void): () => void {
    this.#outsideListeners.add(listener);
    return () => this.#outsideListeners.delete(listener);
  }

  onNotice(listener: (notice: Fault) => void): () => void {
    this.#noticeListeners.add(listener);
    return () => this.#noticeListeners.delete(listener);
  }

  refresh(): Promise<boolean> {
    if (this.#looking === undefined) return this.#look();
    // That one may have looked before what is there now had come.
    const again = (): Promise<boolean> => {
      this.#lookingAgain = undefined;
      return this.#look();
    };
    this.#lookingAgain ??= this.#looking.then(again, again);
    return this.#lookingAgain;
  }

  #look(): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    const looking = this.#lookOutside()
      .then(async (isOther) => {
        if (isOther) this.#tellOutside();
        await this.#lookForConflicts();
        return isOther;
      })
      .finally(() => {
        this.#looking = undefined;
      });
    this.#looking = looking;
    return looking;
  }

  retrySave(): void {
    this.#keeper.retry();
  }

  settled(): Promise<Result<undefined>> {
    return this.#keeper.settled();
  }

  async close(): Promise<Result<undefined>> {
    this.#isClosed = true;
    this.#saver.close();
    return this.#keeper.close();
  }

  #accept(
    reason: AppliedStep['reason'],
    progress: Result<Progress>,
    serial = this.#serial + 1,
  ): Result<AppliedStep> {
    this.#assertOpen();
    if (!progress.ok) return progress;
    const { project, history, command, name } = progress.value;
    const fault = this.#texts.findMissing(this.#project, project);
    if (fault !== undefined) return fail(fault);
    const { ledger } = this.#loaded;
    const changes = diffProjects(this.#project, project, ledger);
    // What changes nothing is no step: nothing to keep, nothing to undo.
    if (changes.length === 0 && reason === 'perform') {
      return ok({ serial: this.#serial, command, history: this.#history, reason, name });
    }
    const entry: JournalEntry = {
      stamp: nextStamp(ledger.latest, this.around.now(), this.#deviceId),
      reason,
      coderId: this.#coderId,
      name,
      ...stepOf(reason, this.#history, progress.value),
      changes,
    };
    if (changes.length > MANY && lengthOf(entry) > LONGEST_LINE - BEGINNING) {
      return fail(createFault('storage.act.large', { name }));
    }
    this.#serial = serial;
    const adopted = this.#adopt();
    ledger.fold(entry.stamp, changes);
    this.#project = project;
    this.#history = history;
    this.#keeper.keep([...adopted, entry], this.#coderId, serial);
    this.#saver.save(project);
    return ok({ serial, command, history, reason, name });
  }

  /** What only files hold goes into the journal before anything that builds on it. */
  #adopt(): readonly JournalEntry[] {
    if (!this.#mayAdopt) return [];
    this.#mayAdopt = false;
    const { ledger } = this.#loaded;
    const entries = adoptFromFiles(ledger, this.#coderId, this.#deviceId, this.#adoptions);
    this.#adoptions += entries.length;
    for (const entry of entries) ledger.fold(entry.stamp, entry.changes);
    return entries;
  }

  async #lookOutside(): Promise<boolean> {
    const { files, ledger } = this.#loaded;
    const before = this.#watched;
    // A merge may bring what another coder did at this very computer.
    const isOurs = isJournalOf(this.#deviceId);
    const now = await watchedState(
      files.places,
      (name, coderId) => coderId === this.#coderId && isOurs(name),
    );
    this.#watched = now;
    const changed = [...now.keys()].filter((file) => before.get(file) !== now.get(file));
    if (changed.length === 0 && this.#withheld.size === 0) return false;
    const entries = (await this.#growth.readAdded(changed)) ?? (await this.#readWhole(changed));
    if (entries === undefined || this.#isClosed) return false;
    const news: JournalEntry[] = [];
    await eachInSteps(entries, (entry) => {
      if (ledger.fold(entry.stamp, entry.changes)) news.push(entry);
    });
    if (news.length === 0 && this.#withheld.size === 0) return false;
    const isOther = await this.#settle();
    for (const notice of tellClocksAhead(this.#project, news, this.around.now())) {
      this.#notice(notice);
    }
    return isOther;
  }

  /** What the journals have is written over both sides of a conflict in git, where the file is this coder's to write. */
  async #lookForConflicts(): Promise<void> {
    const found = await this.#conflicts.look();
    if (found.length === 0 || this.#isClosed) return;
    const own = findOwn(this.#loaded.files, this.#project, this.#coderId, found);
    for (const file of found) {
      const code = own.paths.has(file) ? 'storage.file.conflictMended' : 'storage.file.conflict';
      // Not once only: a file may come with a conflict again.
      for (const listener of [...this.#noticeListeners]) listener(createFault(code, { file }));
    }
    this.#saver.renew(own.files);
  }

  /** Each sentence once. */
  #notice(notice: Fault): void {
    if (this.#notices.some(({ text }) => text === notice.text)) return;
    this.#notices.push(notice);
    for (const listener of [...this.#noticeListeners]) listener(notice);
  }

  async #readWhole(files: readonly string[]): Promise<readonly JournalEntry[] | undefined> {
    const stops = await this.#growth.look(files);
    this.#projectIds.add(this.#project.id);
    const coders = new Set(files.map((file) => basename(dirname(file)) as CoderId));
    const read = await readProjectJournals(this.#loaded.files.places, this.#projectIds, coders);
    if (!read.ok) return undefined;
    const { projectIds, files: ours, acts } = read.value;
    for (const id of projectIds) this.#projectIds.add(id);
    this.#growth.keep(stops, (file) => ours.has(file));
    return acts.map(({ entry }) => entry);
  }

  /** Makes the project anew from the ledger. True if it is another one. */
  async #settle(): Promise<boolean> {
    const { files, ledger } = this.#loaded;
    const unknown = ledger
      .living('document')
      .map((record) => record.item as SourceDocument)
      .filter((document) => this.textOf(document.id) === undefined);
    const { known, withheld } = await loadTexts(unknown, files.places);
    this.#texts.know(known);
    this.#withheld = new Set(withheld.keys());
    const made = await this.#settleInSteps();
    if (this.#isClosed) return false;
    // While somebody works, what is made in steps is soon of no state that was: then it is made at once.
    const settled =
      made?.changes === ledger.changes
        ? made.settled
        : settleProject(ledger, this.textOf, this.#withheld);
    if (settled === undefined) return false;
    const project = keepShared(this.#project, settled.project);
    if (project === this.#project) return false;
    this.#project = project;
    this.#saver.follow(project);
    this.#serial += 1;
    this.#keeper.pass(this.#serial);
    return true;
  }

  async #settleInSteps(): Promise<Made | undefined> {
    const { ledger } = this.#loaded;
    for (let tried = 0; tried < MOST_TRIES; tried += 1) {
      const { changes } = ledger;
      const settled = await inSteps(settleInSteps(ledger, this.textOf, this.#withheld));
      if (ledger.changes === changes) return { settled, changes };
    }
    return undefined;
  }

  /** What a file of the project holds that was changed outside; true if any of it was not known. */
  #takeIn(data: object): boolean {
    const { ledger } = this.#loaded;
    if (!takeInFile(ledger, data)) return false;
    this.#mayAdopt = true;
    this.#keeper.keep(this.#adopt(), this.#coderId, this.#serial);
    void this.#settle().then((isOther) => {
      if (isOther) this.#tellOutside();
    });
    return true;
  }

  /**
   * Whether a file says something of known records that no act ever said, which is told. Most files that differ were only
   * not brought up to date; the journals are read again to know it, so this takes its time.
   */
  async #isStrange(path: string, data: object): Promise<boolean> {
    const { files, ledger } = this.#loaded;
    const unlike = findUnlikeInFile(ledger, this.#project, data);
    if (unlike.length === 0) return false;
    const read = await readProjectJournals(files.places, this.#projectIds);
    const here = await readLocalJournals(this.around.local, this.#projectIds);
    const acts = [...(read.ok ? read.value.acts : []), ...here.acts];
    const unsaid = findUnsaid(
      unlike,
      acts.map(({ entry }) => entry.changes),
    );
    if (unsaid.length === 0) return false;
    this.#notice(createFault('storage.file.strange', { file: path, n: unsaid.length }));
    return true;
  }

  #tellOutside(): void {
    for (const listener of [...this.#outsideListeners]) listener();
  }

  #localPlace(): LanePlace | undefined {
    const { local } = this.around;
    if (local === undefined) return undefined;
    return {
      ...this.#device(),
      pathOf: (coderId, deviceId) => join(local, `${coderId}-${deviceId}.jsonl`),
      setAside: join(local, 'set-aside'),
      obstacle: () => Promise.resolve(undefined),
    };
  }

  #folderPlace(): LanePlace {
    const { places } = this.#loaded.files;
    return {
      ...this.#device(),
      pathOf: (coderId, deviceId) => places.journal(coderId, deviceId),
      setAside: setAsideFolder(this.folder),
      obstacle: async () => {
        const gone = await findGone(this.folder);
        if (gone !== undefined) return gone;
        const made = await ensureFolder(places.coders);
        return made.ok ? undefined : made.fault;
      },
    };
  }

  #device(): Omit<LanePlace, 'pathOf' | 'setAside' | 'obstacle'> {
    return {
      projectId: () => this.#project.id,
      projectIds: () => this.#projectIds,
      deviceId: this.#deviceId,
      known: this.#loaded.lines,
      prefixes: this.#loaded.prefixes,
      createDeviceId: () => (this.#deviceId = createDeviceId()),
    };
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new Error('This project session was closed.');
  }
}

/** What the journal needs to have the history again: the step that came to its end. */
function stepOf(
  reason: AppliedStep['reason'],
  before: History,
  { history: after, goesOn }: Progress,
): Pick<JournalEntry, 'step' | 'goesOn'> {
  if (before === after) return {};
  const step = (reason === 'undo' ? after.redo : after.undo).at(-1);
  if (step === undefined) return {};
  return { step, ...(goesOn && { goesOn }) };
}

/** This device's acts, each once, in their order. */
function ownEntries(journals: LoadedProject['journals'], deviceId: DeviceId): JournalEntry[] {
  const own = new Map<string, JournalEntry>();
  for (const { entry } of [...journals.folder, ...journals.local]) {
    if (deviceOf(entry.stamp) === deviceId) own.set(entry.stamp, entry);
  }
  return [...own.values()].sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

/** What was done while the folder was not at hand, or is not in it any more because an older state was put back. */
function missingInFolder({ folder, local }: LoadedProject['journals']): readonly Act[] {
  const there = new Set(folder.map(({ entry }) => entry.stamp));
  return local
    .filter(({ entry }) => !there.has(entry.stamp))
    .map(({ entry, coderId }) => ({ entry, coderId, number: 0 }));
}

function lengthOf(entry: JournalEntry): number {
  return Buffer.byteLength(JSON.stringify(entry));
}
