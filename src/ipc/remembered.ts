import { z } from 'zod';
import type { CoderId, DeviceId, DocumentId, ProjectId } from '../core/ids';
import {
  coderIdSchema,
  deviceIdSchema,
  documentIdSchema,
  projectIdSchema,
} from '../core/project/schema';
import { placeSchema, settingsSchema } from './arguments';
import type { ReadingPlace, Settings } from './settings';

/*
 * What this computer remembers between two runs, of what the window tells it. Nothing of it is in a project.
 */

/** Where the window was, in pixels of the screen as the system counts them. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

/** What is remembered of one project. */
export interface ProjectMemory {
  readonly id: ProjectId;
  /** Who coded in it last, at whatever place. */
  readonly coderId?: CoderId;
  /** Who codes at a place, latest first: a coder's pack opened here is the same project elsewhere, as somebody else. */
  readonly coders?: readonly { readonly folder: string; readonly coderId: CoderId }[];
  readonly openDocument?: DocumentId;
  /** A list and not an object by id: a document may be called `constructor`. */
  readonly places: readonly { readonly documentId: DocumentId; readonly place: ReadingPlace }[];
}

export interface Remembered {
  /** Names this computer's Postil in the journals; made when it is first needed. */
  readonly deviceId?: DeviceId;
  readonly settings: Settings;
  readonly window?: WindowPlace;
  /** Absolute folders, latest first. */
  readonly recentProjects: readonly string[];
  /** The one to open at the next start. */
  readonly lastProject?: string;
  /** Latest first. */
  readonly projects: readonly ProjectMemory[];
}

export const MOST_RECENT = 10;
/** More places than one project lies at. */
export const MOST_PLACES = 20;
/** More projects than anybody returns to; the oldest is forgotten. */
export const MOST_PROJECTS = 100;

const pixel = z.number().int().min(-100_000).max(100_000);
const folder = z.string().min(1).max(10_000);

const projectMemorySchema: z.ZodType<ProjectMemory> = z.strictObject({
  id: projectIdSchema,
  coderId: coderIdSchema.exactOptional(),
  coders: z
    .array(z.strictObject({ folder, coderId: coderIdSchema }))
    .max(MOST_PLACES)
    .exactOptional(),
  openDocument: documentIdSchema.exactOptional(),
  places: z.array(z.strictObject({ documentId: documentIdSchema, place: placeSchema })),
});

export const rememberedSchema: z.ZodType<Remembered> = z.strictObject({
  deviceId: deviceIdSchema.exactOptional(),
  settings: settingsSchema,
  window: z
    .strictObject({ x: pixel, y: pixel, width: pixel, height: pixel, maximised: z.boolean() })
    .exactOptional(),
  recentProjects: z.array(folder).max(MOST_RECENT),
  lastProject: folder.exactOptional(),
  projects: z.array(projectMemorySchema).max(MOST_PROJECTS),
});
