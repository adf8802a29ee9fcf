import type { Code, Codebook, RelationKind } from '../core/codebook/codebook';
import type { SourceDocument } from '../core/document/source-document';
import type { CoderId } from '../core/ids';
import { findChanges } from '../core/project/changes';
import {
  annotationsOf,
  marksOf,
  relationsOf,
  verdictsOf,
  type Project,
} from '../core/project/project';
import type { Actor } from '../core/register/actor';
import { createFault, fail, type Fault, type Result } from '../core/result';
import { createCoalescer } from './coalescer';
import { ensureFolder } from './durable-file';
import { findGone } from './project-access';
import type { ProjectFiles } from './project-files';
import type { AnnotationSet, ProjectHead } from './project-formats';
import type { JsonFile } from './json-file';
import { setKey, type SetAddress } from './set-address';
import { isUnusable, setAside } from './set-aside';

/** What the saver needs of the session around it. */
export interface SaverSurroundings {
  readonly folder: string;
  readonly files: ProjectFiles;
  /** Documents that are kept and not shown, to be written all the same. */
  readonly withheld: () => readonly SourceDocument[];
  /** Waits until everything that the project contains now is in the folder's journals; false when that failed. */
  readonly journalled: () => Promise<boolean>;
  /** Number of the last line that a coder's journal has. */
  readonly lastLine: (coderId: CoderId) => number;
  /** A file changed outside; true if it held anything that was not known, which the project has now. */
  readonly takeIn: (data: object) => boolean;
  /** True if a file says something that no journal ever said: it is kept as it is. */
  readonly isStrange: (path: string, data: object) => Promise<boolean>;
  readonly onChange: () => void;
}

/** After a failed write, tried again by itself after this time in milliseconds. */
const PAUSE = 5_000;

/**
 * Brings the project's JSON files up to date with what the journals hold already, one pass at a time; what changes
 * meanwhile goes into the next. They can be made again from the journals, so they are written when there is time.
 * After each single write the folder opens: what sets refer to (coders, documents, codes) is written before them and
 * taken away after them. A file that could not be written stays marked and is written with the next pass.
 */
