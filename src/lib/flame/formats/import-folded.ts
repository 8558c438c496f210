import { asUtf8 } from './as-utf8.ts';
import { parseFolded } from './folded/parse-folded.ts';
import { ImportReport } from './import-issue.ts';
import type { ImportResult } from './import-profile.ts';

/**
 * Reads folded stacks, packed or not, where they are known to be that: a page that shows only such
 * files need not load the other formats. The same result as `importProfile` gives for them, and the
 * same errors but one: a file of another format is not recognised.
 */
export async function importFolded(data: Uint8Array): Promise<ImportResult> {
  const report = new ImportReport();
  const bytes = asUtf8(await unpacked(data, report));
  const input = { bytes, fileName: undefined, checkpoint: () => undefined };
  const profiles = await parseFolded(input, report);
  return { format: 'folded', profiles, issues: report.finish() };
}

// Loaded whole: a bundle has a function for each name that is taken out of an import.
const loadUnpack = () => import('./unpack.ts');

/** Most lessons' files are not packed: what unpacks is loaded when one is. */
async function unpacked(data: Uint8Array, report: ImportReport): Promise<Uint8Array> {
  if (data[0] !== 0x1f || data[1] !== 0x8b) return data;
  const { defaultUnpackedLimit, unpackGzip } = await loadUnpack();
  return await unpackGzip(data, defaultUnpackedLimit, report, () => undefined);
}
