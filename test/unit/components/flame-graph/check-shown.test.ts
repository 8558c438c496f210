import { expect, test } from 'vitest';
import { checkShown } from '../../../../src/components/widgets/flame-graph/check-shown.ts';
import type { ShowOptions } from '../../../../src/components/widgets/flame-graph/flame-graph-element.ts';
import { buildCallTree, importProfile } from '../../../../src/lib/flame/index.ts';
import type { Profile } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

const profile = profileOf('main;read 3\nmain;write 1');
const other = profileOf('main;poll;wait 3');

/** As a script without types calls it. */
const check =
  (first: unknown, options: unknown = {}) =>
  () =>
    checkShown(first as Profile, options as ShowOptions);

test('what is sound is handed on: both profiles, and what was made of the first', () => {
  const tree = buildCallTree(profile, { order: 'name' });
  const [first, second] = checkShown(profile, { after: other, tree, kinds: '000' });
  expect(first).toEqual({ profile, tree, kinds: '000', issues: [] });
  expect(second).toEqual({ profile: other, issues: [] });
  expect(checkShown(profile, {})).toEqual([{ profile, issues: [] }, undefined]);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'main;read 3'],
  ['a number', 5],
  ['a list', [profile]],
  ['an empty object', {}],
  ['one without samples', { ...profile, samples: undefined }],
  ['columns that JSON made objects of', JSON.parse(JSON.stringify(profile))],
])('%s is no profile, and is told what to pass', (_, value) => {
  expect(check(value)).toThrow(/^show\(profile\): profile is no profile, .*importProfile\(data\)/);
  if (value == null) return; // nothing beside it is nothing to show
  expect(check(profile, { after: value })).toThrow(/^show\(profile, \{ after \}\): after is no/);
});

test('what an import gives is told to be taken apart', async () => {
  const result = await importProfile('main;read 3\n');
  expect(check(result)).toThrow(/Pass one of them: result\.profiles\[0\]/);
  expect(check(result.profiles[0])).not.toThrow();
});

test.each([
  ['no tree', {}, /no call tree, but another object/],
  ['a profile', profile, /no call tree/],
  [
    'another profile’s',
    buildCallTree(profileOf('a;b;c;d 1'), { order: 'name' }),
    /another profile/,
  ],
  ['by weight', buildCallTree(profile, { order: 'weight' }), /another order/],
  ['from the leaf', buildCallTree(profile, { order: 'name', inverted: true }), /another order/],
])('a tree that is %s is told to be built of the profile', (_, tree, fault) => {
  expect(check(profile, { tree })).toThrow(fault);
  expect(check(profile, { tree })).toThrow(/Pass buildCallTree\(profile\), or leave it out\.$/);
});

test('options that are none, and kinds that are none, say so', () => {
  expect(check(profile, null)).toThrow(/options is no object, but null/);
  expect(check(profile, 'diff')).toThrow(/options is no object, but a text/);
  expect(check(profile, { kinds: ['0'] })).toThrow(/kinds is no text, but an array/);
});
