import { BrowserWindow, session } from 'electron';
import { guardSession } from './security';

/** Origin of the page that is printed; it has nothing but that page. */
const ORIGIN = 'postil://print';

/** Nothing is loaded and nothing runs, whatever the page says of itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Below each page, in a document of its own that knows the classes; sizes in points. */
const FOOTER = `<div style="width: 100%; padding: 0 15mm; font: 8px system-ui, sans-serif; color: #57534a;
  display: flex; justify-content: space-between;"><span class="title"></span><span><span
  class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;

/** In inches, as Electron wants them. */
const MARGINS = { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6 };

/**
 * A page as PDF: A4, numbered, titled by the page, tagged for readers who hear it, with its headings as an outline. It is
 * printed in a window that nobody sees, in Chromium's sandbox, without scripts, preload, network and memory, which is
 * gone afterwards.
 */
export async function printPage(html: string): Promise<Uint8Array> {
  const own = session.fromPartition('print', { cache: false });
  guardSession(own, { url: `${ORIGIN}/`, origin: ORIGIN, development: false });
  own.protocol.handle('postil', () => new Response(html, { headers: HEADERS }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      images: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(`${ORIGIN}/`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      margins: MARGINS,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle('postil');
  }
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
