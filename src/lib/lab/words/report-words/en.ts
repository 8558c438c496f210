import type { ReportWords } from '../report-words.ts';

export const words: ReportWords = {
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
  lookedUp: (tools) => `Not run by us, only checked against the documentation: ${tools}.`,
};
