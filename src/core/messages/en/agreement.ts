import { count } from './plural';

/** Agreement between coders: why a figure is not defined, what to mind about one, and its names on a terminal. */
export const agreement = {
  'agreement.otherThan': (p: { category: string }) => `other than ${p.category}`,

  'agreement.noCode': '(no code)',

  'agreement.undefined.oneCoder':
    'There are fewer than two coders, so there is nothing to compare. Let a second person code the same text.',
  'agreement.undefined.noUnits':
    'No coder marked anything here, so there is nothing to compare. That all left it bare is agreement that this figure cannot count.',
  'agreement.undefined.overlap': (p: { coder: number; first: string; second: string }) =>
    `Coder ${p.coder} has units that overlap (${p.first} and ${p.second}), and this figure is made for stretches side by side. Use gamma, the character-level figures or the F1 of spans, or look at one code at a time.`,
  'agreement.undefined.nothingShared':
    'No unit was rated by two coders, so there is nothing to compare. Give the same units to at least two coders.',
  'agreement.undefined.oneCategory': (p: { category: string }) =>
    `Every rating that can be compared is “${p.category}”. Without any variation, agreement cannot be told from chance; report the percent agreement and how often each category was used.`,
  'agreement.undefined.noChanceDisagreement':
    'Chance alone would make these coders agree on everything, so nothing can be said beyond chance; report the percent agreement.',
  'agreement.undefined.twoCoders': (p: { coders: number; instead: string }) =>
    `This is a figure for two coders, and here are ${count(p.coders, 'coder', 'coders')}. Use ${p.instead}, or compare two coders at a time.`,
  'agreement.undefined.idleCoder': (p: { coder: number }) =>
    `Coder ${p.coder} rated nothing, so how that coder uses the categories is not known. Leave this coder out.`,
  'agreement.undefined.noOrder':
    'Nominal categories have no order, so there are no weights between them. Say that the level is ordinal, interval or ratio if the categories have one.',
  'agreement.undefined.notRatio':
    'A ratio scale has no values below 0, and there are some here. Use the level interval.',
  'agreement.undefined.tooFewUnits': (p: { units: number }) =>
    `Here ${p.units === 1 ? 'is' : 'are'} ${count(p.units, 'unit', 'units')}; an interval needs at least 2 to draw from.`,
  'agreement.undefined.mostDrawsUndefined': (p: { undefined: number; draws: number }) =>
    `The figure is not defined in ${p.undefined.toLocaleString('en')} of ${count(p.draws, 'draw', 'draws')}, so an interval would describe only the lucky ones. More units are needed.`,

  'agreement.note.paradox': (p: {
    percent: string;
    alpha: string;
    category: string;
    share: string;
  }) =>
    `The coders agree on ${p.percent} of what they compare, yet alpha is ${p.alpha}: ${p.share} of all ratings are “${p.category}”, so chance alone would make them agree nearly as often. Agreement on the rare categories decides here, and it is low. Report both figures and how often each category was used.`,
  'agreement.note.header': 'The first line was taken as the names of the coders.',
  'agreement.note.unitColumn': (p: { name: string }) =>
    `The first column${p.name === '' ? '' : ` (“${p.name}”)`} was taken as the names of the units.`,
  'agreement.note.notAvailable': (p: { n: number }) =>
    `${count(p.n, 'cell', 'cells')} “NA” ${p.n === 1 ? 'was' : 'were'} taken as missing. If NA is a category of yours, call it something else.`,
  'agreement.note.unknownKey': (p: { key: string }) =>
    `“${p.key}” is not known here and was left aside.`,

  'agreement.place.line': (p: { line: number }) => `line ${p.line}`,
  'agreement.place.cell': (p: { line: number; column: number; name: string }) =>
    `line ${p.line}, column ${p.column}${p.name === '' ? '' : ` (${p.name})`}`,

  'agreement.file.quote': (p: { line: number }) =>
    `A quotation mark is opened on line ${p.line} and not closed where a cell ends. Put two of them where one is meant, and one at both ends of the cell.`,
  'agreement.file.noRatings':
    'There are no ratings in the file. It needs a row for each unit and a column for each coder.',
  'agreement.file.oneCoder':
    'There is one column of ratings only, and agreement needs at least two coders. Give each coder a column; columns are separated by commas, semicolons or tabs.',
  'agreement.file.raggedLine': (p: { found: number; expected: number }) =>
    `Here ${p.found === 1 ? 'is' : 'are'} ${count(p.found, 'cell', 'cells')}, but the first line has ${p.expected}. Leave a cell empty where a rating is missing, and put a cell that contains the separator in quotation marks.`,
  'agreement.file.raggedRow': (p: { found: number; expected: number }) =>
    `Here ${p.found === 1 ? 'is' : 'are'} ${count(p.found, 'rating', 'ratings')}, but the first row has ${p.expected}. Put null where a rating is missing.`,
  'agreement.file.notNumber': (p: { cell: string; level: string }) =>
    `“${p.cell}” is not a number, which the level ${p.level} needs. Write it as in 3 or 2.5; leave it empty if the rating is missing; or use the level nominal${p.level === 'ordinal' ? ', or give the categories in their order' : ''}.`,
  'agreement.file.notCategory': (p: { cell: string; categories: string }) =>
    `“${p.cell}” is not among the categories that were given: ${p.categories}. Add it to them, or correct it.`,
  'agreement.file.oneCoderOfStretches':
    'There are fewer than two coders in the file, and agreement needs at least two. Give each coder a list under “coders”; it may be empty.',
  'agreement.file.emptyUnit': (p: { start: number; end: number }) =>
    `This unit begins at ${p.start} and ends at ${p.end}. The end must come after the start: it is the place after the last character.`,
  'agreement.file.unitOutside': (p: { start: number; end: number; begin: number; last: number }) =>
    `This unit (${p.start} to ${p.end}) does not lie in the text, which goes from ${p.begin} to ${p.last}. Correct it, or the length of the text.`,
  'agreement.file.schema': (p: { problem: string }) =>
    `${p.problem}. docs/agreement.md shows the form of the file.`,

  'cli.agreement.description':
    'Compute agreement coefficients for ratings or annotations from elsewhere.',
  'cli.agreement.ratings':
    'a file of ratings: CSV (a row a unit, a column a coder) or JSON; - reads the standard input',
  'cli.agreement.continuum':
    'a JSON file of stretches that coders marked on one text; - reads the standard input',
  'cli.agreement.samples':
    'how many samples gamma is set against (default: as the file says, or 300)',
  'cli.agreement.level': 'level of CSV ratings: nominal (default), ordinal, interval or ratio',
  'cli.agreement.categories':
    'the categories of CSV ratings in their order, used or not; words at the level ordinal need it',
  'cli.agreement.missing': 'words in CSV that stand for a missing rating, beside nothing and NA',
  'cli.agreement.header': 'the first line of CSV names the coders (default: decided by looking)',
  'cli.agreement.noHeader': 'the first line of CSV is a unit',
  'cli.agreement.bootstrap': 'intervals of 95% over units, from this many draws, such as 2000',
  'cli.agreement.seed': 'the seed of what is drawn (default: as the file says, or 1)',
  'cli.agreement.nothing': 'Say what to compare: --ratings <file> or --continuum <file>.',
  'cli.agreement.both':
    'Ratings and stretches are compared by different figures. Give one of --ratings and --continuum at a time.',
  'cli.agreement.noLevel': (p: { given: string; known: string }) =>
    `There is no level “${p.given}”. The levels are: ${p.known}.`,
  'cli.agreement.otherLevel': (p: { given: string; said: string }) =>
    `The file says that its level is ${p.said}, and --level says ${p.given}. Leave --level out, or change the file.`,
  'cli.agreement.noNumber': (p: { option: string; given: string; least: number; most: number }) =>
    `${p.option} cannot be “${p.given}”. Give a whole number from ${p.least.toLocaleString('en')} to ${p.most.toLocaleString('en')}.`,
  'cli.agreement.counts': (p: {
    level: string;
    units: number;
    unitsCompared: number;
    coders: number;
    ratings: number;
    missing: number;
  }) =>
    `${count(p.units, 'unit', 'units')}, ${p.unitsCompared.toLocaleString('en')} of them rated by two or more of ${count(p.coders, 'coder', 'coders')}; ${count(p.ratings, 'rating', 'ratings')}, ${p.missing.toLocaleString('en')} missing; level ${p.level}`,
  'cli.agreement.stretches': (p: { units: number; coders: number; length: number }) =>
    `${count(p.units, 'unit', 'units')} of ${count(p.coders, 'coder', 'coders')} on ${count(p.length, 'character', 'characters')}`,
  'cli.agreement.gamma': (p: {
    disorder: string;
    expected: string;
    samples: number;
    seed: number;
    margin: string;
  }) =>
    `gamma: disorder ${p.disorder}, by chance ${p.expected} (${count(p.samples, 'sample', 'samples')}, seed ${p.seed}; another seed changes gamma by about ${p.margin} at most)`,
  'cli.agreement.notProven':
    'The alignment of gamma is good, and it is not proven that no other is better; gamma may be a little higher.',
  'cli.agreement.code': 'Code',
  'cli.agreement.unitCount': 'Units',
  'cli.agreement.all': '(all)',
  'cli.agreement.figure': 'Figure',
  'cli.agreement.value': 'Value',
  'cli.agreement.interval': '95% interval',
  'cli.agreement.weighted': 'Weighted',
  'cli.agreement.category': 'Category',
  'cli.agreement.ratingCount': 'Ratings',
  'cli.agreement.undefined': 'Not defined',
} as const;
