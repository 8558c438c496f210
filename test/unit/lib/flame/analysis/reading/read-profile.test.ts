import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProfile } from '../../../../../../src/lib/flame/index.ts';
import type { Profile } from '../../../../../../src/lib/flame/index.ts';
import { anyProfile } from '../../../../../support/any-profile.ts';
import { profileOf } from '../../../../../support/profile-of.ts';
import { publicSamples } from '../../../../../support/public-samples.ts';

const codesOf = (profile: Profile) => readProfile(profile).cautions.map(({ code }) => code);

describe('cautions', () => {
  test('thousands of samples need no warning of few', () => {
    const codes = codesOf(profileOf('main;a 9000\nmain;b 1000'));
    expect(codes).not.toContain('few-samples');
    expect(codes).not.toContain('weights-look-like-periods');
    expect(codesOf(profileOf('main;a 300\nmain;b 100'))).toContain('few-samples');
  });

  test('bytes and time have no intervals', () => {
    const reading = readProfile(profileOf('a 4096\nb 1024', { unit: 'bytes' }));
    expect(reading.samples).toBeUndefined();
    expect(reading.hotBySelf[0]?.self.interval).toBeUndefined();
    expect(reading.cautions[0]).toMatchObject({
      code: 'weights-not-samples',
      values: { unit: 'bytes' },
    });
  });

  // stackcollapse-perf.pl adds up periods: 11 samples become 443,455,790.
  test('samples that are cycles are not taken for 443 million observations', () => {
    const reading = readProfile(profileOf('perf;a 250000\nperf;b 250000\nperf;c 750000'));
    expect(reading.samples).toBeUndefined();
    expect(reading.cautions[0]?.code).toBe('weights-look-like-periods');
  });

  test('a profile that mostly waits is not called one of processor time', () => {
    const wall = profileOf(
      'main;libc.so.6`epoll_wait 70\nmain;libc.so.6`nanosleep 20\nmain;work 10',
    );
    expect(codesOf(wall)).toContain('waiting-counted');
    expect(codesOf(wall)).not.toContain('on-cpu-only');
  });

  test('frames without a name', () => {
    expect(codesOf(profileOf('main;[unknown] 40\nmain;a 60'))).toContain('missing-symbols');
  });

  test('a lock that is named like one, and locks, does not mislead', () => {
    const real = profileOf('app::LockManager::run;app::LockManager::lock 50\nmain 50');
    expect(codesOf(real)).not.toContain('name-misleads');
    const wrapper = profileOf('app::LockManager::run;app::parse 50\nmain 50');
    expect(codesOf(wrapper)).toContain('name-misleads');
  });

  test('one thread, and many', () => {
    expect(codesOf(profileOf('_start;main;a 5'))).toContain('one-thread');
    expect(codesOf(profileOf('start_thread;a 8\n_start;main;b 2'))).toEqual(
      expect.arrayContaining(['many-threads', 'mixed-phases']),
    );
    // A first thread that does most of the work is not just starting up.
    expect(codesOf(profileOf('start_thread;a 2\n_start;main;b 8'))).not.toContain('mixed-phases');
  });

  test('kernel frames under the calls: nothing is hidden in stubs', () => {
    const linux = profileOf(
      'app;__libc_write;entry_SYSCALL_64;do_syscall_64;__x64_sys_write;ksys_write;tcp_sendmsg 9',
    );
    expect(codesOf(linux)).not.toContain('kernel-hidden');
    expect(readProfile(linux).systemCalls.calls).toMatchObject([
      { name: 'write', kind: 'write', weight: 9, callers: [{ name: 'app', weight: 9 }] },
    ]);
  });
});

describe('any profile can be read', () => {
  test('an empty one too', () => {
    const reading = readProfile(profileOf(''));
    expect([reading.totalWeight, reading.widest, reading.chains]).toEqual([0, [], []]);
  });

  const check = (profile: Profile) => {
    const reading = readProfile(profile);
    const { all, calls, kinds, groups } = reading.systemCalls;
    const sum = (facts: readonly { weight: number }[]) =>
      facts.reduce((total, { weight }) => total + weight, 0);
    expect(sum(calls)).toBeCloseTo(all.weight, 6);
    expect(sum(kinds)).toBeCloseTo(all.weight, 6);
    expect(sum(groups)).toBeCloseTo(all.weight, 6);
    for (const { share } of [...reading.shapes, ...reading.cautions, ...reading.widest]) {
      expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
    }
  };

  test('parts add up, and no share is above one', () => {
    fc.assert(fc.property(anyProfile, check), { seed: 11, numRuns: 200 });
  });

  test('of the site’s own samples too', { timeout: 120_000 }, async () => {
    for (const { profile } of await publicSamples()) check(profile);
  });
});
