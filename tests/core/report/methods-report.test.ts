import { describe, expect, it } from 'vitest';
import type { CoderId, TeamActId, Timestamp } from '../../../src/core/ids';
import type { Project } from '../../../src/core/project/project';
import { methodsParagraph } from '../../../src/core/report/methods-paragraph';
import { createMethodsReport, type MethodsReport } from '../../../src/core/report/methods-report';
import { rowsToRead } from '../../../src/core/report/rows-to-read';
import { reportFormatOf, serializeReport } from '../../../src/core/report/serialize-report';
import type { TeamDeed } from '../../../src/core/team/team-act';
import { planVerdict } from '../../../src/core/adjudication/plan-verdict';
import { adjudicationIn, adjudicator, after } from '../../support/adjudicating';
import { annotationOf, projectWith } from '../../support/linked-project';
import { timeAt } from '../../support/random-annotation';

const AT = '2000-10-20T09:00:00.000Z' as Timestamp;
const EVIL = '<script>alert("x")</script> & ‘=1+1’';

const act = (n: number, deed: TeamDeed) => ({
  id: `t${String(n)}` as TeamActId,
  coderId: 'ana' as CoderId,
  at: timeAt(n),
  deed,
});

/** Two coders of one of three texts, who differ in one of two passages. */
function coded(change: Partial<Project> = {}): Project {
  const project = projectWith(
    annotationOf('stance', 'Seoul must wait', {
      coder: 'ana',
      id: 'a1',
      attributes: { polarity: 'favour' },
    }),
    annotationOf('stance', 'Seoul must wait', {
      coder: 'bo',
      id: 'b1',
      attributes: { polarity: 'favour' },
    }),
    annotationOf('actor', 'Tokyo', { coder: 'ana', id: 'a2' }),
  );
  const [d0, d1, d2] = project.documents.map(({ id }) => id);
  if (d0 === undefined || d1 === undefined || d2 === undefined) throw new Error('three texts');
  const sample = {
    kind: 'sample',
    seed: 7,
    share: 0.3,
    strata: 'none',
    from: [d0, d1, d2],
    drawn: [d0],
    coderIds: ['ana' as CoderId, 'bo' as CoderId],
  } as const;
  return {
    ...project,
    team: [
      act(1, { kind: 'blind', isBlind: true, reason: '' }),
      act(2, sample),
      act(3, { kind: 'reopen', documentId: d0, reason: '' }),
    ],
    ...change,
  };
}

function reportOf(project: Project): MethodsReport {
  const made = createMethodsReport(project, { at: AT }, {}, { bootstrap: { draws: 50, seed: 3 } });
  if (!made.ok) throw new Error(made.fault.text);
  return made.value;
}

