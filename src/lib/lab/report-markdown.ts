import type { Locale } from '../i18n/index.ts';
import type { RecordingAdvice } from './recording-advice.ts';
import type { SaidMessage } from './import-words.ts';
import type { SaidComparison, SaidReading } from './said.ts';

/** What goes into a report; what is absent is left out. */
export interface ReportParts {
  readonly reading?: SaidReading;
  readonly comparison?: SaidComparison;
  readonly advice?: RecordingAdvice;
  /** What could not be read of the file. */
  readonly issues?: readonly SaidMessage[];
  /** What the reader noted at frames. */
  readonly notes?: readonly { readonly frame: string; readonly text: string }[];
  /** Where the graph stands: a file's name beside the report, or an address. */
  readonly graph?: string;
  /** The file it was read from, and as what. */
  readonly file?: { readonly name: string; readonly format: string };
}

/** The report as a Markdown document. Names and notes can hold anything; here they are only text. */
export function reportMarkdown(_parts: ReportParts, _locale: Locale): string {
  return '';
}
