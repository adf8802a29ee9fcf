import { describe, expect, it } from 'vitest';
import { parseContinuum } from '../../../../src/core/codecs/continuum/parse';
import { parseRatingsJson } from '../../../../src/core/codecs/ratings/parse-json';
import { describeFault } from '../../../../src/core/result';

const END = '. docs/agreement.md shows the form of the file.';

describe('what is wrong with a file that a script wrote', () => {
  it.each([
    ['{"level":"nominal"}', ['ratings: “ratings” is missing here']],
    [
      '{"ratings":[[1,2]]}',
      ['level: “level” is missing here; it is one of nominal, ordinal, interval, ratio'],
    ],
    [
      '{"level":"metric","ratings":[[1,2]]}',
      ['level: "metric" is none of nominal, ordinal, interval, ratio'],
    ],
    [
      '{"level":"nominal","ratings":[1,[1,2],null]}',
      [
        'ratings[0]: Here is a number, and a list [ ] is needed',
        'ratings[2]: Here is null, and a list [ ] is needed',
      ],
    ],
    ['[[1,2],[1,2]]', ['Here is a list [ ], and an object { } is needed']],
  ])('is said of ratings: %s', (text, sentences) => {
    const parsed = parseRatingsJson(text);
    expect(parsed.ok ? [] : parsed.fault.faults.map(describeFault)).toEqual(
      sentences.map((sentence) => sentence + END),
    );
  });

  it.each([
    [
      '{"length":"10","coders":{}}',
      'length: Here is a word in quotation marks, and a number is needed',
    ],
    ['{"length":10,"coders":[]}', 'coders: Here is a list [ ], and an object { } is needed'],
    ['{"length":true,"coders":{}}', 'length: Here is true or false, and a number is needed'],
    ['{"length":1e400,"coders":{}}', 'length: This number is larger than a computer can hold'],
    [
      '{"length":0,"coders":{}}',
      'length: A text has at least one character; give “length” how many there are',
    ],
    ['{"length":9,"coders":{},"seed":-1}', 'seed: -1 is too small: 0 is the least'],
    ['{"length":9,"coders":{},"seed":1.5}', 'seed: 1.5 is not a whole number'],
    [
      '{"length":9,"coders":{},"samples":1e9}',
      'samples: 1000000000 is too large: 100,000 is the most',
    ],
    [
      '{"length":9,"coders":{"a":[{"end":3,"code":"x"}]}}',
      'coders.a[0].start: “start” is missing here',
    ],
    [
      '{"length":9,"coders":{"a":[{"start":1,"end":3,"code":null}]}}',
      'coders.a[0].code: A code is a word or a number; this is neither',
    ],
  ])('is said of stretches: %s', (text, sentence) => {
    const parsed = parseContinuum(text);
    expect(parsed.ok ? [] : parsed.fault.faults.map(describeFault)).toEqual([sentence + END]);
  });
});
