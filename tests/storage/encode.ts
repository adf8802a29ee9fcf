/** A text as bytes of a legacy encoding, found by decoding all sequences of one and two bytes. Throws where there is none. */
export function encode(text: string, label: string): Uint8Array {
  const table = tables.get(label) ?? createTable(label);
  tables.set(label, table);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`No ${character} in ${label}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function createTable(label: string): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(label, { fatal: true });
  const learn = (bytes: number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (let first = 0; first < 256; first += 1) {
    if (learn([first])) continue;
    for (let second = 0x40; second < 256; second += 1) learn([first, second]);
  }
  return table;
}
