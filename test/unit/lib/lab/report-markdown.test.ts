import { beforeAll, describe, expect, test } from 'vitest';
import { importProfile, readProfile } from '../../../../src/lib/flame/index.ts';
import {
  compareProfiles,
  recordingAdvice,
  reportMarkdown,
  sayImportIssue,
  sayReading,
} from '../../../../src/lib/lab/index.ts';
import type { ReportParts } from '../../../../src/lib/lab/index.ts';
import type { Locale } from '../../../../src/lib/i18n/index.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { shareThese } from '../../../support/share-these.ts';

describe('the report on the guide’s profile', () => {
  const reports: Record<Locale, string> = { en: '', zh: '' };
  beforeAll(async () => {
    const profile = await shareThese();
    const reading = readProfile(profile);
    for (const locale of ['en', 'zh'] as const) {
      const parts: ReportParts = {
        reading: sayReading(profile, locale, { reading }),
        advice: recordingAdvice(reading, 'cargo-flamegraph', locale),
        graph: 'share-these.svg',
        file: { name: 'share-these.folded', format: 'folded' },
        notes: [{ frame: 'share_these`main', text: 'start here' }],
      };
      reports[locale] = reportMarkdown(parts, locale);
    }
  });

  test('has the graph’s place, the sections of the guide and the chain as a nested list', () => {
    const text = reports.en;
    expect(text).toContain('![The flame graph](<share-these.svg>)');
    expect(text).toContain('## What the graph shows at first sight (the guide, 1.1)');
    expect(text).toContain('- 33 samples, 66% (52.2–77.6%) end in a system call.');
    expect(text).toContain(
      '\n  - `UnownedTask::run` 39 samples (beside it: `read` 2)\n    - `raw::poll` 37',
    );
    expect(text).toContain('  - Answer: Inside: `UpgradeableConnection::poll` is called below');
    expect(text).toContain('- `main`: start here');
  });

  test('has the commands, fenced, with their sources', () => {
    expect(reports.zh).toContain(
      '### 更多样本\n\n区间的宽度与样本数的平方根成反比：样本多到四倍，区间才缩到一半。\n\n```sh\ncargo flamegraph -F 1999',
    );
    expect(reports.zh).toContain('- 出处：<https://github.com/flamegraph-rs/flamegraph/');
  });

  test('has the same shape in both languages', () => {
    const shape = (text: string) => text.match(/^(?:#+| *-|```|!)/gm);
    expect(shape(reports.zh)).toEqual(shape(reports.en));
    expect(reports.zh).toContain('## 第一眼看到的全局特征（指南 1.1）');
  });
});

test('hostile names, notes, files and excerpts are only ever text', async () => {
  const name = 'x`` ](javascript:alert(1)) <img src=x onerror=alert(1)>';
  const profile = { ...profileOf('m;a 9\nm;b 1'), name: '<script>*x*' };
  const hostile = { ...profile, frames: { ...profile.frames, names: [name, 'a', name] } };
  const { issues } = await importProfile('m;a 9\n</pre><script>`x` \n');
  const text = reportMarkdown(
    {
      reading: sayReading(hostile, 'en'),
      graph: 'a>.svg) ![x](http://example.org',
      file: { name: '# [x](y) <b>', format: 'folded' },
      notes: [{ frame: name, text: '# <b>\n- *x*' }],
      issues: issues.map((issue) => sayImportIssue(issue, 'en')),
    },
    'en',
  );
  const outsideCode = text.replace(/(`+)(?:(?!\1)[^\n])+?\1(?!`)/g, '');
  expect(outsideCode).not.toMatch(/(?<!\\)<(?!https:|a%3E)/);
  expect(text).toContain('# Reading of \\<script\\>\\*x\\*');
  expect(text).toContain('Read from \\# \\[x\\](y) \\<b\\> (folded).');
  expect(text).toContain('![The flame graph](<a%3E.svg)%20![x](http://example.org>)');
  expect(text).toContain('\\# \\<b\\> - \\*x\\*');
});

test('a comparison stands before the readings, and what is absent leaves nothing behind', () => {
  const comparison = compareProfiles(profileOf('m;a 300'), profileOf('m;a 100\nm;b 200'), 'en');
  const text = reportMarkdown({ comparison }, 'en');
  expect(text).toContain('# drawn compared with drawn');
  expect(text).toContain('## Largest changes by self');
  expect(text).not.toMatch(/\n\n\n|undefined/);
});
