import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findBundleFile, mimeTypeOf } from './bundle-file';

const SCHEME = 'postil';
const HOST = 'app';

/** The origin of the window's page. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** On every answer, the refusals too. */
const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Before the app is ready: gives `postil:` an origin of its own, as secure as https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page, and nothing else, from `folder`; the window reads no file of the computer. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, (request) => answer(folder, request));
  protocol.handle('file', () => Response.error());
}

async function answer(folder: string, request: Request): Promise<Response> {
  const asked = request.method === 'GET' && new URL(request.url).host === HOST;
  const file = asked ? await findBundleFile(folder, request.url) : undefined;
  if (file === undefined) {
    return new Response('Not found', {
      status: 404,
      headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  return new Response(await readFile(file), {
    headers: { ...HEADERS, 'content-type': mimeTypeOf(file) },
  });
}
