/** The characters of bytes 0x80 to 0x9f; five bytes have none, and a blank stands for each. */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const UNDEFINED = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * Strict windows-1252; undefined where a byte has no character. Several versions of Node decode it as Latin-1, which
 * turns curly quotes and dashes into controls, so the table is our own.
 */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (UNDEFINED.test(latin1)) return undefined;
  return latin1.replace(/[\u0080-\u009f]/g, (control) =>
    UPPER.charAt(control.charCodeAt(0) - 0x80),
  );
}
