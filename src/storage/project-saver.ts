import type { Code, Codebook, RelationKind } from '../core/codebook/codebook';
import type { CoderId, DocumentId } from '../core/ids';
import { findChanges } from '../core/project/changes';
import { annotationsOf, marksOf, relationsOf, type Project } from '../core/project/project';
import type { Actor } from '../core/register/actor';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { createCoalescer } from './coalescer';
import { ensureFolder } from './durable-file';
import { findGone } from './project-access';
import type { ProjectFiles } from './project-files';
import type { AnnotationSet, ProjectHead } from './project-formats';
import type { SaveState } from './save-state';

interface SetAddress {
  readonly coderId: CoderId;
  readonly documentId: DocumentId;
}

/**
 * Writes what changed of a project, one save at a time; what changes meanwhile goes into the next. After each single
 * write the folder opens: what sets refer to (coders, documents, codes) is written before them and taken away after
 * them. A file that could not be written stays marked and is written with the next save.
 */
export class ProjectSaver {
  readonly #listeners = new Set<(state: SaveState) => void>();
  readonly #work = createCoalescer(() => this.#save());
  readonly #unsavedSets = new Map<string, SetAddress>();
  #isHeadUnsaved = false;
  #isCodebookUnsaved = false;
  #isRegisterUnsaved = false;
  readonly #unsavedMemos = new Set<CoderId>();
  /** What project.json, codebook.json and actors.json hold. */
  #head: ProjectHead;
  #codebook: Codebook;
  #register: readonly Actor[];
  /** The state that the marks were made for. */
  #marked: Project;
  #target: Project;
  #serial = 0;
  #state: SaveState = { kind: 'saved', serial: 0 };

  constructor(
    private readonly folder: string,
    private readonly files: ProjectFiles,
    opened: Project,
  ) {
    this.#head = opened;
    this.#codebook = opened.codebook;
    this.#register = opened.actors;
    this.#marked = opened;
    this.#target = opened;
  }

  get state(): SaveState {
    return this.#state;
  }

  onState(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Returns at once; from now on the state is `saving`. */
  save(project: Project, serial: number): void {
    this.#target = project;
    this.#serial = serial;
    this.#request();
  }

  retry(): void {
    if (this.#state.kind === 'failed') this.#request();
  }

  async settled(): Promise<Result<undefined>> {
    await this.#work.idle();
    return this.#state.kind === 'failed' ? fail(this.#state.fault) : ok(undefined);
  }

  #request(): void {
    this.#work.request();
    this.#setState({ kind: 'saving' });
  }

  async #save(): Promise<void> {
    const project = this.#target;
    const serial = this.#serial;
    let fault: Fault | undefined;
    try {
      fault = await this.#writeChanges(project);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      fault = createFault('storage.save.unexpected', { reason });
    }
    if (serial !== this.#serial) return;
    this.#setState(fault === undefined ? { kind: 'saved', serial } : { kind: 'failed', fault });
  }

  async #writeChanges(project: Project): Promise<Fault | undefined> {
    this.#mark(project);
    const gone = await findGone(this.folder);
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

  #mark(project: Project): void {
    const changes = findChanges(this.#marked, project);
    this.#marked = project;
    this.#isHeadUnsaved ||= changes.project;
    this.#isCodebookUnsaved ||= changes.codebook;
    this.#isRegisterUnsaved ||= changes.actors;
    for (const coderId of changes.memos) this.#unsavedMemos.add(coderId);
    for (const set of changes.sets) this.#unsavedSets.set(`${set.coderId}/${set.documentId}`, set);
  }

  async #writeCodebook(codebook: Codebook, final: Codebook): Promise<Fault | undefined> {
    if (!this.#isCodebookUnsaved) return undefined;
    const written = await this.files.codebook.write(codebook);
    if (!written.ok) return written.fault;
    this.#codebook = codebook;
    this.#isCodebookUnsaved = codebook !== final;
    return undefined;
  }

  async #writeHead(head: ProjectHead, final: ProjectHead): Promise<Fault | undefined> {
    if (!this.#isHeadUnsaved) return undefined;
    const { id, title, coders, documents } = head;
    const written = await this.files.head.write({ id, title, coders, documents });
    if (!written.ok) return written.fault;
    this.#head = head;
    this.#isHeadUnsaved = head !== final;
    return undefined;
  }

  async #writeRegister(
    actors: readonly Actor[],
    final: readonly Actor[],
  ): Promise<Fault | undefined> {
    if (!this.#isRegisterUnsaved) return undefined;
    const written = await this.files.actors.write({ actors });
    if (!written.ok) return written.fault;
    this.#register = actors;
    this.#isRegisterUnsaved = actors !== final;
    return undefined;
  }

  async #writeMemos(project: Project): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const coderId of [...this.#unsavedMemos]) {
      const memos = project.memos.filter((memo) => memo.coderId === coderId);
      const fault = await this.#writeInCoder(coderId, () =>
        this.files.memos(coderId).write({ coderId, memos }),
      );
      if (fault === undefined) this.#unsavedMemos.delete(coderId);
      else faults.push(fault);
    }
    return faults;
  }

  async #writeSets(project: Project): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const [key, address] of [...this.#unsavedSets]) {
      const set = annotationSetOf(project, address);
      if (!this.#fitsDisk(set)) continue;
      const fault = await this.#writeSet(set);
      if (fault === undefined) this.#unsavedSets.delete(key);
      else faults.push(fault);
    }
    return faults;
  }

  async #writeSet(set: AnnotationSet): Promise<Fault | undefined> {
    return this.#writeInCoder(set.coderId, () =>
      this.files.annotationSet(set.coderId, set.documentId).write(set),
    );
  }

  /** Writes into a coder's folder, which is made if it is missing. */
  async #writeInCoder(
    coderId: CoderId,
    write: () => Promise<Result<undefined>>,
  ): Promise<Fault | undefined> {
    const { places } = this.files;
    for (const path of [places.coders, places.coder(coderId)]) {
      const made = await ensureFolder(path);
      if (!made.ok) return made.fault;
    }
    const written = await write();
    return written.ok ? undefined : written.fault;
  }

  /** A set whose coder, document or codes could not be written before it waits for them. */
  #fitsDisk(set: AnnotationSet): boolean {
    if (set.annotations.length === 0) return true;
    const codes = new Set(this.#codebook.codes.map((code) => code.id));
    return (
      this.#head.coders.some((coder) => coder.id === set.coderId) &&
      this.#head.documents.some((document) => document.id === set.documentId) &&
      set.annotations.every((annotation) => codes.has(annotation.codeId))
    );
  }

  #setState(state: SaveState): void {
    if (state.kind === 'saving' && this.#state.kind === 'saving') return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}

function annotationSetOf(project: Project, { coderId, documentId }: SetAddress): AnnotationSet {
  const own = <Item extends { readonly coderId: CoderId }>(all: readonly Item[]): readonly Item[] =>
    all.filter((one) => one.coderId === coderId);
  return {
    lastLine: 0,
    coderId,
    documentId,
    annotations: own(annotationsOf(project, documentId)),
    relations: own(relationsOf(project, documentId)),
    marks: own(marksOf(project, documentId)),
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
