import { gatherWords } from '../../../lib/i18n/index.ts';
import type { Remedy } from './patients.ts';

/** What the explorable says besides its patients. */
export interface SymbolDoctorWords {
  readonly caption: string;
  readonly remedy: string;
  readonly helps: Readonly<Record<Remedy['helps'], string>>;
  readonly picture: string;
}

export const symbolDoctorWords = gatherWords<SymbolDoctorWords>(
  import.meta.glob('./symbol-doctor-words/*.ts', { eager: true, import: 'words' }),
);
