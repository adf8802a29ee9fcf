import { describe, expect, it } from 'vitest';
import { decodeText, describeEncoding } from '../../src/storage/decode-text';
import { encode } from './encode';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('told by the file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Kraków 👍🏽 𠮷'), 'Kraków 👍🏽 𠮷', 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode('\ufeffKraków'), '\ufeffKraków', 'utf-8'],
    ['UTF-16LE', utf16('Kraków 𠮷'), '\ufeffKraków 𠮷', 'utf-16le'],
    ['UTF-16BE', Buffer.from(utf16('Kraków 𠮷')).swap16(), '\ufeffKraków 𠮷', 'utf-16be'],
  ])('[T1] %s is read without guessing', (_, source, raw, encoding) => {
    expect(decodeText(source)).toEqual({ ok: true, value: { raw, encoding, detected: false } });
  });
});

describe('detected', () => {
  it.each([
    [
      'iso-8859-2',
      'Rząd ogłosił, że żadne decyzje nie zapadną przed końcem roku. Prezydent podkreślił konieczność współpracy między krajami.',
      'iso-8859-2',
    ],
    [
      'windows-1250',
      'Rząd ogłosił, że żadne decyzje nie zapadną przed końcem roku. Prezydent podkreślił konieczność współpracy między krajami i źródłami.',
      'windows-1250',
    ],
    [
      'windows-1251',
      'Правительство заявило, что переговоры будут продолжены в следующем году.',
      'windows-1251',
    ],
    [
      'koi8-r',
      'Правительство заявило, что переговоры будут продолжены в следующем году.',
      'koi8-r',
    ],
    [
      'windows-1254',
      'Hükümet görüşmelerin gelecek yıl süreceğini açıkladı. Cumhurbaşkanı iş birliğinin gerekliliğini vurguladı.',
      'windows-1254',
    ],
    [
      'iso-8859-7',
      'Η κυβέρνηση ανακοίνωσε ότι οι διαπραγματεύσεις θα συνεχιστούν το επόμενο έτος.',
      'iso-8859-7',
    ],
    ['shift_jis', '政府は来年の首脳会談について、条件が整えば開催すると発表した。', 'shift_jis'],
    ['euc-jp', '政府は来年の首脳会談について、条件が整えば開催すると発表した。', 'euc-jp'],
    ['euc-kr', '정부는 내년 정상회담에 대해 조건이 갖추어지면 개최하겠다고 발표했다.', 'euc-kr'],
    [
      'gb18030',
      '政府宣布明年将继续进行谈判。总统强调两国之间合作的必要性，并表示对话应当继续。',
      'gb18030',
    ],
    [
      'big5',
      '政府宣布明年將繼續進行談判。總統強調兩國之間合作的必要性，並表示對話應當繼續。',
      'big5',
    ],
  ])('[T2] %s', (label, raw, encoding) => {
    expect(decodeText(encode(raw, label))).toEqual({
      ok: true,
      value: { raw, encoding, detected: true },
    });
  });

  it('[T3] windows-1252: curly quotes and dashes are characters, not controls', () => {
    const source = bytes(
      'The \x93historic\x94 visit \x97 long delayed \x97 was called for. It isn\x92t over yet, and talks go on.',
    );
    const raw =
      'The “historic” visit — long delayed — was called for. It isn’t over yet, and talks go on.';
    expect(decodeText(source)).toEqual({
      ok: true,
      value: { raw, encoding: 'windows-1252', detected: true },
    });
  });

  it('[T4] what is not ASCII may stand far behind', () => {
    const english = 'A long English sentence about the talks between the governments. '.repeat(
      8_000,
    );
    const russian = 'Правительство заявило, что переговоры будут продолжены. '.repeat(200);
    const source = Buffer.concat([Buffer.from(english), encode(russian, 'windows-1251')]);
    const decoded = decodeText(source);
    expect(decoded.ok && decoded.value.encoding).toBe('windows-1251');
    expect(decoded.ok && decoded.value.raw.endsWith(russian)).toBe(true);
  });

  it('[T5] ISO-2022-JP, which looks like ASCII', () => {
    const source = bytes('\x1b$B@/I\\$OMhG/$N<sG>2qCL\x1b(B\n');
    expect(decodeText(source)).toEqual({
      ok: true,
      value: { raw: '政府は来年の首脳会談\n', encoding: 'iso-2022-jp', detected: true },
    });
  });
});

describe('refused', () => {
  it.each([
    ['too short to tell', bytes('Caf\xe9 d\xe9j\xe0 vu.'), 'unknownEncoding'],
    ['bytes of a picture', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13]), 'binary'],
    ['a control character', bytes('bell \x07'), 'binary'],
    ['an escape sequence', bytes('\x1b[31mred\x1b[0m'), 'binary'],
    ['UTF-16 without a mark', Buffer.from('peace', 'utf16le'), 'binary'],
    ['UTF-16 with half a pair', bytes([0xff, 0xfe, 0x00, 0xd8]), 'brokenEncoding'],
    ['UTF-16 with half a unit', bytes([0xff, 0xfe, 0x61, 0x00, 0x62]), 'brokenEncoding'],
    ['UTF-32 with a mark', bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'binary'],
    ['a mark of UTF-8 before Latin-1', bytes([0xef, 0xbb, 0xbf], 'caf\xe9'), 'brokenEncoding'],
    ['a replacement character', new TextEncoder().encode('lost \ufffd'), 'replacement'],
    ['a lone surrogate in UTF-8', bytes([0x61, 0xed, 0xa0, 0x80]), 'unknownEncoding'],
  ])('[T6] %s', (_, source, fault) => {
    expect(decodeText(source)).toEqual({ ok: false, fault });
  });
});

it('[T7] names of encodings as people write them', () => {
  expect(['windows-1252', 'shift_jis', 'utf-16le'].map(describeEncoding)).toEqual([
    'Windows-1252',
    'SHIFT_JIS',
    'UTF-16LE',
  ]);
});
