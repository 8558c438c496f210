import { expect, test } from 'vitest';
import { stacksFile } from '../../../../src/components/widgets/flame-graph/stacks-file.ts';
import { importProfile } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

const before = profileOf('main;parse 3\nmain;write 1');
const after = profileOf('main;parse 1\nmain;gone 4');

test('the profiles of a comparison have names that tell them apart, and come back as they were', async () => {
  const { profiles } = await importProfile(
    await stacksFile(before, 'speedscope', { after, normalize: 'total' }).text(),
  );
  const { name } = before;
  expect(after.name).toBe(name);
  expect(profiles.map((each) => each.name)).toEqual([`${name} (before)`, `${name} (after)`]);
  expect(profiles.map(({ totalWeight }) => totalWeight)).toEqual([4, 5]);
});

test('one profile, and two of different names, keep their names', async () => {
  const namesIn = async (file: Blob) =>
    (await importProfile(await file.text())).profiles.map((each) => each.name);
  expect(await namesIn(stacksFile(before, 'speedscope'))).toEqual([before.name]);
  const other = { after: { ...after, name: 'another' }, normalize: 'total' } as const;
  expect(await namesIn(stacksFile(before, 'speedscope', other))).toEqual([before.name, 'another']);
});
