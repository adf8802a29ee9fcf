// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/*
 * The floor: the texts of a project as plain paragraphs in a window like the app's, with nothing else around them.
 */

const folder = argument('--project');
app.setPath('userData', argument('--user-data-dir'));

app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1320,
    height: 880,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  const [texts] = await Promise.all([
    readTexts(),
    window.loadFile(join(import.meta.dirname, 'floor.html')),
  ]);
  await window.webContents.executeJavaScript(`takeTexts(${JSON.stringify(texts)})`);
});

async function readTexts() {
  const { documents } = JSON.parse(await readFile(join(folder, 'project.json'), 'utf8'));
  return Promise.all(
    documents.map((/** @type {{ id: string }} */ { id }) =>
      readFile(join(folder, 'documents', `${id}.txt`), 'utf8'),
    ),
  );
}

/** @param {string} name */
function argument(name) {
  return app.commandLine.getSwitchValue(name.slice(2));
}
