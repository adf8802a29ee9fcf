import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CoderId, DeviceId, DocumentId } from '../../src/core/ids';
import { placesOf, safeFileName } from '../../src/storage/project-folder';

it('[P1] where things lie in a project', () => {
  const places = placesOf('winds');
  expect(places.text('north' as DocumentId)).toBe(join('winds', 'documents', 'north.txt'));
  expect(places.annotationSet('ada' as CoderId, 'north' as DocumentId)).toBe(
    join('winds', 'coders', 'ada', 'north.json'),
  );
  expect(places.journal('ada' as CoderId, 'k3f9' as DeviceId)).toBe(
    join('winds', 'coders', 'ada', 'journal-k3f9.jsonl'),
  );
});

it.each([
  ['North wind.txt', 'North wind.txt'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['a<b>:"c/d\\e|f?g*.txt', 'a_b___c_d_e_f_g_.txt'],
  ['line\nend\0.txt', 'line_end_.txt'],
  ['dots. . .txt', 'dots.txt'],
  ['no-extension', 'no-extension'],
  ['text.txt.', 'text.txt'],
  ['...', 'text'],
  ['日本'.repeat(100) + '.txt', '日本'.repeat(20) + '.txt'],
  ['half \ud800.txt', 'half _.txt'],
])('[P2] %j is kept as %j', (name, kept) => {
  expect(safeFileName(name)).toBe(kept);
});
