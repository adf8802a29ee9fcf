// @ts-check
/** `npm run bench [-- options]`: what the built app takes for what people do most, as medians and ratios. */
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../scripts/child.mjs';
import { needsVirtualDisplay, NO_DISPLAY, underDisplay } from '../scripts/display.mjs';
import { runScript } from '../scripts/failure.mjs';
import { root } from '../scripts/places.mjs';
import { prepareElectron } from '../scripts/prepare.mjs';
import { readArguments, USAGE } from './arguments.mjs';

/** Linux's number for a disk in memory, where saving costs nothing. */
const TMPFS = 0x01021994;
/** Saves are short, so there can be more of them. */
const LEAST_SAVES = 9;

await runScript(async () => {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const runtime = await prepareElectron();
  if (needsVirtualDisplay()) {
    console.log(NO_DISPLAY);
    const again = [import.meta.filename, ...process.argv.slice(2)];
    const { command, args } = underDisplay(process.execPath, again);
    return (await run(command, args)).code;
  }
  const work = await mkdtemp(join(await realDisk(), 'postil-bench-'));
  try {
    await measure(options, runtime, work);
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
});

/**
 * @param {import('./arguments.mjs').BenchOptions} options
 * @param {import('../scripts/electron-state.mjs').Runtime} runtime
 * @param {string} work
 */
async function measure({ against, only, runs, quick, seed, out, verbose }, runtime, work) {
  // Loaded here because these files use npm packages themselves.
  const { prepareContenders } = await import('./contenders.mjs');
  const { createLongText } = await import('./long-text.mjs');
  const { measureAgreement } = await import('./measure-agreement.mjs');
  const { measureComparison } = await import('./measure-comparison.mjs');
  const { measureCrowd } = await import('./measure-crowd.mjs');
  const { measureJournal } = await import('./measure-journal.mjs');
  const { measureLarge } = await import('./measure-large.mjs');
  const { measureMerging } = await import('./measure-merging.mjs');
  const { measureRatings } = await import('./measure-ratings.mjs');
  const { measureReading } = await import('./measure-reading.mjs');
  const { measureSave } = await import('./measure-save.mjs');
  const { measureSaved } = await import('./measure-saved.mjs');
  const { measureSoak } = await import('./measure-soak.mjs');
  const { measureStart } = await import('./measure-start.mjs');
  const { measureTypeAhead } = await import('./measure-type-ahead.mjs');
  const { createRecords } = await import('./records.mjs');
  const { formatReport } = await import('./report.mjs');

  const contenders = await prepareContenders(work, against);
  const size = quick
    ? { words: 50_000, annotations: 1_001 }
    : { words: 500_000, annotations: 10_001 };
  const long = await createLongText({ documents: join(root, 'documents'), seed, ...size });
  console.log(
    [
      `Electron ${runtime.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()})`,
      `Long text, seed ${seed}: ${(long.text.length / 1e6).toFixed(1)} MB, ${long.words} words, ` +
        `${long.paragraphs.length} paragraphs, ${long.passages.length} annotations`,
      `${runs} runs, contenders in turn: ${contenders.map(({ name }) => name).join(', ')}`,
    ].join('\n'),
  );
  const records = createRecords(verbose ? console.log : () => {});
  if (only.includes('start'))
    await measureStart(contenders, runtime.executable, work, runs, records);
  const wanted = { key: only.includes('key'), open: only.includes('open') };
  if (wanted.key || wanted.open)
    await measureReading(
      { contenders, executable: runtime.executable, work, long, runs, records },
      wanted,
    );
  if (only.includes('save'))
    await measureSave(contenders, long, work, Math.max(LEAST_SAVES, runs), records);
  if (only.includes('saved')) await measureSaved(contenders, long, work, runs, quick, records);
  if (only.includes('type-ahead')) await measureTypeAhead(contenders, runs, records);
  if (only.includes('agreement')) {
    await measureAgreement(contenders, runs, quick, seed, records);
    await measureRatings(contenders, runs, quick, seed, records);
  }
  if (only.includes('comparison')) await measureComparison(contenders, runs, quick, seed, records);
  if (only.includes('merging')) await measureMerging(contenders, work, runs, quick, seed, records);
  if (only.includes('crowd')) {
    const given = { contenders, executable: runtime.executable, work, runs, seed };
    await measureCrowd(given, quick, records);
  }
  if (only.includes('large')) {
    const given = { contenders, executable: runtime.executable, work, runs, seed };
    await measureLarge(given, quick, records);
  }
  if (only.includes('journal')) {
    const given = { contenders, executable: runtime.executable, work, long, runs };
    await measureJournal(given, quick, records);
  }
  if (only.includes('soak')) await measureSoak(contenders, long, work, quick, records);
  console.log(`\n${formatReport(records)}`);
  if (out !== undefined) await writeFile(out, `${JSON.stringify(records.all(), null, 2)}\n`);
}

/** The folder for passing things, or where that is in memory, one that is not. */
async function realDisk() {
  for (const folder of [tmpdir(), '/var/tmp']) {
    const known = await statfs(folder).catch(() => undefined);
    if (known !== undefined && known.type !== TMPFS) return folder;
  }
  return root;
}
