import { describe, expect, test } from 'vitest';
import {
  formatInterval,
  formatPoints,
  formatShare,
  formatWeight,
  wilsonInterval,
} from '../../../../../src/lib/flame/index.ts';
import { parseFrameName } from '../../../../../src/lib/flame/text/frame-name.ts';

describe('shares', () => {
  test.each([
    [0.66, '66%'],
    [0.4521, '45.2%'],
    [0, '0%'],
    [1, '100%'],
    [0.0003, '0.03%'],
    [1e-9, '<0.0001%'],
  ])('%f is %s: something is never nothing', (share, text) => {
    expect(formatShare(share, 'en')).toBe(text);
  });

  test('intervals name both ends, in Chinese with two signs', () => {
    const interval = wilsonInterval(22, 50);
    expect(formatInterval(interval, 'en')).toBe('31.2–57.7%');
    expect(formatInterval(interval, 'zh-Hans')).toBe('31.2%–57.7%');
  });

  test('differences have a sign, a real minus', () => {
    expect(formatPoints(-0.14, 'en')).toBe('−14');
    expect(formatPoints(0.035, 'en')).toBe('+3.5');
    expect(formatPoints(0, 'en')).toBe('0');
  });
});

describe('weights keep their unit', () => {
  test.each([
    [1, 'samples', 'en', '1 sample'],
    [22, 'samples', 'en', '22 samples'],
    [22, 'samples', 'zh-Hans', '22 个样本'],
    [12_500_000, 'nanoseconds', 'en', '12.5 ms'],
    [8192, 'bytes', 'en', '8 KiB'],
    [1234, 'count', 'en', '1,234'],
  ] as const)('%i %s in %s is %s', (weight, unit, locale, text) => {
    expect(formatWeight(weight, unit, locale)).toBe(text);
  });
});

describe('the parts of a frame name', () => {
  test.each([
    ['libsystem_kernel.dylib`writev', { library: 'libsystem_kernel.dylib', symbol: 'writev' }],
    ['ntdll.dll!NtReadFile', { library: 'ntdll.dll', symbol: 'NtReadFile' }],
    ['read (/usr/lib/libc.so.6)', { library: '/usr/lib/libc.so.6', symbol: 'read' }],
    ['run (server.py:12)', { file: 'server.py', symbol: 'run' }],
    ['run (<frozen site>:3)', { file: '<frozen site>', symbol: 'run' }],
    ['vfs_read_[k]', { symbol: 'vfs_read', mark: 'kernel' }],
    ['operator new(unsigned long)', { symbol: 'operator new(unsigned long)' }],
    ['a`', { symbol: 'a`' }],
    ['template `x`', { symbol: 'template `x`' }],
  ])('%s', (name, parts) => {
    expect(parseFrameName(name)).toEqual(parts);
  });
});
