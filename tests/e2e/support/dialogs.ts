import type { ElectronApplication } from '@playwright/test';

/*
 * System dialogs cannot be clicked by a test: each of these answers the next ones in place of a person. They hold until
 * they are set again or the app ends.
 */

/** Open dialogs choose these paths; none means Cancel. */
export async function answerOpenDialogs(
  app: ElectronApplication,
  filePaths: readonly string[],
): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);
}

/** Save dialogs choose this path; undefined means Cancel. */
export async function answerSaveDialogs(
  app: ElectronApplication,
  filePath: string | undefined,
): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  }, filePath ?? null);
}

/** Message boxes are answered with the button of this number, counted from 0. */
export async function answerMessageBoxes(
  app: ElectronApplication,
  response: number,
): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    dialog.showMessageBox = () => Promise.resolve({ response: button, checkboxChecked: false });
  }, response);
}
