import { expect } from 'vitest';
import { ImportError } from '../../src/lib/flame/formats/import-error.ts';
import { importProfile, type ImportOptions } from '../../src/lib/flame/formats/import-profile.ts';
import type { Said } from '../../src/lib/flame/formats/say.ts';
import { unsound } from './sound-profile.ts';

/** Far more than any of these files needs, far less than a hang. */
const patience = 5000;

/**
 * What every input must give, however damaged: sound profiles, or an `ImportError` with a code and
 * a message. `unreadable` is neither: it means that an importer met what it was not written for.
 * Gives what it was: `read`, `read, with issues`, or the error's code.
 */
export async function expectSoundImport(
  data: Uint8Array | string,
  options: ImportOptions = {},
): Promise<string> {
  const start = performance.now();
  let outcome: string;
  try {
    const { profiles, issues } = await importProfile(data, options);
    expect(profiles.length).toBeGreaterThan(0);
    expect(profiles.flatMap(unsound)).toEqual([]);
    for (const { code, message } of issues) expect(`${code} ${message}`).toMatch(/^[a-z0-9-]+ ./);
    issues.forEach(expectSayable);
    outcome = issues.length === 0 ? 'read' : 'read, with issues';
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.code, error.message).toMatch(/^[a-z0-9-]+$/);
    expect(error.code, `${error.message} ${String(error.cause)}`).not.toBe('unreadable');
    expect(error.message).not.toBe('');
    expectSayable(error.said);
    if (error.because !== undefined) expectSayable(error.because);
    outcome = error.code;
  }
  expect(performance.now() - start).toBeLessThan(patience);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return outcome;
}

/** A translation has the template for a key, and the values to fill in: they must be the message. */
function expectSayable({ message, template, values = [] }: Said): void {
  const said = (template ?? message).replace(/\{(\d+)\}/g, (_, at) => String(values[Number(at)]));
  if (template !== undefined) expect(said).toBe(message);
}
