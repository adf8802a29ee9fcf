// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Covers that may lie over one word. */
const DEEPEST = 5;

/**
 * A passage to annotate, in UTF-16 code units, end exclusive.
 * @typedef {{ readonly start: number, readonly end: number }} Passage
 */

/**
 * @typedef {object} LongText
 * @property {string} text paragraphs with a blank line between them
 * @property {readonly string[]} paragraphs
 * @property {readonly Passage[]} passages from one word to three paragraphs long, in no order
 * @property {number} words
 */

/**
 * A text of about `words` words in the vocabulary of the texts in `documents`, and passages in it; the same for the
 * same seed. The first paragraph holds a passage, so that the first screen has something to paint.
 * @param {{ documents: string, words: number, annotations: number, seed: number }} given
 * @returns {Promise<LongText>}
 */
export async function createLongText({ documents, words, annotations, seed }) {
  const random = createRandom(seed);
  const vocabulary = await readVocabulary(documents);
  /** @type {string[]} */
  const paragraphs = [];
  /** @type {Passage[]} */
  const places = [];
  /** @type {number[]} index of the first word of each paragraph */
  const firstWords = [];
  let at = 0;
  while (places.length < words) {
    firstWords.push(places.length);
    const written = writeParagraph(vocabulary, random);
    for (const { start, end } of written.places) places.push({ start: at + start, end: at + end });
    paragraphs.push(written.text);
    at += written.text.length + 2;
  }
  const text = paragraphs.join('\n\n');
  const passages = choosePassages(places, firstWords, annotations, random);
  return { text, paragraphs, passages, words: places.length };
}

/** @param {string} folder */
async function readVocabulary(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join(' ').match(/[A-Za-z][A-Za-z’-]*[a-z]/gu) ?? [];
}

/**
 * Three to eight sentences of 8 to 28 words.
 * @param {readonly string[]} vocabulary
 * @param {Random} random
 */
function writeParagraph(vocabulary, random) {
  let text = '';
  /** @type {Passage[]} */
  const places = [];
  for (let sentences = 3 + random.below(6); sentences > 0; sentences -= 1) {
    const length = 8 + random.below(21);
    for (let n = 0; n < length; n += 1) {
      const word = vocabulary[random.below(vocabulary.length)] ?? 'word';
      if (text !== '') text += ' ';
      places.push({ start: text.length, end: text.length + word.length });
      text += n === 0 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
    }
    text += '.';
  }
  return { text, places };
}

/**
 * Half of the passages are up to twelve words long, a third up to sixty, the rest one to three whole paragraphs; no
 * word is covered by more than `DEEPEST`.
 * @param {readonly Passage[]} words
 * @param {readonly number[]} firstWords
 * @param {number} count
 * @param {Random} random
 */
function choosePassages(words, firstWords, count, random) {
  const depth = new Uint8Array(words.length);
  const taken = new Set();
  /** @type {Passage[]} */
  const passages = [];
  for (let tries = 0; passages.length < count && tries < count * 50; tries += 1) {
    const [from, to] =
      passages.length === 0 ? [2, 8] : chooseWords(words.length, firstWords, random);
    if (taken.has(`${from} ${to}`)) continue;
    if (depth.subarray(from, to).some((n) => n >= DEEPEST)) continue;
    taken.add(`${from} ${to}`);
    for (let n = from; n < to; n += 1) depth[n] = (depth[n] ?? 0) + 1;
    passages.push({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
  }
  return passages;
}

/**
 * @param {number} words
 * @param {readonly number[]} firstWords
 * @param {Random} random
 * @returns {[from: number, to: number]} words, end exclusive
 */
function chooseWords(words, firstWords, random) {
  const kind = random.below(100);
  if (kind < 85) {
    const from = random.below(words);
    return [from, Math.min(words, from + 1 + random.below(kind < 50 ? 12 : 60))];
  }
  const paragraph = random.below(firstWords.length);
  const after = paragraph + 1 + random.below(3);
  return [firstWords[paragraph] ?? 0, firstWords[after] ?? words];
}

/** @typedef {{ below(limit: number): number }} Random */

/**
 * Mulberry32: small, fast and the same everywhere.
 * @param {number} seed
 * @returns {Random}
 */
function createRandom(seed) {
  let state = seed >>> 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
    },
  };
}
