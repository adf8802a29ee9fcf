import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvOptions } from '../../../../src/core/codecs/ratings/csv-options';
import { parseRatingsCsv } from '../../../../src/core/codecs/ratings/parse-csv';
import type { RatingsFile } from '../../../../src/core/codecs/ratings/ratings-file';
import { describeFault } from '../../../../src/core/result';

const read = (text: string, options: Partial<CsvOptions> = {}): RatingsFile => {
  const parsed = parseRatingsCsv(text, { level: 'nominal', ...options });
  if (!parsed.ok) throw new Error(parsed.fault.faults.map(describeFault).join('\n'));
  return parsed.value;
};
const rowsOf = (text: string, options: Partial<CsvOptions> = {}) => read(text, options).rows;
const faultsOf = (text: string, options: Partial<CsvOptions> = {}): string[] => {
  const parsed = parseRatingsCsv(text, { level: 'nominal', ...options });
  return parsed.ok ? [] : parsed.fault.faults.map(describeFault);
};

describe('a CSV file of ratings', () => {
  it('has one category for a word, however its letters were written', () => {
    expect(rowsOf('Pe\u0301kin,P\u00e9kin\nSe\u0301oul,S\u00e9oul')).toEqual([
      ['P\u00e9kin', 'P\u00e9kin'],
      ['S\u00e9oul', 'S\u00e9oul'],
    ]);
    const categories = ['pe\u0301u', 'tre\u0300s'];
    const options = { level: 'ordinal', categories, missing: ['aucun\u0301'] } as const;
    expect(read('p\u00e9u,tr\u00e8s\naucu\u0144,p\u00e9u', options).categories).toEqual([
      'p\u00e9u',
      'tr\u00e8s',
    ]);
  });

  it('takes an empty first cell for a heading of unit names only where every unit has one', () => {
    expect(read(',1,2\n0,a,b\n1,b,b')).toMatchObject({
      coders: ['1', '2'],
      rows: [
        ['a', 'b'],
        ['b', 'b'],
      ],
    });
    expect(rowsOf(';Yes\n;?')).toEqual([
      [undefined, 'Yes'],
      [undefined, '?'],
    ]);
    expect(rowsOf(',c\na,a\nb,b')).toHaveLength(3);
  });

  it.each([
    ['unit,1,2\n1,1,2\n2,2,2\n3,1,1', 'nominal'],
    ['id,A,B\nx,A,B\ny,B,B', 'nominal'],
    ['unit,1,2\n1,1,2\n2,2,2\n2,1,1', 'ordinal'],
    // As pandas writes a table of which nobody named the columns, and R one of which nobody named the rows.
    [',0,1\n0,1,0\n1,0,0\n2,1,1', 'nominal'],
    [',0,1\n0,1,0\n1,0,0\n2,1,1', 'interval'],
    ['"","1","2"\n"1",1,2\n"2",2,2', 'ordinal'],
  ] as const)(
    'has coders above and units in front though ratings are the same words: %j',
    (text, level) => {
      const lines = text.replaceAll('"', '').split('\n');
      const { rows, coders, notes } = read(text, { level });
      expect(coders).toEqual(lines[0]?.split(',').slice(1));
      expect(rows.map((row) => row.map(String))).toEqual(
        lines.slice(1).map((line) => line.split(',').slice(1)),
      );
      expect(notes).toHaveLength(2);
    },
  );

  it.each([
    // A coder who began with a gap, and one whose word heads units elsewhere.
    [',0,1\n0,1,0\n0,0,0', 3],
    ['text,a,b\nimage,a,a\nimage,b,b', 3],
    [',2.1,2.2\n2.3,2.4,2.2', 2],
  ])('has units only where a first column could be a coder’s: %j', (text, units) => {
    expect(read(text).rows).toHaveLength(units);
  });

  it('says when a first column, or a line of numbers, may be no ratings', () => {
    const column = [expect.stringMatching(/^The first column was taken as a coder, though/u)];
    expect(read('u1,a,b\nu2,b,b\nu3,a,a', { header: false }).notes).toEqual(column);
    expect(read('1,2,2\n2,2,1\n3,1,1', { level: 'interval' }).notes).toEqual(column);
    expect(read('a,a,b\nb,b,b\nc,a,a').notes).toEqual([]);
    expect(read('u1,a\nu2,b\nu3,a', { header: false }).notes).toEqual([]);
    expect(read('1,2\n2,2\n1,1').notes).toEqual([
      'The first line (1, 2) was taken as a unit. If it has the numbers of the coders, say so with --header.',
    ]);
  });

  it('takes “no” for a heading of numbers, and for an answer otherwise', () => {
    expect(read('no,Ann,Bob\n1,a,b\n2,b,b').coders).toEqual(['Ann', 'Bob']);
    expect(rowsOf('no,no\nmaybe,yes')).toHaveLength(2);
    expect(rowsOf('no,no,no\nyes,maybe,yes')).toHaveLength(2);
    expect(faultsOf('no,Ann\n1,a')[0]).toMatch(/^There is one column/u);
  });

  it('is told to have names only where its one line can be nothing else, unless one says so', () => {
    expect(faultsOf('Ann,Bob')[0]).toMatch(/^The file has one line, .* --no-header\.$/u);
    expect(rowsOf('Ann,Bob', { header: false })).toEqual([['Ann', 'Bob']]);
    expect(rowsOf('1,2')).toEqual([['1', '2']]);
    expect(rowsOf('a,a')).toEqual([['a', 'a']]);
  });

  it('is told of an open quote rather than of the one column that is left without a separator', () => {
    expect(faultsOf('a,"b\na,b')).toEqual([
      expect.stringMatching(/^A quotation mark is opened on line 1/u),
    ]);
  });

  it('has a row a unit and a column a coder', () => {
    expect(rowsOf('a,b\nb,b\na,a')).toEqual([
      ['a', 'b'],
      ['b', 'b'],
      ['a', 'a'],
    ]);
  });

  it.each([
    ['commas', 'a,b\na,a\nb,a'],
    ['semicolons', 'a;b\na;a\nb;a'],
    ['tabs', 'a\tb\na\ta\nb\ta'],
    ['bars', 'a|b\na|a\nb|a'],
    ['CRLF and a last line end', 'a,b\r\na,a\r\nb,a\r\n'],
    ['CR', 'a,b\ra,a\rb,a'],
    ['a byte order mark', '\uFEFFa,b\na,a\nb,a'],
    ['quotes', '"a","b"\n"a",a\nb,"a"'],
    ['blanks around cells', ' a , b\na ,a\n"b" , a'],
    ['blank lines', 'a,b\n\na,a\n   \nb,a\n\n'],
  ])('may be written with %s', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['a', 'b'],
      ['a', 'a'],
      ['b', 'a'],
    ]);
  });

  it('may have separators, quotes and line ends in a quoted cell', () => {
    expect(rowsOf('"a, or b","say ""a"""\n"a, or b","two\nlines"\nx,"say ""a"""')).toEqual([
      ['a, or b', 'say "a"'],
      ['a, or b', 'two\nlines'],
      ['x', 'say "a"'],
    ]);
  });

  it('has a decimal comma where something else separates', () => {
    expect(rowsOf('1,5;2\n2;2,5', { level: 'interval' })).toEqual([
      [1.5, 2],
      [2, 2.5],
    ]);
  });

  it('has no rating where a cell is empty or NA, or says a word for it', () => {
    expect(rowsOf('a,\n,a\nNA,a\n*,a\na,a', { missing: ['*'] })).toEqual([
      ['a', undefined],
      [undefined, 'a'],
      [undefined, 'a'],
      [undefined, 'a'],
      ['a', 'a'],
    ]);
    expect(read('a,NA\na,a').notes).toEqual([
      '1 cell “NA” was taken as missing. If NA is a category of yours, call it something else.',
    ]);
  });

  it.each([
    ['names among words', 'Ann,Bob\na,b\nb,b', {}, ['Ann', 'Bob']],
    ['names among numbers', 'Ann,Bob\n1,2\n2,2', { level: 'ordinal' as const }, ['Ann', 'Bob']],
    ['a column of unit names', 'unit,Ann,Bob\n1,a,b\n2,b,b', {}, ['Ann', 'Bob']],
    [
      'what R writes',
      '"","c1","c2"\n"1",1,2\n"2",2,2',
      { level: 'interval' as const },
      ['c1', 'c2'],
    ],
  ])('may begin with %s', (_, text, options, coders) => {
    const file = read(text, options);
    expect(file.coders).toEqual(coders);
    expect(file.rows).toHaveLength(2);
    expect(file.rows[0]).toHaveLength(2);
    expect(file.notes[0]).toBe('The first line was taken as the names of the coders.');
  });

  it.each([
    ['its words are given to units as well', 'a,b\nb,a'],
    ['it has the same word twice', 'x,x\na,b'],
    ['it has an empty cell', 'x,\na,b'],
    ['it is alone and has numbers', '1,2'],
    ['numbers', '1,2\n2,2'],
  ])('does not begin with names when %s', (_, text) => {
    expect(read(text).coders).toBeUndefined();
  });

  it.each(['nominal', 'interval'] as const)('takes no missing rating for a name (%s)', (level) => {
    expect(rowsOf('NA,NA\n1,2', { level })).toHaveLength(2);
    expect(rowsOf('NA,x\n1,2', { level, missing: ['x'] })).toHaveLength(2);
  });

  it('takes no decimals for names, whichever sign they have', () => {
    expect(rowsOf('0,5;1,25\n2;3', { level: 'interval' })).toEqual([
      [0.5, 1.25],
      [2, 3],
    ]);
    expect(rowsOf('0,5;1,25')).toEqual([['0,5', '1,25']]);
    expect(faultsOf('"0,5","1,5"\n1,2', { level: 'ratio' })).toEqual([
      expect.stringMatching(/^line 1, column 1: “0,5” is not a number/u),
      expect.stringMatching(/^line 1, column 2: “1,5” is not a number/u),
    ]);
  });

  it('begins with names when one says so', () => {
    expect(read('a,b\nb,a', { header: true }).coders).toEqual(['a', 'b']);
    expect(read('Ann,Bob\na,b', { header: false }).rows).toHaveLength(2);
  });

  it.each([
    ['alone, with a heading for units', 'unit,Ann,Bob', /^There are no ratings/u],
    [
      'with one name twice',
      'id,Ann,Bob,Ann\n1,a,b,a',
      /^line 1: Two columns are both named “Ann”/u,
    ],
  ])('takes names for names %s', (_, text, sentence) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(sentence)]);
  });

  it('refuses names that are there twice when one says that they are names', () => {
    expect(faultsOf('Ann,Ann\na,b', { header: true })).toEqual([
      'line 1: Two columns are both named “Ann”. Give each coder a name of their own, or leave the names out.',
    ]);
    expect(faultsOf('Ann,Ann\n1,2', { level: 'interval' })[0]).toMatch(/both named “Ann”/u);
  });

  it('says when a first line might be names after all', () => {
    expect(read('Ann,Ann\na,b\na,a').notes).toEqual([
      expect.stringMatching(/^The first line was taken as a unit/u),
    ]);
    expect(read('a,a\na,b').notes).toEqual([]);
    expect(read('3.2,3.2\n1,2', { level: 'interval' }).notes).toEqual([]);
    expect(read('Ann,Ann\na,b', { header: false }).notes).toEqual([]);
  });

  it('takes an answer that could head a column of numbers for an answer', () => {
    expect(rowsOf('no,yes\nno,no')).toEqual([
      ['no', 'yes'],
      ['no', 'no'],
    ]);
  });

  it('has one category for one number, however it is written, where all are numbers', () => {
    // As pandas writes whole numbers beside a column with a gap.
    const file = read('unit,Ann,Bob\n1,1,1.0\n2,2,2.0\n3,-10,');
    expect(file.rows).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['-10', undefined],
    ]);
    expect(file.notes.at(-1)).toMatch(/^“1” and “1.0” are the same number, .* one category/u);
    expect(rowsOf('1.0,2.5\n2.5,2.5')).toEqual([
      ['1.0', '2.5'],
      ['2.5', '2.5'],
    ]);
  });

  it.each([
    ['a zero in front', '01,1\n1,01'],
    ['a word', '1,1.0\n1.0,x'],
  ])('leaves numbers as they are written where there is %s, and says so', (_, text) => {
    const file = read(text);
    expect(file.rows).toEqual(text.split('\n').map((line) => line.split(',')));
    expect(file.notes).toEqual([expect.stringMatching(/are the same number .* two categories/u)]);
  });

  it('says which category looks like a missing rating', () => {
    expect(read('a,nan\na,a').notes).toEqual([
      '“nan” was taken as a category. If it stands for a missing rating, say so with --missing "nan".',
    ]);
    expect(read('a,nan\na,a', { missing: ['nan'] }).notes).toEqual([]);
  });

  it.each(['interval', 'ratio'] as const)('has declared numbers at the level %s', (level) => {
    const file = read('1;2,50\n2.5;1', { level, categories: ['1', '2,5', '4'] });
    expect(file.categories).toEqual([1, 2.5, 4]);
    expect(file.rows).toEqual([
      [1, 2.5],
      [2.5, 1],
    ]);
    expect(faultsOf('1,2\n3,1', { level, categories: ['1', '2'] })).toEqual([
      'line 2, column 1: “3” is not among the categories that were given: 1, 2. Add it to them, or correct it.',
    ]);
    expect(faultsOf('1,2\nx,1', { level, categories: ['1', '2'], header: false })).toEqual([
      expect.stringMatching(/^line 2, column 1: “x” is not a number/u),
    ]);
    expect(faultsOf('1,2\n3,1', { level, categories: ['1', 'many', '1e200'] })).toEqual([
      `“many” is declared as a category and is not a number, which the level ${level} needs. Declare numbers, declare none, or use the level ordinal.`,
      expect.stringMatching(/^“1e200” is too large/u),
    ]);
  });

  it('keeps words in an order that is given, and refuses others', () => {
    const categories = ['low', 'mid', 'high'];
    const file = read('low,mid\nhigh,mid', { level: 'ordinal', categories });
    expect(file.categories).toEqual(categories);
    expect(faultsOf('low,mid\nhihg,mid', { level: 'ordinal', categories })).toEqual([
      'line 2, column 1: “hihg” is not among the categories that were given: low, mid, high. Add it to them, or correct it.',
    ]);
  });
});