export class ProjectSaver {
  readonly #work = createCoalescer(() => this.#save());
  /** A mark is a new object each time, so that one made while its file is written outlives that write. */
  #unsavedHead: object | undefined;
  #unsavedCodebook: object | undefined;
  #unsavedRegister: object | undefined;
  readonly #unsavedSets = new Map<string, SetAddress>();
  readonly #unsavedMemos = new Map<CoderId, object>();
  /** Files that did not hold what was opened, until they are written. */
  readonly #suspect = new Set<string>();
  /** What project.json, codebook.json and actors.json hold. */
  #head: ProjectHead;
  #codebook: Codebook;
  #register: readonly Actor[];
  /** The state that the marks were made for, and the one that the files are to hold. */
  #marked: Project;
  #current: Project;
  #fault: Fault | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    private readonly around: SaverSurroundings,
    opened: Project,
  ) {
    this.#head = opened;
    this.#codebook = opened.codebook;
    this.#register = opened.actors;
    this.#marked = opened;
    this.#current = opened;
  }

  /** Why a file is not up to date. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** Whether a file is not up to date. */
  get isBehind(): boolean {
    return this.#isUnsaved();
  }

  /** The project is this now; what differs is written. Returns at once. */
  save(project: Project): void {
    this.#current = project;
    this.#request();
  }

  /** The project became this by others' work, which their own apps write. */
  follow(project: Project): void {
    this.#mark();
    this.#marked = project;
    this.#current = project;
  }

  /** These files are not what they should be and are written anew. */
  renew(stale: StaleFiles): void {
    this.#addMarks(stale);
    for (const path of this.#pathsOf(stale)) this.#suspect.add(path);
    this.retry();
  }

  /** Writes what is not up to date, if anything is. */
  retry(): void {
    if (this.#isUnsaved()) this.#request();
  }

  idle(): Promise<void> {
    return this.#work.idle();
  }

  /** Nothing is tried again by itself any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #request(): void {
    clearTimeout(this.#timer);
    this.#work.request();
  }

  async #save(): Promise<void> {
    try {
      // Taken before the wait, so that everything in it is in the journals after it.
      const project = this.#mark();
      if (!(await this.around.journalled())) return;
      this.#fault = await this.#writeChanges(project);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#fault = createFault('storage.save.unexpected', { reason });
    }
    if (this.#fault !== undefined && !this.#isClosed) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.retry();
      }, PAUSE);
      this.#timer.unref();
    }
    this.around.onChange();
  }

  #isUnsaved(): boolean {
    return (
      this.#marked !== this.#current ||
      this.#unsavedHead !== undefined ||
      this.#unsavedCodebook !== undefined ||
      this.#unsavedRegister !== undefined ||
      this.#unsavedSets.size + this.#unsavedMemos.size > 0
    );
  }

  async #writeChanges(project: Project): Promise<Fault | undefined> {
    const gone = await findGone(this.around.folder);
    if (gone !== undefined) return gone;
    const faults = [
      await this.#writeCodebook(widenCodebook(project.codebook, this.#codebook), project.codebook),
      await this.#writeHead(widenHead(project, this.#head), project),
      await this.#writeRegister(union(project.actors, this.#register), project.actors),
      ...(await this.#writeSets(project)),
      ...(await this.#writeMemos(project)),
    ].filter((fault) => fault !== undefined);
    if (faults.length > 0) return faults[0];
    return (
      (await this.#writeCodebook(project.codebook, project.codebook)) ??
      (await this.#writeHead(project, project)) ??
      (await this.#writeRegister(project.actors, project.actors))
    );
  }

  /** Marks what differs from the state marked last; the answer is the state that the marks are of now. */
  #mark(): Project {
    const { project, ...others } = findChanges(this.#marked, this.#current);
    this.#addMarks({ head: project, ...others });
    return (this.#marked = this.#current);
  }

  #addMarks(stale: StaleFiles): void {
    if (stale.head) this.#unsavedHead = {};
    if (stale.codebook) this.#unsavedCodebook = {};
    if (stale.actors) this.#unsavedRegister = {};
    for (const coderId of stale.memos) this.#unsavedMemos.set(coderId, {});
    for (const set of stale.sets) this.#unsavedSets.set(setKey(set), { ...set });
  }

  #pathsOf({ head, codebook, actors, memos, sets }: StaleFiles): readonly string[] {
    const { files } = this.around;
    return [
      ...(head ? [files.head.path] : []),
      ...(codebook ? [files.codebook.path] : []),
      ...(actors ? [files.actors.path] : []),
      ...memos.map((coderId) => files.memos(coderId).path),
      ...sets.map((set) => files.annotationSet(set.coderId, set.documentId).path),
    ];
  }

  async #writeCodebook(codebook: Codebook, final: Codebook): Promise<Fault | undefined> {
    const mark = this.#unsavedCodebook;
    if (mark === undefined) return undefined;
    const written = await this.#writeOver(this.around.files.codebook, codebook);
    if (!written.ok) return written.fault;
    this.#codebook = codebook;
    if (codebook === final && this.#unsavedCodebook === mark) this.#unsavedCodebook = undefined;
    return undefined;
  }

  async #writeHead(head: ProjectHead, final: ProjectHead): Promise<Fault | undefined> {
    const mark = this.#unsavedHead;
    if (mark === undefined) return undefined;
    const { id, title, coders, documents, team } = head;
    const written = await this.#writeOver(this.around.files.head, {
      id,
      title,
      coders,
      documents: union(documents, this.around.withheld()),
      team,
    });
    if (!written.ok) return written.fault;
    this.#head = head;
    if (head === final && this.#unsavedHead === mark) this.#unsavedHead = undefined;
    return undefined;
  }

  async #writeRegister(
    actors: readonly Actor[],
    final: readonly Actor[],
  ): Promise<Fault | undefined> {
    const mark = this.#unsavedRegister;
    if (mark === undefined) return undefined;
    const written = await this.#writeOver(this.around.files.actors, { actors });
    if (!written.ok) return written.fault;
    this.#register = actors;
    if (actors === final && this.#unsavedRegister === mark) this.#unsavedRegister = undefined;
    return undefined;
  }

  async #writeMemos(project: Project): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const [coderId, mark] of [...this.#unsavedMemos]) {
      const memos = project.memos.filter((memo) => memo.coderId === coderId);
      const fault = await this.#writeInFolder(this.around.files.places.coder(coderId), () =>
        this.#writeOver(this.around.files.memos(coderId), { coderId, memos }),
      );
      if (fault !== undefined) faults.push(fault);
      else if (this.#unsavedMemos.get(coderId) === mark) this.#unsavedMemos.delete(coderId);
    }
    return faults;
  }

  async #writeSets(project: Project): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const [key, address] of [...this.#unsavedSets]) {
      const set = annotationSetOf(project, address, this.around.lastLine(address.coderId));
      if (!this.#fitsDisk(set, project)) continue;
      const fault = await this.#writeSet(set);
      if (fault !== undefined) faults.push(fault);
      else if (this.#unsavedSets.get(key) === address) this.#unsavedSets.delete(key);
    }
    return faults;
  }

  async #writeSet(set: AnnotationSet): Promise<Fault | undefined> {
    return this.#writeInFolder(this.around.files.places.sets(set.coderId), () =>
      this.#writeOver(this.around.files.annotationSet(set.coderId, set.documentId), set),
    );
  }

  /** Writes into a coder's folder, or that of the gold set, which is made if it is missing. */
  async #writeInFolder(
    folder: string,
    write: () => Promise<Result<undefined>>,
  ): Promise<Fault | undefined> {
    const { places } = this.around.files;
    for (const path of [places.coders, folder]) {
      const made = await ensureFolder(path);
      if (!made.ok) return made.fault;
    }
    const written = await write();
    return written.ok ? undefined : written.fault;
  }

  /**
   * A set whose coder, document or codes could not be written before it waits for them. What others brought meanwhile
   * is in their journals, and no concern of a file that we need not write.
   */
  #fitsDisk(set: AnnotationSet, project: Project): boolean {
    if (set.annotations.length === 0) return true;
    const { coders, documents } = this.#unsavedHead === undefined ? project : this.#head;
    const { codes } = this.#unsavedCodebook === undefined ? project.codebook : this.#codebook;
    const known = new Set<string>([...coders, ...documents, ...codes].map(({ id }) => id));
    const needed = [set.coderId, set.documentId, ...set.annotations.map(({ codeId }) => codeId)];
    return needed.every((id) => known.has(id));
  }

  /**
   * Writes over what we wrote or read last, and over what others wrote since when all of it is known. What is no such
   * file, or says something that nobody did in Postil, is moved into the folder `set-aside` first; what a newer Postil
   * wrote is left alone.
   */
  async #writeOver<Data extends object>(
    file: JsonFile<Data>,
    data: Data,
  ): Promise<Result<undefined>> {
    if (this.#suspect.has(file.path)) return this.#writeAnew(file, data);
    const written = await file.write(data);
    return written.ok || written.fault.code !== 'storage.write.changed'
      ? written
      : this.#writeAnew(file, data);
  }

  /** Looks at what is there first. */
  async #writeAnew<Data extends object>(
    file: JsonFile<Data>,
    data: Data,
  ): Promise<Result<undefined>> {
    const there = await file.read();
    if (there.ok) {
      // What it held goes into the journal before it is written over, in the next pass.
      if (!this.around.takeIn(there.value)) return this.#replace(file, there.value, data);
      this.#suspect.add(file.path);
      return fail(createFault('storage.write.changed', { file: file.path }));
    }
    if (there.fault.code === 'storage.read.missing') return this.#write(file, data);
    return isUnusable(there.fault) ? this.#setAsideAndWrite(file, data) : there;
  }

  async #replace<Data extends object>(
    file: JsonFile<Data>,
    there: Data,
    data: Data,
  ): Promise<Result<undefined>> {
    return (await this.around.isStrange(file.path, there))
      ? this.#setAsideAndWrite(file, data)
      : this.#write(file, data);
  }

  async #setAsideAndWrite<Data extends object>(
    file: JsonFile<Data>,
    data: Data,
  ): Promise<Result<undefined>> {
    const aside = await setAside(this.around.folder, file.path);
    return aside.ok ? this.#write(file, data) : aside;
  }

  async #write<Data extends object>(file: JsonFile<Data>, data: Data): Promise<Result<undefined>> {
    const written = await file.write(data);
    if (written.ok) this.#suspect.delete(file.path);
    return written;
  }
}

