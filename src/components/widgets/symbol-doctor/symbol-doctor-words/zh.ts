import type { SymbolDoctorWords } from '../symbol-doctor-words.ts';

export const words: SymbolDoctorWords = {
  caption: '符号门诊',
  remedy: '你怎么做？',
  helps: { yes: '治好了。', partly: '好些了。', no: '没有变化。' },
  picture: '{sample} 的火焰图',
};
