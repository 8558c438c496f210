import type { SymbolDoctorWords } from '../symbol-doctor-words.ts';

export const words: SymbolDoctorWords = {
  caption: 'Symbol doctor',
  remedy: 'What do you do?',
  helps: { yes: 'Cured.', partly: 'Better.', no: 'No change.' },
  picture: 'Flame graph of {sample}',
};
