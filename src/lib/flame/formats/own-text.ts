import type { ImportIssue } from './import-issue.ts';
import type { FrameDetail, FrameTable, Profile } from '../model/profile.ts';

/**
 * A copy of a piece of the file's text. Engines make a slice by pointing into the whole, so one
 * frame name that is kept would keep 100 MB of text with it. JSON is the shortest way through
 * characters of its own: a third of the time of encoding and decoding. What is in a profile is copied
 * when the file was read; this is for tables in which many texts are looked up.
 */
export function ownText(slice: string): string {
  return ownCopy(slice);
}

/** The profiles with texts of their own: what formats read from text are slices of it. */
export function withOwnTexts(profiles: readonly Profile[]): Profile[] {
  const copies = new Map<FrameTable, FrameTable>();
  return profiles.map((profile) => {
    let frames = copies.get(profile.frames);
    if (frames === undefined) copies.set(profile.frames, (frames = copyOf(profile.frames)));
    return { ...profile, name: ownText(profile.name), frames };
  });
}

/** The same for what issues quote. */
export function withOwnExcerpts(issues: readonly ImportIssue[]): ImportIssue[] {
  return issues.map((issue) =>
    issue.excerpt === undefined ? issue : { ...issue, excerpt: ownText(issue.excerpt) },
  );
}

function copyOf({ length, names, details }: FrameTable): FrameTable {
  const known = details.filter((detail): detail is FrameDetail => detail !== undefined);
  const copies = ownCopy(known);
  let next = 0;
  return {
    length,
    names: ownCopy(names),
    details: details.map((detail) => (detail === undefined ? undefined : copies[next++])),
  };
}

function ownCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
