import { describe, expect, test } from 'vitest';
import { readingToMarkdown, readProfile } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { shareThese } from '../../../../support/share-these.ts';

describe('a reading as Markdown', () => {
  test('has the figures of the guide’s table, with intervals', async () => {
    const text = readingToMarkdown(readProfile(await shareThese()), 'en');
    expect(text).toContain('| in system calls | 33 samples, 66% (52.2–77.6%) |');
    expect(text).toContain('| `__psynch_cvsignal` | kernel | 8 samples | 16% | 8.3–28.5% |');
    expect(text).toContain('| moving bytes: reading and writing | 10 samples | 20% | 11.2–33.0% |');
  });

  test('says it in Chinese, in Chinese punctuation', async () => {
    const text = readingToMarkdown(readProfile(await shareThese()), 'zh');
    expect(text).toContain('| 系统调用占比 | 33 个样本，66%（52.2%–77.6%） |');
    expect(text).toContain('| 线程交接：唤醒、等待、加锁 | 17 个样本 | 34% | 22.4%–47.8% |');
    expect(text).not.toMatch(/[\u4e00-\u9fff] ?[,;:(]/);
  });

  test('has the same sections and as many findings in both languages', async () => {
    const reading = readProfile(await shareThese());
    const shape = (text: string) => [
      text.match(/^## /gm)?.length,
      text.match(/^- /gm)?.length,
      text.match(/^\|/gm)?.length,
    ];
    expect(shape(readingToMarkdown(reading, 'zh'))).toEqual(
      shape(readingToMarkdown(reading, 'en')),
    );
  });

  test('draws a chain as a nested list, each step with what is beside it', () => {
    const profile = profileOf('main;serve;read 60\nmain;serve;write 20\nmain;log 20');
    expect(readingToMarkdown(readProfile(profile), 'en')).toContain(
      [
        '- `main` 100 samples (beside it: `log` 20)',
        '  - `serve` 80 samples (beside it: `write` 20)',
        '    - `read` 60 samples (self 60 samples)',
      ].join('\n'),
    );
  });

  test('a name of backticks, bars and markup is only ever text', () => {
    const name = 'x ``y|z <img src=x onerror=alert';
    const profile = profileOf('x 1000');
    const odd = { ...profile, name: '<b>*x*', frames: { ...profile.frames, names: [name] } };
    const text = readingToMarkdown(readProfile(odd), 'en');
    expect(text).toContain('``` x ``y\\|z <img src=x onerror=alert ```');
    expect(text).toContain('# Reading of \\<b\\>\\*x\\*');
  });

  test('where weights are no samples there is no interval, and the reader is told', () => {
    const text = readingToMarkdown(
      readProfile(profileOf('a 2000000', { unit: 'nanoseconds' })),
      'en',
    );
    expect(text).toContain('2 ms');
    expect(text).toContain('Weights do not count samples');
    expect(text).not.toContain('Wilson');
  });
});
