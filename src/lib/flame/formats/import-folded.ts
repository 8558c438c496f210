import { asUtf8, decodeUtf8 } from './decode-text.ts';
import { folded } from './folded.ts';
import { ImportReport } from './import-issue.ts';
import type { ImportResult } from './import-profile.ts';
import type { FormatInput } from './profile-format.ts';
import { defaultUnpackedLimit, unpackGzip } from './unpack.ts';

/**
 * Reads folded stacks, packed or not, where they are known to be that: a page that shows only such
 * files need not load the other formats. The same result as `importProfile` gives for them, and the
 * same errors but one: a file of another format is not recognised.
 */
export async function importFolded(data: Uint8Array): Promise<ImportResult> {
  const report = new ImportReport();
  const checkpoint = () => undefined;
  const bytes = asUtf8(await unpackGzip(data, defaultUnpackedLimit, report, checkpoint));
  const input: FormatInput = {
    bytes,
    fileName: undefined,
    text: () => decodeUtf8(bytes, report),
    json: () => undefined,
    checkpoint,
  };
  const profiles = await folded.parse(input, report);
  return { format: folded.id, profiles, issues: report.finish() };
}