describe('a CSV file that is at fault is refused', () => {
  it('with every ragged line', () => {
    expect(faultsOf('a,b,c\na,b\na,b,c,d')).toEqual([
      'line 2: Here are 2 cells, but the first line has 3. Leave a cell empty where a rating is missing, and put a cell that contains the separator in quotation marks.',
      'line 3: Here are 4 cells, but the first line has 3. Leave a cell empty where a rating is missing, and put a cell that contains the separator in quotation marks.',
    ]);
  });

  it('with every word on a scale of numbers, its line counted through quoted line ends', () => {
    const text = 'unit,Ann,Bob\n"1\n1",1,2\n2,x,0x1f\n3,1e400,"2,5"';
    const found = faultsOf(text, { level: 'interval' });
    expect(found.map((fault) => fault.split(' is not a number')[0])).toEqual([
      'line 4, column 2 (Ann): “x”',
      'line 4, column 3 (Bob): “0x1f”',
      'line 5, column 2 (Ann): “1e400” is too large or too close to 0 to be squared and added up. Give the values in another unit.',
      'line 5, column 3 (Bob): “2,5”',
    ]);
  });

  it('with one coder, with none and with nothing', () => {
    expect(faultsOf('a\nb\na')[0]).toMatch(/^There is one column of ratings only/u);
    expect(faultsOf('unit,Ann\n1,a\n2,b')[0]).toMatch(/^There is one column of ratings only/u);
    expect(faultsOf('')[0]).toMatch(/^There are no ratings in the file/u);
    expect(faultsOf('\n\n')[0]).toMatch(/^There are no ratings in the file/u);
    expect(faultsOf('Ann,Bob', { header: true })[0]).toMatch(/^There are no ratings/u);
  });

  it('with a quotation mark that is not closed', () => {
    expect(faultsOf('a,b\n"a,b\na,b')[0]).toMatch(/^A quotation mark is opened on line 2/u);
    expect(faultsOf('a,b\n"a"x,b')[0]).toMatch(/^A quotation mark is opened on line 2/u);
  });
});

describe('what is written as CSV', () => {
  const cell = fc.oneof(
    fc.constantFrom('a', 'b', 'say "no"', 'a,b', 'a;b', 'two\nlines', 'x\ty', '1,5', '|', ''),
    fc.string({ maxLength: 5 }),
  );
  const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 6,
    }),
  );

  it('is read as it was', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, separator) => {
        const quoted = rows.map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator),
        );
        const expected = rows.map((row) =>
          row.map((text) => {
            const value = text.trim();
            return value === '' || value === 'NA' ? undefined : value;
          }),
        );
        const parsed = read(quoted.join('\n'), { header: false });
        expect(parsed.rows).toEqual(expected);
      }),
    );
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', ' ') }),
        (text) => {
          const parsed = parseRatingsCsv(text, { level: 'nominal' });
          if (parsed.ok) {
            const [first] = parsed.value.rows;
            for (const row of parsed.value.rows) expect(row).toHaveLength(first?.length ?? 0);
          } else {
            expect(parsed.fault.total).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
