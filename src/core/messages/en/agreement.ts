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
  'agreement.undefined.overlapInProject':
    'Annotations of one and the same coder overlap here, and this figure is made for stretches side by side. Use the alpha by character or F1, gamma (computed when asked for), or look at one code at a time.',
  'agreement.undefined.notWhole': (p: { place: number }) =>
    `Here is a place that is not a whole number (${p.place}), and this figure counts characters, or whatever places count, one by one. Give all places in a smaller unit, such as milliseconds for seconds.`,
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

  'agreement.undefined.noLinks':
    'No coder drew a link of this kind here, so there is nothing to compare.',
  'agreement.undefined.nothingDoubleCoded':
    'No document was coded by two coders, so there is nothing to compare. A document counts as coded where a coder annotated something or marked all of it as finished.',

  'agreement.note.alignment':
    'Annotations of two coders are about the same passage if they share a character and the code, or half of what they cover together and not the code; the closest are paired first. Codes and attributes are compared on passages that two or more coders marked, so read them beside the figures of stretches.',
  'agreement.note.notJoint': (p: { joint: number; documents: number }) =>
    `Not every coder coded every document: the alphas of stretches are over the ${count(p.joint, 'document', 'documents')} that all coded, all else is over the ${count(p.documents, 'document', 'documents')} that at least two coded.`,
  'agreement.note.withheld': (p: { n: number; names: string }) =>
    `${count(p.n, 'document is', 'documents are')} left out, for ${p.n === 1 ? 'its text is' : 'their texts are'} not at hand as ${p.n === 1 ? 'it was' : 'they were'} coded: ${p.names}. Nothing of it is lost; the notice at the opening of the project says what to do.`,
  'agreement.note.unfinished': (p: { n: number; names: string }) =>
    `${count(p.n, 'document is', 'documents are')} compared that not everybody who is to code ${p.n === 1 ? 'it' : 'them'} has finished (${p.names}): what they have not coded there yet counts as missed.`,
  'agreement.note.gamma': (p: { samples: number; seed: number }) =>
    `Gamma is set against what chance gives in ${count(p.samples, 'sample', 'samples')}, drawn with seed ${String(p.seed)}; ± says how far another seed may lead.`,
  'agreement.note.gammaNotProven':
    'The alignment of gamma is good, and it is not proven that no other is better; gamma may be a little higher.',
  'agreement.note.fewDocuments': (p: { documents: number }) =>
    `Intervals are drawn over documents, and here ${p.documents === 1 ? 'is' : 'are'} ${count(p.documents, 'document', 'documents')} only: take them as a rough hint.`,
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
  'agreement.note.noHeader':
    'The first line was taken as a unit, since it has a word twice. If it holds the names of coders, give each its own name.',
  'agreement.note.numberedLine': (p: { line: string }) =>
    `The first line (${p.line}) was taken as a unit. If it has the numbers of the coders, say so with --header.`,
  'agreement.note.mayNameUnits':
    'The first column was taken as a coder, though it is different for every unit. If it names the units, put “unit” above it.',
  'agreement.note.oneNumber': (p: { first: string; second: string }) =>
    `“${p.first}” and “${p.second}” are the same number, and every rating here is one, so they were taken as one category. If they are two, give the file words.`,
  'agreement.note.twoNumbers': (p: { first: string; second: string }) =>
    `“${p.first}” and “${p.second}” are the same number and were taken as two categories, since not every rating here is a plain number. If they are one, write them alike.`,
  'agreement.note.looksMissing': (p: { word: string }) =>
    `“${p.word}” was taken as a category. If it stands for a missing rating, say so with --missing "${p.word}".`,
  'agreement.note.codeAll': (p: { name: string }) =>
    `The figures of the code “all” stand under “${p.name}”, since “all” names those over all codes.`,
  'agreement.note.looksMissingJson': (p: { word: string }) =>
    `“${p.word}” was taken as a category. If it stands for a missing rating, put null in its place.`,
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
  'agreement.file.sameCoder': (p: { name: string }) =>
    `Two columns are both named “${p.name}”. Give each coder a name of their own, or leave the names out.`,
  'agreement.file.doubledKey':
    'This name stands here twice, so one of the two would be lost. Give each a name of its own, or put what belongs together under one.',
  'agreement.file.noRating':
    'A rating is a word, a number, true or false, or null where it is missing; this is none of them',
  'agreement.file.missing': (p: { name: string }) => `“${p.name}” is missing here`,
  'agreement.file.missingOneOf': (p: { name: string; words: string }) =>
    `“${p.name}” is missing here; it is one of ${p.words}`,
  'agreement.file.noneOf': (p: { given: string; words: string }) =>
    `${p.given} is none of ${p.words}`,
  'agreement.file.notInteger': (p: { given: string }) => `${p.given} is not a whole number`,
  'agreement.file.notHeld': 'This number is larger than a computer can hold',
  'agreement.file.tooSmall': (p: { given: string; least: number }) =>
    `${p.given} is too small: ${p.least.toLocaleString('en')} is the least`,
  'agreement.file.tooBig': (p: { given: string; most: number }) =>
    `${p.given} is too large: ${p.most.toLocaleString('en')} is the most`,
  'agreement.file.kind': (p: { found: string; expected: string }) =>
    `Here is ${p.found}, and ${p.expected} is needed`,
  'agreement.file.kind.list': 'a list [ ]',
  'agreement.file.kind.object': 'an object { }',
  'agreement.file.kind.word': 'a word in quotation marks',
  'agreement.file.kind.number': 'a number',
  'agreement.file.kind.truth': 'true or false',
  'agreement.file.kind.null': 'null',
  'agreement.file.headerOnly':
    'The file has one line, which looks like the names of the coders, and no ratings. Put a row for each unit below it; if it is a unit itself, say so with --no-header.',
  'agreement.file.noLength': 'A text has at least one character; give “length” how many there are',
  'agreement.file.noName': 'A code is a word or a number; this is neither',
  'agreement.file.size': (p: { cell: string }) =>
    `“${p.cell}” is too large or too close to 0 to be squared and added up. Give the values in another unit.`,
  'agreement.file.notNumber': (p: { cell: string; level: string }) =>
    `“${p.cell}” is not a number, which the level ${p.level} needs. Write it as in 3 or 2.5; leave it empty if the rating is missing; or use the level nominal${p.level === 'ordinal' ? ', or give the categories in their order' : ''}.`,
  'agreement.file.noValue': (p: { word: string }) =>
    `JSON does not know ${p.word}. Write null where a rating is missing, and a word in quotation marks.`,
  'agreement.file.quotedNumber': (p: { cell: string; level: string }) =>
    `“${p.cell}” is in quotation marks, and the level ${p.level} needs numbers. Write ${p.cell} without them, and null where a rating is missing.`,
  'agreement.file.declaredNotNumber': (p: { cell: string; level: string }) =>
    `“${p.cell}” is declared as a category and is not a number, which the level ${p.level} needs. Declare numbers, declare none, or use the level ordinal.`,
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
    'Compute the agreement of a project’s coders, or of ratings or stretches from elsewhere.',
  'cli.agreement.ratings':
    'a file of ratings: CSV (a row a unit, a column a coder) or JSON; - reads the standard input',
  'cli.agreement.continuum':
    'a JSON file of stretches that coders marked on one text; - reads the standard input',
  'cli.agreement.samples':
    'how many samples gamma is set against (of stretches in a file: as it says, or 300; of a project: no gamma unless given)',
  'cli.agreement.level': 'level of CSV ratings: nominal (default), ordinal, interval or ratio',
  'cli.agreement.categories':
    'the categories of CSV ratings in their order, used or not; words at the level ordinal need it',
  'cli.agreement.missing': 'words in CSV that stand for a missing rating, beside nothing and NA',
  'cli.agreement.header': 'the first line of CSV names the coders (default: decided by looking)',
  'cli.agreement.noHeader': 'the first line of CSV is a unit',
  'cli.agreement.bootstrap': 'intervals of 95% over units, from this many draws, such as 2000',
  'cli.agreement.seed': 'the seed of what is drawn (default: as the file says, or 1)',
  'cli.agreement.nothing':
    'Say what to compare: a project folder, --ratings <file> or --continuum <file>.',
  'cli.agreement.folder': 'project folder whose coders are compared',
  'cli.agreement.codersOption': 'only these coders, by name or id',
  'cli.agreement.documentsOption': 'only these documents, by title, file name or id',
  'cli.agreement.finished': 'only documents that the coder marked as finished',
  'cli.agreement.codeOption': 'only what is said of this code, by name or id',
  'cli.agreement.attributeOption': 'only what is said of this attribute, by name or id',
  'cli.agreement.measure': 'print this figure alone, such as krippendorffAlpha or spanF1.exact',
  'cli.agreement.differencesOption': 'list the passages on which the coders differ',
  'cli.agreement.noCode': (p: { given: string; known: string }) =>
    `There is no code “${p.given}”. The codebook has ${p.known}.`,
  'cli.agreement.noAttribute': (p: { given: string; known: string }) =>
    `There is no attribute “${p.given}”. There are ${p.known}.`,
  'cli.agreement.noMeasure': (p: { given: string; known: string }) =>
    `There is no figure “${p.given}” here. There are ${p.known}.`,
  'cli.agreement.compared': (p: {
    coders: string;
    documents: number;
    passages: number;
    alike: number;
  }) =>
    `${p.coders} on ${count(p.documents, 'document', 'documents')}: ${count(p.passages, 'passage', 'passages')}, of which ${p.alike} alike.`,
  'cli.agreement.differences': (p: { kinds: string }) => `Passages that differ: ${p.kinds}.`,
  'cli.agreement.about': (p: { revision: number; hash: string }) =>
    `Codebook revision ${p.revision}; content ${p.hash}.`,
  'cli.agreement.kind.missed': 'missed',
  'cli.agreement.kind.code': 'code',
  'cli.agreement.kind.boundary': 'boundary',
  'cli.agreement.kind.attribute': 'attribute',
  'cli.agreement.kind.part': 'part',
  'cli.agreement.kind.relation': 'relation',
  'cli.agreement.level.nominal': 'nominal',
  'cli.agreement.level.ordinal': 'ordinal',
  'cli.agreement.level.interval': 'interval',
  'cli.agreement.level.ratio': 'ratio',
  'cli.agreement.sameStretch': 'Same stretch',
  'cli.agreement.sameCode': 'Same code and values',
  'cli.agreement.sameLink': 'Same link',
  'cli.agreement.codes': 'code',
  'cli.agreement.levelOf': 'Level',
  'cli.agreement.passages': 'Passages',
  'cli.agreement.linkCount': 'Links',
  'cli.agreement.document': 'Document',
  'cli.agreement.coders': 'Coders',
  'cli.agreement.codeAlpha': 'code alpha',
  'cli.agreement.encoding': (p: { file: string }) =>
    `${p.file} is not UTF-8 text. Save it again as “CSV UTF-8” (or as JSON in UTF-8), which spreadsheets offer beside plain CSV.`,
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
  'cli.agreement.moreCategories': (p: { shown: number; left: number }) =>
    `These are the ${p.shown} categories that were given most often. There ${p.left === 1 ? 'is' : 'are'} ${count(p.left, 'more', 'more')}; --json prints all of them.`,
  'cli.agreement.code': 'Code',
  'cli.agreement.unitCount': 'Units',
  'cli.agreement.jointUnitCount': 'Units all coded',
  'cli.agreement.all': '(all)',
  'cli.agreement.figure': 'Figure',
  'cli.agreement.value': 'Value',
  'cli.agreement.interval': '95% interval',
  'cli.agreement.weighted': 'Weighted',
  'cli.agreement.category': 'Category',
  'cli.agreement.ratingCount': 'Ratings',
  'cli.agreement.undefined': 'Not defined',
} as const;
