import { gatherWords } from '../../i18n/index.ts';

export interface ReportWords {
  readonly graph: string;
  readonly file: (name: string, format: string) => string;
  readonly notes: string;
  readonly issues: string;
  readonly advice: (platform: string) => string;
  readonly guide: (section: string) => string;
  readonly answer: string;
  readonly colon: string;
  readonly where: (place: string) => string;
  readonly sources: string;
  readonly ranWith: (version: string) => string;
  readonly lookedUp: (tools: string) => string;
}

export const reportWords = gatherWords<ReportWords>(
  import.meta.glob('./report-words/*.ts', { eager: true, import: 'words' }),
);
