// @ts-check
/* global document, window, requestAnimationFrame, NodeFilter, MessageChannel, MutationObserver, PerformanceObserver */

/*
 * Runs inside the page, of the app and of the floor alike: one function, given to the page whole, so it uses nothing
 * from outside itself. It knows of the page only what every version has: the reader's scroller, the text's box, its
 * paragraphs, and the list of documents.
 */

/**
 * @typedef {object} Painted
 * @property {number} wall milliseconds from the key to the end of the frame that shows the highlight
 * @property {number} work the same without the time spent waiting for that frame to begin
 */

/**
 * @typedef {object} Opened
 * @property {number} first milliseconds from the click to the end of the first frame with highlighted text
 * @property {number} all milliseconds to the end of the frame with which all paragraphs are there
 * @property {number} longest the longest task on the way, in which the page could not answer, milliseconds; 0 below 50
 */

/**
 * @typedef {object} Scrolled
 * @property {number} frames
 * @property {number} long share of frames that took longer than one and a half of the screen's
 * @property {number} blank share of looked-at places where the frame showed no text
 * @property {number} bare share of looked-at paragraphs that have annotations and showed none
 */

/**
 * @typedef {object} Probe
 * @property {() => { x: number, y: number, top: number, bottom: number }} scrollBar where to take hold of the thumb
 * @property {(share: number) => void} scrollTo
 * @property {() => number} scrolled share of the way to the end
 * @property {(share: number) => { x: number, y: number } | undefined} aimAtWord a word on the screen, for a double click
 * @property {() => void} awaitKey
 * @property {() => Promise<Painted>} painted
 * @property {() => void} awaitFrame like awaitKey, for a key that paints no highlight
 * @property {(index: number, first: string, paragraphs: number) => Promise<Opened>} open
 * @property {(annotated: readonly number[]) => void} watchScrolling
 * @property {() => Scrolled} stopWatching
 */

