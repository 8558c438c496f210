import { expect } from 'vitest';
import { ImportError } from '../../src/lib/flame/formats/import-error.ts';
import { importProfile, type ImportOptions } from '../../src/lib/flame/formats/import-profile.ts';
import { unsound } from './sound-profile.ts';

/** Far more than any of these files needs, far less than a hang. */
const patience = 5000;

/**
 * What every input must give, however damaged: sound profiles, or an `ImportError` with a code and
 * a message. `unreadable` is neither: it means that an importer met what it was not written for.
 */
export async function expectSoundImport(
  data: Uint8Array | string,
  options: ImportOptions = {},
): Promise<void> {
  const start = performance.now();
  try {
    const { profiles, issues } = await importProfile(data, options);
    expect(profiles.length).toBeGreaterThan(0);
    expect(profiles.flatMap(unsound)).toEqual([]);
    for (const { code, message } of issues) expect(`${code} ${message}`).toMatch(/^[a-z0-9-]+ ./);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.code, error.message).toMatch(/^[a-z0-9-]+$/);
    expect(error.code, `${error.message} ${String(error.cause)}`).not.toBe('unreadable');
    expect(error.message).not.toBe('');
  }
  expect(performance.now() - start).toBeLessThan(patience);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}
