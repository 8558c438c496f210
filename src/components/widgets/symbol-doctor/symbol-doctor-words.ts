import type { Localized } from '../../../lib/i18n/index.ts';
import type { Remedy } from './patients.ts';

/** What the explorable says besides its patients. */
export interface SymbolDoctorWords {
  readonly caption: string;
  readonly remedy: string;
  readonly helps: Readonly<Record<Remedy['helps'], string>>;
  readonly picture: string;
}

export const symbolDoctorWords: Localized<SymbolDoctorWords> = {
  en: {
    caption: 'Symbol doctor',
    remedy: 'What do you do?',
    helps: { yes: 'Cured.', partly: 'Better.', no: 'No change.' },
    picture: 'Flame graph of {sample}',
  },
  zh: {
    caption: '符号门诊',
    remedy: '你怎么做？',
    helps: { yes: '治好了。', partly: '好些了。', no: '没有变化。' },
    picture: '{sample} 的火焰图',
  },
};
