import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** Encoded slashes, drive letters and streams, the zero character: in no file of ours, in many an attack. */
const FOREIGN = /[/\\:\0]/;

/**
 * The file in `folder` that an address such as `postil://app/assets/index.js` means: an absolute path that really lies
 * in the folder, links followed. Undefined for everything else.
 */
export async function findBundleFile(folder: string, address: string): Promise<string | undefined> {
  const segments = readSegments(address);
  if (segments === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...segments));
    if (!file.startsWith(root + sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Decoded once; undefined where a segment could mean another folder. */
function readSegments(address: string): readonly string[] | undefined {
  try {
    const { pathname } = new URL(address);
    const segments = pathname.slice(1).split('/').map(decodeURIComponent);
    const plain = segments.every(
      (segment) => segment !== '' && !segment.startsWith('.') && !FOREIGN.test(segment),
    );
    return plain ? segments : undefined;
  } catch {
    return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The MIME type by the name's ending. */
export function mimeTypeOf(file: string): string {
  return TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}