describe('the report on how a project was coded', () => {
  it('[R10] says who coded what share, how it was drawn, and how blind', () => {
    expect(reportOf(coded())).toMatchObject({
      documents: 3,
      begun: { documents: 1, coders: 2 },
      doubleCoded: 1,
      doubleCodedShare: 1 / 3,
      samples: [{ seed: 7, share: 0.3, strata: 'none', from: 3, drawn: 1 }],
      isBlind: true,
      blindness: [{ by: 'Ana', isBlind: true }],
      reopened: 1,
      imported: 0,
      agreement: { passages: 2, passagesAlike: 1 },
      bootstrap: { draws: 50, seed: 3 },
      adjudication: { passages: 2, states: { open: 2 } },
    });
  });

  it('[R11] has every figure with what belongs to it, and a reason where there is none', () => {
    const { figures } = reportOf(coded());
    expect(figures.find((one) => one.measure === 'spanF1.exact')).toMatchObject({
      level: 'stretches',
      variable: 'all',
      variant: 'exact',
      n: 3,
    });
    for (const { value, because } of figures) expect(value === null).toBe(because !== null);
    const levels = new Set(figures.map(({ level }) => level));
    expect([...levels]).toEqual(['stretches', 'codes', 'attributes', 'documents']);
  });

  it('[R24] says of the alphas of stretches how much all coders coded, of F1 what any two did', () => {
    const project = coded();
    const [first] = project.annotations.values();
    if (first === undefined) throw new Error('There is nothing coded.');
    const by = (coder: string, of: string, id: string, where: number) =>
      annotationOf('stance', of, { coder, id, document: `d${String(where)}` });
    const made = projectWith(
      ...first,
      by('cy', 'Seoul must wait', 'c1', 0),
      by('ana', 'Tokyo agrees', 'a9', 1),
      by('bo', 'Tokyo agrees', 'b9', 1),
    );
    const three = { ...made, coders: [...made.coders, { id: 'cy' as CoderId, name: 'Cy' }] };
    const n = (measure: string) =>
      reportOf(three).figures.find((one) => one.measure === measure)?.n;
    expect(n('spanF1.exact')).toBe(6);
    expect(n('unitizingAlpha1995')).toBe(4);
    expect(n('characterAlpha')).toBe(4);
    expect(methodsParagraph(reportOf(three))).toContain('; 4 units)');
  });

  it('[R25] calls only those figures ordinal that know an order', () => {
    const scaled = projectWith(
      ...['ana', 'bo'].flatMap((coder) =>
        ['Seoul must wait', 'Tokyo agrees'].map((of, at) =>
          annotationOf('stance', of, {
            coder,
            id: `${coder}${String(at)}`,
            attributes: { strength: at + 1 },
          }),
        ),
      ),
    );
    const rows = reportOf(scaled).figures.filter(({ level }) => level === 'attributes');
    expect(Object.fromEntries(rows.map(({ measure, variant }) => [measure, variant]))).toEqual({
      percentAgreement: 'nominal',
      cohenKappa: 'nominal',
      scottPi: 'nominal',
      fleissKappa: 'nominal',
      gwetAC1: 'nominal',
      krippendorffAlpha: 'ordinal',
      'weighted.linear.cohenKappa': 'linear',
      'weighted.linear.fleissKappa': 'linear',
      'weighted.linear.gwetAC2': 'linear',
      'weighted.quadratic.cohenKappa': 'quadratic',
      'weighted.quadratic.fleissKappa': 'quadratic',
      'weighted.quadratic.gwetAC2': 'quadratic',
    });
  });

  it('[R26] names who settled what coders differ in', () => {
    const project = coded();
    const [group] = adjudicationIn(project).groups;
    if (group === undefined) throw new Error('There is nothing to settle.');
    const settled = after(project, planVerdict(project, group, { outcome: 'none' }, adjudicator()));
    expect(reportOf(settled).adjudicatedBy).toEqual([
      settled.coders.find(({ id }) => id === 'ana')?.name,
    ]);
    expect(serializeReport(reportOf(settled), 'html')).toContain('<li>Settled by Ana.</li>');
    expect(serializeReport(reportOf(project), 'html')).not.toContain('Settled by');
  });

  it('[R12] has a paragraph whose every number is one of the report', () => {
    const paragraph = methodsParagraph(reportOf(coded()));
    expect(paragraph).toContain(
      '2 coders worked on 1 of 3 documents; 1 (33.3 % of all) had two or more coders',
    );
    expect(paragraph).toContain('1 of 3 documents, was drawn at random from all texts (seed 7)');
    expect(paragraph).toContain('did not see one another’s annotations');
    expect(paragraph).toContain('went on with a document after finishing it 1 time.');
    expect(paragraph).toContain('2 passages, of which 1 was coded alike');
    const project = coded();
    const last = project.team.at(-1);
    if (last === undefined) throw new Error('There is no record.');
    const again = { ...project, team: [...project.team, { ...last, id: 't9' as TeamActId }] };
    // One document twice is no two documents.
    expect(methodsParagraph(reportOf(again))).toContain('after finishing it 2 times.');
  });

  it('[R18] counts who coded, not who is only listed', () => {
    const project = coded();
    const report = reportOf({
      ...project,
      coders: [...project.coders, { id: 'cy' as CoderId, name: 'Cy' }],
    });
    expect(report.begun).toEqual({ documents: 1, coders: 2 });
    expect(report.coders.map(({ name, begun }) => [name, begun])).toContainEqual(['Cy', 0]);
    expect(methodsParagraph(report)).toMatch(/^2 coders worked on/);
  });

  it('[R19] says each change of blindness, where there was one, and that files were read', () => {
    const day = (at: string, n: number, deed: TeamDeed) => ({
      ...act(n, deed),
      at: `${at}T09:00:00.000Z` as Timestamp,
    });
    const read = { kind: 'import', coderIds: [], documentIds: [] } as const;
    const paragraph = methodsParagraph(
      reportOf(
        coded({
          team: [
            day('2000-10-01', 1, { kind: 'blind', isBlind: true, reason: '' }),
            day('2000-10-08', 2, { kind: 'blind', isBlind: false, reason: 'Calibration' }),
            day('2000-10-09', 3, { kind: 'blind', isBlind: true, reason: '' }),
            day('2000-10-10', 4, read),
          ],
        }),
      ),
    );
    expect(paragraph).toContain(
      'was changed (days in UTC): hidden from 2000-10-01 on, shown from 2000-10-08 on (Calibration), hidden from 2000-10-09 on.',
    );
    expect(paragraph).not.toContain('Coders did not see');
    expect(paragraph).toContain('Others’ annotations were read in a file 1 time.');
  });

  it('[R20] says whose assigned work is compared though it is not finished', () => {
    const project = coded();
    const [d0] = project.documents;
    if (d0 === undefined) throw new Error('a text');
    const notes = ({ agreement }: MethodsReport) => agreement.notes.join(' ');
    expect(notes(reportOf(project))).toContain('1 document is compared');
    expect(notes(reportOf(project))).toMatch(/finished \(Ana, Bo/);
    expect(notes(reportOf({ ...project, team: [] }))).not.toContain('is compared that not');
    const marks = (['ana', 'bo'] as CoderId[]).map((coderId) => ({
      coderId,
      decision: 'finished' as const,
      at: AT,
    }));
    const done = (n: number): MethodsReport =>
      reportOf({ ...project, marks: new Map([[d0.id, marks.slice(0, n)]]) });
    expect(notes(done(1))).toMatch(/finished \(Bo/);
    expect(notes(done(2))).not.toContain('is compared that not');
  });

  it('[R21] names neither coder nor place where stretches of one coder overlap', () => {
    const project = projectWith(
      annotationOf('stance', 'Seoul must wait', { coder: 'ana', id: 'a1' }),
      annotationOf('actor', 'Seoul', { coder: 'bo', id: 'b1' }),
      annotationOf('stance', 'Seoul must wait', { coder: 'bo', id: 'b2' }),
    );
    const found = reportOf(project).figures.find((one) => one.measure === 'unitizingAlpha2016');
    expect(found?.value).toBeNull();
    expect(found?.because).toContain('one and the same coder overlap here');
    expect(found?.because).not.toMatch(/\d–\d/u);
  });

  it('[R23] has gamma where it is asked for, with all that belongs to it, and no other figure changes', () => {
    const made = createMethodsReport(
      coded(),
      { at: AT },
      {},
      { bootstrap: { draws: 50, seed: 3 }, gamma: { samples: 20, seed: 4 } },
    );
    if (!made.ok) throw new Error(made.fault.text);
    const { figures, agreement } = made.value;
    const [all, ...ofCodes] = figures.filter(({ measure }) => measure === 'gamma');
    expect(all).toMatchObject({ level: 'stretches', variable: 'all', n: 3, because: null });
    expect(all?.variant).toMatch(/^20 samples, seed 4, ± 0\.\d{3}$/);
    expect(ofCodes.map(({ variable }) => variable)).toEqual(['Stance', 'Actor']);
    expect(agreement.notes).toContain(
      'Gamma is set against what chance gives in 20 samples, drawn with seed 4; ± says how far another seed may lead.',
    );
    expect(methodsParagraph(made.value)).toContain(
      `was gamma = ${all?.value?.toFixed(3) ?? ''} (Mathet et al. 2015; 20 samples, seed 4`,
    );
    expect(serializeReport(made.value, 'html')).toContain('<td>Mathet’s gamma</td>');
    const without = reportOf(coded());
    expect(figures.filter(({ measure }) => measure !== 'gamma')).toEqual(without.figures);
    expect(without.agreement.notes.join(' ')).not.toContain('amma');
    expect(methodsParagraph(without)).not.toContain('gamma');
  });

  it('[R26] has the kappa of each code that was given, and the figures of each document', () => {
    const { figures } = reportOf(
      projectWith(
        annotationOf('stance', 'Seoul must wait', { coder: 'ana', id: 'a1' }),
        annotationOf('stance', 'Seoul must wait', { coder: 'bo', id: 'b1' }),
        annotationOf('actor', 'Tokyo', { coder: 'ana', id: 'a2' }),
        annotationOf('stance', 'Tokyo', { coder: 'bo', id: 'b2' }),
      ),
    );
    const ofCode = figures.filter(({ measure }) => measure.startsWith('categoryKappa.'));
    expect(ofCode).toMatchObject([
      { level: 'codes', variable: 'Stance', measure: 'categoryKappa.stance', n: 2, missing: 0 },
      { level: 'codes', variable: 'Actor', measure: 'categoryKappa.actor', n: 2, missing: 0 },
    ]);
    // Of four ratings three are a stance: 1 - (1/2) / (2 · 3/4 · 1/4).
    for (const { value } of ofCode) expect(value).toBeCloseTo(-1 / 3, 12);
    expect(figures.filter(({ level }) => level === 'documents')).toMatchObject([
      { measure: 'spanF1', value: 1, n: 4, variant: 'overlap' },
      { measure: 'codeAlpha', n: 2, variant: 'nominal' },
    ]);
  });

  it('[R27] leaves figures of very many documents to the table, and says so', () => {
    const { figures } = reportOf(coded());
    const own = figures.filter(({ level }) => level === 'documents');
    const many = Array.from({ length: 103 }, (_one, n) =>
      own.map((row) => ({ ...row, variable: `Text ${String(n)}` })),
    ).flat();
    expect(rowsToRead(many, 'documents')).toEqual({ rows: many.slice(0, 200), left: 3 });
    expect(rowsToRead(many.slice(0, 200), 'documents').left).toBe(0);
    const html = serializeReport({ ...reportOf(coded()), figures: many }, 'html');
    expect(html).toContain('Text 99');
    expect(html).not.toContain('Text 100');
    expect(html).toContain('Figures of 3 more documents are in the report as CSV and JSON.');
    expect(serializeReport({ ...reportOf(coded()), figures: many }, 'csv')).toContain('Text 102');
  });

  it('[R13] is the same to the byte for the same state and time', () => {
    const html = serializeReport(reportOf(coded()), 'html');
    expect(serializeReport(reportOf(coded()), 'html')).toBe(html);
    expect(html).not.toContain('script');
  });

  it('[R13] says of every time and day that it is of UTC, so it reads the same in every zone', () => {
    const at = '2000-10-04T02:30:00.000Z' as Timestamp;
    const drawn = { from: [], drawn: [], coderIds: [] };
    const sample = { kind: 'sample', seed: 1, share: 1, strata: 'none', ...drawn } as const;
    const project = coded({
      team: [
        { ...act(1, { kind: 'blind', isBlind: true, reason: '' }), at },
        { ...act(2, { kind: 'blind', isBlind: false, reason: '' }), at },
        { ...act(3, sample), at },
      ],
    });
    const { codebook } = project;
    const revisions = [{ ...codebook.revisions[0], at }] as const;
    const snapshot = { at, reason: '', contentHash: 'f'.repeat(64) };
    const report = {
      ...reportOf({ ...project, codebook: { ...codebook, revisions } }),
      snapshot,
      at,
    };
    expect(methodsParagraph(report)).toContain('(days in UTC): hidden from 2000-10-04 on');
    const html = serializeReport(report, 'html');
    const beside = html.replace(methodsParagraph(report), '').matchAll(/2000-10-04(.{10})/gu);
    expect([...beside].map(([, after]) => after)).toEqual(
      Array.from({ length: 6 }, () => ' 02:30 UTC'),
    );
  });

  it('[R22] names measures in words where it is read, and by their keys where it is computed with', () => {
    const html = serializeReport(reportOf(coded()), 'html');
    expect(html).toContain('F1, same boundaries');
    expect(html).not.toMatch(/spanF1|krippendorffAlpha|characterAlpha/u);
    expect(serializeReport(reportOf(coded()), 'csv')).toContain('spanF1.exact');
  });

  it('[R14] lets nothing that people wrote become markup or a formula', () => {
    const project = coded({ title: EVIL });
    const [ana, bo] = project.coders;
    if (ana === undefined || bo === undefined) throw new Error('two coders');
    const named = { ...project, coders: [{ ...ana, name: EVIL, training: EVIL }, bo] };
    const codes = project.codebook.codes.map((code) => ({
      ...code,
      name: `=HYPERLINK("${code.name}")`,
    }));
    const report = reportOf({ ...named, codebook: { ...project.codebook, codes } });
    const html = serializeReport(report, 'html');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    const csv = serializeReport(report, 'csv');
    expect(csv).toContain(`"'=HYPERLINK(""Stance"")"`);
    expect(csv).not.toMatch(/(?:^|,)"?=/mu);
  });

  it('[R15] has CSV rows of ten fields with all digits, and JSON with the paragraph', () => {
    const report = reportOf(coded());
    const lines = serializeReport(report, 'csv').split('\r\n');
    expect(lines[0]).toBe('level,variable,measure,value,low,high,n,missing,variant,because');
    expect(lines).toHaveLength(report.figures.length + 2);
    expect(JSON.parse(serializeReport(report, 'json'))).toMatchObject({
      figures: report.figures,
      paragraph: methodsParagraph(report),
    });
  });

  it('[R16] is not made of nothing, and says why', () => {
    const made = createMethodsReport(projectWith(), { at: AT });
    expect(made).toMatchObject({
      ok: false,
      fault: { code: 'agreement.undefined.nothingDoubleCoded' },
    });
  });

  it('[R17] is of the kind that the name of its file says', () => {
    const names = ['a.html', 'A.CSV', 'a.b.json', 'a.txt', 'html'];
    expect(names.map(reportFormatOf)).toEqual(['html', 'csv', 'json', undefined, undefined]);
  });
});
