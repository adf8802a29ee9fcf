import {
  READING_LIMITS,
  type ReadingSettings,
  type Settings,
  type Theme,
} from '../../ipc/settings';
import { store } from './app-state';

/** Changes settings of this computer; they are remembered by the main process. */
export function changeSettings(change: Partial<Settings>): void {
  const settings = { ...store.getState().settings, ...change };
  store.setState({ settings });
  void window.postil.ask('settings.change', settings);
}

export function setTheme(theme: Theme): void {
  changeSettings({ theme });
}

/** Sets one of the reading settings, kept within its limits and on its steps. */
export function setReading(name: keyof ReadingSettings, value: number): void {
  const { min, max, step } = READING_LIMITS[name];
  const stepped = Math.round(value / step) * step;
  const rounded = Math.round(Math.min(max, Math.max(min, stepped)) * 100) / 100;
  changeSettings({ reading: { ...store.getState().settings.reading, [name]: rounded } });
}

/** Larger (+1) or smaller (-1) text by one step; 0 goes back to the initial size. */
export function stepTextSize(by: 1 | 0 | -1): void {
  const { initial, step } = READING_LIMITS.textSize;
  const size = store.getState().settings.reading.textSize;
  setReading('textSize', by === 0 ? initial : size + by * step);
}
