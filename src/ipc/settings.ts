import type { CustomKeys } from './key-table';

/** How the page is set; remembered on this computer for all projects. */
export interface ReadingSettings {
  /** CSS pixels. */
  readonly textSize: number;
  /** Line height as a multiple of the text size. */
  readonly lineSpacing: number;
  /** Width of the text in characters (about; CSS `ch` corrected for the face). */
  readonly measure: number;
}

export const READING_LIMITS = {
  textSize: { min: 14, max: 32, step: 1, initial: 18 },
  lineSpacing: { min: 1.3, max: 2.2, step: 0.1, initial: 1.6 },
  measure: { min: 44, max: 100, step: 2, initial: 66 },
} as const;

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  readonly theme: Theme;
  readonly reading: ReadingSettings;
  readonly documentsOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly keys: CustomKeys;
}

export const INITIAL_SETTINGS: Settings = {
  theme: 'system',
  reading: {
    textSize: READING_LIMITS.textSize.initial,
    lineSpacing: READING_LIMITS.lineSpacing.initial,
    measure: READING_LIMITS.measure.initial,
  },
  documentsOpen: true,
  inspectorOpen: true,
  keys: {},
};

/** Where one stopped reading a document, on this computer. */
export interface ReadingPlace {
  /** UTF-16 offset of the first character of the paragraph at the top of the page. */
  readonly offset: number;
  /** How much of that paragraph is above the edge, 0 to 1. */
  readonly fraction: number;
  /** The end of the text that was ever on the screen, as a UTF-16 offset. */
  readonly furthest: number;
}