/** Files that do not hold what the project does. */
export interface StaleFiles {
  readonly head: boolean;
  readonly codebook: boolean;
  readonly actors: boolean;
  readonly memos: readonly CoderId[];
  readonly sets: readonly SetAddress[];
}

/** What the file of one coder's work on one document holds. */
export function annotationSetOf(
  project: Project,
  { coderId, documentId }: SetAddress,
  lastLine: number,
): AnnotationSet {
  const own = <Item extends { readonly coderId: CoderId }>(all: readonly Item[]): readonly Item[] =>
    all.filter((one) => one.coderId === coderId);
  return {
    lastLine,
    coderId,
    documentId,
    annotations: own(annotationsOf(project, documentId)),
    relations: own(relationsOf(project, documentId)),
    marks: own(marksOf(project, documentId)),
    verdicts: own(verdictsOf(project, documentId)),
  };
}

/** `next` and, besides, the codes and kinds of relation that only `before` has; `next` itself when there are none. */
function widenCodebook(next: Codebook, before: Codebook): Codebook {
  const codes = union<Code>(next.codes, before.codes);
  const relationKinds = union<RelationKind>(next.relationKinds, before.relationKinds);
  return codes === next.codes && relationKinds === next.relationKinds
    ? next
    : { ...next, codes, relationKinds };
}

/** `next` and, besides, the coders and documents that only `before` has; `next` itself when there are none. */
function widenHead(next: ProjectHead, before: ProjectHead): ProjectHead {
  const coders = union(next.coders, before.coders);
  const documents = union(next.documents, before.documents);
  return coders === next.coders && documents === next.documents
    ? next
    : { ...next, coders, documents };
}

function union<Item extends { readonly id: string }>(
  next: readonly Item[],
  before: readonly Item[],
): readonly Item[] {
  const ids = new Set(next.map((item) => item.id));
  const gone = before.filter((item) => !ids.has(item.id));
  return gone.length === 0 ? next : [...next, ...gone];
}
