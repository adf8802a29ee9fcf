import { app, type Session, type WebContents } from 'electron';
import type { PageSource } from './page-source';

/** Keeps Chromium itself from talking to anybody; the window's own requests are refused in `guardSession`. */
const QUIET_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['no-proxy-server'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

/** Before the app is ready. */
export function hardenApp(page: PageSource): void {
  // Chromium cannot make its sandbox for root and says so with this switch; the window's own stays on either way.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const [name, value] of QUIET_SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  if (!page.development) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, page);
  });
}

/** No permission, no download, no request but for the page itself. */
export function guardSession(session: Session, page: PageSource): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOurs(details.url, page) });
  });
}

/** The window stays on its page: no navigation, no other window, no embedded page. */
function guardContents(contents: WebContents, page: PageSource): void {
  const refuse = (event: { readonly url: string; preventDefault(): void }): void => {
    // Vite's server reloads the page when a module cannot be replaced in place.
    if (page.development && event.url === page.url) return;
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function isOurs(address: string, page: PageSource): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === 'devtools:') return true;
  if (page.development && url.host === new URL(page.url).host) return true;
  return `${url.protocol}//${url.host}` === page.origin;
}
