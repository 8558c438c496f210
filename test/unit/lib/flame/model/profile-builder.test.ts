import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import type { FrameDetail } from '../../../../../src/lib/flame/model/profile.ts';

const detail: fc.Arbitrary<FrameDetail> = fc.record(
  {
    file: fc.constantFrom('a.c', 'b.c'),
    line: fc.constantFrom(1, 2),
    library: fc.constantFrom('', 'libc'),
    address: fc.constantFrom('0x1', '0x2'),
    inlined: fc.boolean(),
    mark: fc.constantFrom('kernel', 'user'),
  },
  { requiredKeys: [] },
);
const asked = fc.tuple(
  fc.constantFrom('f', 'g', '["f"', '__proto__'),
  fc.option(detail, { nil: undefined }),
);

describe('a frame', () => {
  it('has one index for a name and its details, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 60 }), (frames) => {
        const builder = new ProfileBuilder();
        const known = new Map<string, number>();
        for (const [name, of] of frames) {
          const key = JSON.stringify([name, of === undefined, Object.entries(of ?? {}).sort()]);
          const index = builder.frame(name, of);
          expect(index).toBe(known.get(key) ?? known.size);
          known.set(key, index);
        }
        const { names, details } = builder.build('x', 'samples').frames;
        expect(frames.every(([name, of]) => names[builder.frame(name, of)] === name)).toBe(true);
        expect(details).toHaveLength(known.size);
      }),
    );
  });
});
