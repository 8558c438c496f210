import type { Profile } from '../../../lib/flame/index.ts';
import type { ShowOptions } from './flame-graph-element.ts';
import type { LoadedProfile } from './profile-source.ts';

/* What a script hands to `show` is looked at before anything that is shown is let go of. */

type Loose = Readonly<Record<string, unknown>>;

/** Anything as something to look into. */
function inside(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

function hasColumns(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => typeof inside(inside(value)[name])['length'] === 'number');
}

/** Whether it has the columns that are read: not whether what stands in them is right. */
function isProfile(value: unknown): boolean {
  const { frames, stacks, samples, totalWeight } = inside(value);
  return (
    hasColumns(frames, 'names', 'details') &&
    hasColumns(stacks, 'prefix', 'frame') &&
    hasColumns(samples, 'stack', 'weight') &&
    typeof totalWeight === 'number'
  );
}

function named(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' && value !== null ? 'another object' : String(value);
}

function checkProfile(place: string, value: unknown): void {
  if (isProfile(value)) return;
  throw new TypeError(
    hasColumns(value, 'profiles')
      ? `${place} is what an import gives, which may hold several profiles. Pass one of them: result.profiles[0].`
      : `${place} is no profile, but ${named(value)}. Pass one that the library has read, as in (await importProfile(data)).profiles[0]; a file goes to load(file).`,
  );
}

function checkTree(value: unknown, profile: unknown): void {
  const { frames, inverted, order } = inside(value);
  const columns = ['frame', 'parent', 'end', 'depth', 'self', 'total', 'start'];
  const lengthOf = (table: unknown) => inside(inside(table)['names'])['length'];
  let fault: string | undefined;
  if (!hasColumns(value, ...columns) || !hasColumns(frames, 'names')) {
    fault = `no call tree, but ${named(value)}`;
  } else if (lengthOf(frames) !== lengthOf(inside(profile)['frames'])) {
    fault = 'the call tree of another profile';
  } else if (inverted === true || order !== 'name') {
    fault = 'a call tree in another order than that of names';
  }
  if (fault === undefined) return;
  throw new TypeError(
    `show(profile, { tree }): tree is ${fault}. Pass buildCallTree(profile), or leave it out.`,
  );
}

type Sides = [profile: LoadedProfile, after: LoadedProfile | undefined];

/** What is to be shown; throws a `TypeError` that says what is wrong with it and what to pass instead. */
export function checkShown(profile: Profile, options: ShowOptions): Sides {
  check(profile, options);
  const { after, ...made } = options;
  return [{ ...made, profile, issues: [] }, after && { profile: after, issues: [] }];
}

function check(profile: unknown, options: unknown): void {
  checkProfile('show(profile): profile', profile);
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(
      `show(profile, options): options is no object, but ${named(options)}. Pass { after, tree, kinds }, or leave it out.`,
    );
  }
  const { after, tree, kinds } = inside(options);
  if (after != null) checkProfile('show(profile, { after }): after', after);
  if (tree != null) checkTree(tree, profile);
  if (kinds != null && typeof kinds !== 'string') {
    throw new TypeError(
      `show(profile, { kinds }): kinds is no text, but ${named(kinds)}. Pass writeKinds(kindsOfFrames(profile)), or leave it out.`,
    );
  }
}
