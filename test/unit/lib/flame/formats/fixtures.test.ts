import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { profilesText } from '../../../../support/profiles-text.ts';

/**
 * One small file of each format in test/fixtures/formats/<id>/, and beside it under `.expected`
 * what it says. The file's name is not given: its content must be enough.
 */
const fixtures = globSync('test/fixtures/formats/*/*.expected')
  .map((path) => path.replaceAll('\\', '/').replace(/\.expected$/, ''))
  .sort();

describe('a file of each format is known by its content and read to the last stack', () => {
  it.each(fixtures)('%s', async (path) => {
    const { format, profiles } = await importProfile(readFileSync(path));
    expect(format).toBe(path.split('/').at(-2));
    expect(profilesText(profiles)).toBe(readFileSync(`${path}.expected`, 'utf8').trimEnd());
  });
});