/** @returns {Probe} */
export function installProbe() {
  /** Milliseconds that a highlight may take. */
  const PATIENCE = 10_000;
  /** @type {{ paragraph: Element, offset: number, before: Set<string> } | undefined} */
  let target;
  /** @type {WeakMap<Element, Set<number>>} words that were aimed at, by where they begin */
  const used = new WeakMap();
  /** @type {Promise<Painted> | undefined} */
  let key;
  /** @type {() => Scrolled} */
  let stop = () => ({ frames: 0, long: 0, blank: 0, bare: 0 });

  const box = () => document.querySelector('[role=textbox]');
  const scroller = () => /** @type {Element} */ (document.querySelector('[data-testid=reader]'));

  /** Resolves right after the browser has laid out and painted the next frame. */
  const nextFrame = () =>
    new Promise((/** @type {(at: { began: number, ended: number }) => void} */ resolve) => {
      requestAnimationFrame(() => {
        const began = performance.now();
        nextTask().then((ended) => resolve({ began, ended }));
      });
    });

  /** After what is being done now: asked in a frame's callback, after that frame. */
  const nextTask = () =>
    new Promise((/** @type {(at: number) => void} */ resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve(performance.now());
      };
      channel.port2.postMessage(0);
    });

  /**
   * @param {Element} paragraph
   * @param {number} offset
   */
  const nodeAt = (paragraph, offset) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (left < length) return { node, local: left };
      left -= length;
    }
    return undefined;
  };

  /** The classes of all that is painted over the watched word. */
  const classesAtTarget = () => {
    const classes = new Set();
    if (target === undefined) return classes;
    let element = nodeAt(target.paragraph, target.offset)?.node.parentElement;
    while (element && element !== target.paragraph) {
      for (const name of element.classList) classes.add(name);
      element = element.parentElement;
    }
    return classes;
  };

  const isMarked = () => {
    for (const name of classesAtTarget()) if (!target?.before.has(name)) return true;
    return false;
  };

  const paragraphsOnScreen = () => {
    const frame = scroller().getBoundingClientRect();
    const middle = frame.left + frame.width / 2;
    const found = new Set();
    for (let y = frame.top + 120; y < frame.bottom - 120; y += 12) {
      const paragraph = document.elementFromPoint(middle, y)?.closest('[role=textbox] p');
      if (paragraph) found.add(paragraph);
    }
    return [...found];
  };

  /** @type {Probe} */
  const probe = {
    scrollBar() {
      const element = scroller();
      const frame = element.getBoundingClientRect();
      const width = frame.width - element.clientWidth;
      return {
        x: frame.right - width / 2,
        y: frame.top + 8,
        top: frame.top + 8,
        bottom: frame.bottom,
      };
    },
    scrollTo(share) {
      const element = scroller();
      element.scrollTop = share * (element.scrollHeight - element.clientHeight);
    },
    scrolled() {
      const element = scroller();
      return element.scrollTop / Math.max(1, element.scrollHeight - element.clientHeight);
    },
    aimAtWord(share) {
      const paragraphs = paragraphsOnScreen().filter((one) => one.textContent.length > 100);
      const paragraph = paragraphs[Math.floor(share * paragraphs.length)];
      if (paragraph === undefined) return undefined;
      const words = [...paragraph.textContent.matchAll(/(?<=\s)[a-z]{5,}(?=\s)/gu)];
      const frame = scroller().getBoundingClientRect();
      for (let n = 0; n < words.length; n += 1) {
        const word = words[(n + Math.floor(share * 97)) % words.length];
        const place = nodeAt(paragraph, (word?.index ?? 0) + 2);
        if (word === undefined || place === undefined) continue;
        if (used.get(paragraph)?.has(word.index)) continue;
        const range = document.createRange();
        range.setStart(place.node, place.local);
        range.setEnd(place.node, place.local + 1);
        const letter = range.getBoundingClientRect();
        const point = { x: letter.left + letter.width / 2, y: letter.top + letter.height / 2 };
        if (point.y < frame.top + 100 || point.y > frame.bottom - 100) continue;
        if (!paragraph.contains(document.elementFromPoint(point.x, point.y))) continue;
        target = { paragraph, offset: word.index + 2, before: new Set() };
        used.set(paragraph, new Set([...(used.get(paragraph) ?? []), word.index]));
        return point;
      }
      return undefined;
    },
    awaitKey() {
      if (target === undefined) throw new Error('No word was aimed at.');
      target.before = classesAtTarget();
      key = new Promise((resolve, reject) => {
        const onKey = async () => {
          const pressed = performance.now();
          const handled = nextTask();
          let { began, ended } = await nextFrame();
          while (!isMarked()) ({ began, ended } = await nextFrame());
          const waited = Math.max(0, began - (await handled));
          resolve({ wall: ended - pressed, work: ended - pressed - waited });
        };
        window.addEventListener('keydown', () => void onKey(), { capture: true, once: true });
        setTimeout(() => reject(new Error('After the key no highlight was painted.')), PATIENCE);
      });
    },
    awaitFrame() {
      key = new Promise((resolve) => {
        const onKey = async () => {
          const pressed = performance.now();
          const handled = nextTask();
          const { began, ended } = await nextFrame();
          const waited = Math.max(0, began - (await handled));
          resolve({ wall: ended - pressed, work: ended - pressed - waited });
        };
        window.addEventListener('keydown', () => void onKey(), { capture: true, once: true });
      });
    },
    painted() {
      return key ?? Promise.reject(new Error('No key is awaited.'));
    },
    open(index, first, paragraphs) {
      const item = document.querySelectorAll('nav li')[index];
      const button = /** @type {{ click(): void } | null | undefined} */ (
        /** @type {unknown} */ (item?.querySelector('button'))
      );
      if (!button) throw new Error(`There is no document ${index} in the list.`);
      const needsHighlight = document.title !== 'Floor';
      return new Promise((resolve) => {
        const began = performance.now();
        let isFirst = false;
        let firstEnded = 0;
        let longest = 0;
        let isWaiting = true;
        const tasks = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        tasks.observe({ type: 'longtask' });
        const look = () => {
          const text = box();
          const found = text?.getElementsByTagName('p');
          if (!text || !found || !found[0]?.textContent.startsWith(first)) return;
          if (!isFirst && (!needsHighlight || text.querySelector('p [class]') !== null)) {
            isFirst = true;
            void nextFrame().then(({ ended }) => {
              firstEnded = ended - began;
            });
          }
          if (isFirst && isWaiting && found.length >= paragraphs) {
            isWaiting = false;
            observer.disconnect();
            void nextFrame().then(({ ended }) => {
              // The list of long tasks comes a moment later.
              setTimeout(() => {
                tasks.disconnect();
                resolve({ first: firstEnded, all: ended - began, longest });
              }, 200);
            });
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true });
        button.click();
      });
    },
    watchScrolling(annotated) {
      const expected = new Set(annotated.map(String));
      /** @type {number[]} */
      const times = [];
      const seen = { places: 0, blank: 0, annotated: 0, bare: 0 };
      let isOn = true;
      const onFrame = (/** @type {number} */ now) => {
        if (!isOn) return;
        times.push(now);
        // What content-visibility skips is decided within the frame.
        void nextTask().then(look);
        requestAnimationFrame(onFrame);
      };
      const look = () => {
        const frame = scroller().getBoundingClientRect();
        const x = frame.left + frame.width / 2;
        for (let part = 1; part <= 5; part += 1) {
          const y = frame.top + (frame.height * part) / 6;
          const paragraph = [0, 14, -14]
            .map((shift) => document.elementFromPoint(x, y + shift)?.closest('[role=textbox] p'))
            .find((one) => one);
          seen.places += 1;
          if (!paragraph) seen.blank += 1;
          else if (expected.has(paragraph.getAttribute('data-number') ?? '')) {
            seen.annotated += 1;
            if (paragraph.querySelector('[class]') === null) seen.bare += 1;
          }
        }
      };
      requestAnimationFrame(onFrame);
      stop = () => {
        isOn = false;
        const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
        const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
        return {
          frames: gaps.length,
          long: gaps.filter((gap) => gap > 1.5 * Math.max(usual, 16)).length / gaps.length,
          blank: seen.blank / seen.places,
          bare: seen.annotated === 0 ? 0 : seen.bare / seen.annotated,
        };
      };
    },
    stopWatching: () => stop(),
  };
  return probe;
}
