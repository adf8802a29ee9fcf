import type { MethodsReport } from './methods-report';
import { serializeFiguresCsv } from './report-csv';
import { serializeReportHtml } from './report-html';
import { methodsParagraph } from './methods-paragraph';

/** To read and print; the figures for a spreadsheet; all of it for a program. */
export const REPORT_FORMATS = ['html', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What the name of a file says it is to be; undefined where it says nothing. */
export function reportFormatOf(fileName: string): ReportFormat | undefined {
  const ending = /\.([a-z]+)$/u.exec(fileName.toLowerCase())?.[1];
  return REPORT_FORMATS.find((format) => format === ending);
}

/** A PDF is the page of .html, printed by who can print. */
export function isPdfName(fileName: string): boolean {
  return fileName.toLowerCase().endsWith('.pdf');
}

export function serializeReport(report: MethodsReport, format: ReportFormat): string {
  switch (format) {
    case 'html':
      return serializeReportHtml(report);
    case 'csv':
      return serializeFiguresCsv(report.figures);
    case 'json':
      return `${JSON.stringify({ ...report, paragraph: methodsParagraph(report) }, null, 2)}\n`;
  }
}
