import { describe, expect, it, test } from 'vitest';
import { markReading, type ReadingKey } from '../../../src/components/lesson/mark-reading.ts';
import { solveRows } from '../../../src/components/lesson/guide-table-rows.ts';
import { profileOf } from '../../support/profile-of.ts';

const share: ReadingKey = { asks: 'share', value: 66, tolerance: 1 };
const count: ReadingKey = { asks: 'count', value: 50, tolerance: 0 };
const frame: ReadingKey = {
  asks: 'frame',
  names: ['libsystem_pthread.dylib`thread_start', 'libsystem_pthread.dylib`_pthread_start'],
  total: 45,
  share: 90,
};

describe('a share', () => {
  test.each(['66', '66%', '0.66', '６６％', '33/50', ' 65.5 '])('%s is right', (text) => {
    expect(markReading(share, text)).toBe('right');
  });
  test.each(['30%', '0.3', '68'])('%s is wrong', (text) => {
    expect(markReading(share, text)).toBe('wrong');
  });
});

describe('a count', () => {
  it('is exact, and may carry its unit', () => {
    expect(markReading(count, '50 samples')).toBe('right');
    expect(markReading(count, '50 个样本')).toBe('right');
    expect(markReading(count, '49')).toBe('wrong');
  });
});

describe('a frame', () => {
  test.each(['thread_start', 'libsystem_pthread.dylib`_pthread_start', '45', '90%', '９０％'])(
    '%s names the widest',
    (text) => {
      expect(markReading(frame, text)).toBe('right');
    },
  );
  test.each(['WithGracefulShutdown', '44%', '22', 'start'])('%s does not', (text) => {
    expect(markReading(frame, text)).toBe('wrong');
  });
});

describe('what cannot be marked costs nothing', () => {
  it('asks for a value, or for a number', () => {
    expect(markReading(share, '  ')).toBe('empty');
    expect(markReading(share, 'most of it')).toBe('not-a-number');
  });
});

describe('rows worked out on a profile', () => {
  const profile = profileOf(`
    main;work;write 6
    main;work       1
    main;wait       3
  `);

  it('give the value, and the key that a reading is marked by', () => {
    const [samples, system] = solveRows(
      [
        { id: 'a', feature: 'Samples', guide: '9', asks: 'count', query: { samples: true } },
        {
          id: 'b',
          feature: 'Writing',
          guide: '30%',
          asks: 'share',
          query: { self: 'write' },
          tolerance: 0.01,
        },
      ],
      profile,
      'en',
    );
    expect(samples).toMatchObject({ profile: '10 samples', key: { asks: 'count', value: 10 } });
    expect(system).toMatchObject({
      profile: '60% (6 samples)',
      key: { asks: 'share', value: 60, tolerance: 1 },
    });
  });

  it('say how many frames are as wide as the widest', () => {
    const [widest] = solveRows(
      [
        {
          id: 'w',
          feature: 'Widest',
          guide: '-',
          asks: 'frame',
        },
      ],
      profileOf('a;b;c 2\na;b;d 1'),
      'en',
    );
    expect(widest?.profile).toBe('100% (3 samples) a, and 1 more as wide');
    expect(widest?.key).toMatchObject({ names: ['a', 'b'], total: 3, share: 100 });
  });
});
