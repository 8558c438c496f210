import type { ReportWords } from '../report-words.ts';

export const words: ReportWords = {
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
  lookedUp: (tools) => `我们没有运行过，只对照文档核对过：${tools}。`,
};
