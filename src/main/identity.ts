import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { CoderId, DocumentId, ProjectId, TeamActId, Timestamp } from '../core/ids';
import { t } from '../core/messages/message';
import { checkName } from '../core/text/label';

/*
 * Ids, the time and the person at this computer: what the core takes as parameters.
 */

export function createProjectId(): ProjectId {
  return randomUUID() as string as ProjectId;
}

export function createDocumentId(): DocumentId {
  return randomUUID() as string as DocumentId;
}

export function createCoderId(): CoderId {
  return randomUUID() as string as CoderId;
}

export function createTeamActId(): TeamActId {
  return randomUUID() as string as TeamActId;
}

export function now(): Timestamp {
  return new Date().toISOString() as Timestamp;
}

/** The name under which the operating system knows the person; a plain one where it knows none. */
export function userName(): string {
  try {
    const { username } = userInfo();
    return checkName(username) === undefined ? username : t('main.coderName');
  } catch {
    return t('main.coderName');
  }
}
