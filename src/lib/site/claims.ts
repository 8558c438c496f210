/** What a lesson says of one claim of the guide: the props of its `<Claim>`. */
export interface ClaimSummary {
  /** Section and letter: `1.1-c`. */
  readonly id: string;
  readonly verdict: string;
  /** The claim in the guide's words, or close to them. */
  readonly says: string;
}

/**
 * The claims of a lesson, read off its text, so that the annotated guide cannot say anything else
 * than the lesson does. Throws where a `<Claim>` lacks one of the three props.
 */
export function findClaims(lesson: string): ClaimSummary[] {
  return [...lesson.matchAll(/<Claim\b([^]*?)>\n/g)].map(([tag, props = '']) => {
    const read = (name: string): string => {
      const value = new RegExp(`\\b${name}="([^"]*)"`).exec(props)?.[1];
      if (value === undefined) throw new Error(`${tag.trim()} has no ${name}="…".`);
      return value;
    };
    return { id: read('id'), verdict: read('verdict'), says: read('says') };
  });
}

/** How often each verdict was given, most frequent first. */
export function countVerdicts(
  claims: readonly Pick<ClaimSummary, 'verdict'>[],
): [verdict: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { verdict } of claims) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
