import type { Localized } from '../../i18n/index.ts';

interface ReportWords {
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
}

export const reportWords: Localized<ReportWords> = {
  en: {
    graph: 'The flame graph',
    file: (name, format) => `Read from ${name} (${format}).`,
    notes: 'Notes',
    issues: 'What could not be read as it is',
    advice: (platform) => `Recording it better: ${platform}`,
    guide: (section) => ` (the guide, ${section})`,
    answer: 'Answer',
    colon: ': ',
    where: (place) => ` (${place})`,
    sources: 'Sources',
    ranWith: (version) => `Run with ${version}.`,
  },
  zh: {
    graph: '火焰图',
    file: (name, format) => `读自 ${name}（${format}）。`,
    notes: '笔记',
    issues: '没能照原样读入的内容',
    advice: (platform) => `怎样录得更好：${platform}`,
    guide: (section) => `（指南 ${section}）`,
    answer: '答案',
    colon: '：',
    where: (place) => `（${place}）`,
    sources: '出处',
    ranWith: (version) => `曾用 ${version} 实际运行。`,
  },
};
