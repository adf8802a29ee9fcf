import type { CoderId, DeviceId, DocumentId, Timestamp } from '../../src/core/ids';

export const AT = '2000-10-15T09:30:00.000Z' as Timestamp;
export const ADA = { id: 'ada' as CoderId, name: 'Ada' };
export const NORTH = 'north' as DocumentId;
export const DESK = 'desk' as DeviceId;
export const BEN = { id: 'ben' as CoderId, name: 'Ben' };
