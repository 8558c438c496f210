import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayLevels, displayName } from '../../../../../src/lib/flame/index.ts';

const upgradeable =
  'share_these`<hyper_util::server::conn::auto::UpgradeableConnection<I,S,E> as core::future::future::Future>::poll';

describe('a name for eyes', () => {
  test.each([
    ['raw', upgradeable],
    ['tidy', upgradeable],
    [
      'short',
      '<hyper_util::server::conn::auto::UpgradeableConnection<…> as core::future::future::Future>::poll',
    ],
    ['shortest', 'UpgradeableConnection::poll'],
  ] as const)('%s', (level, shown) => {
    expect(displayName(upgradeable, { level })).toBe(shown);
  });

  test.each([
    ['core::iter::Iterator::collect::h08724396296cdea6', 'core::iter::Iterator::collect'],
    ['libsystem_pthread.dylib`DYLD-STUB$$__gettimeofday', '__gettimeofday'],
    ['share_these`share_these::main::_{{closure}}', 'share_these::main::{{closure}}'],
    ['tcp_sendmsg_[k]', 'tcp_sendmsg'],
    ['_int_malloc.isra.0', '_int_malloc'],
    ['pthread_cond_signal@@GLIBC_2.3.2', 'pthread_cond_signal'],
    ['std::vector<int, std::allocator<int> >::push_back(int const&)', 'std::vector<…>::push_back'],
    ['std::function<int (int, int)>::operator()(int, int) const', 'std::function<…>::operator()'],
    ['bool operator< <int>(A const&, A const&)', 'bool operator< <…>'],
    ['Foo::operator->()', 'Foo::operator->'],
    ['(anonymous namespace)::Foo::bar(int)', '(anonymous namespace)::Foo::bar'],
    ['net/http.(*conn).serve', 'net/http.(*conn).serve'],
    ['java.util.ArrayList.<init>', 'java.util.ArrayList.<init>'],
    ['deep (app.py:15)', 'deep'],
    ['-[NSView drawRect:]', '-[NSView drawRect:]'],
    ['[unknown]', '[unknown]'],
    ['foo<[u8; 2]>', 'foo<…>'],
    ['a <b', 'a <b'],
    ['', ''],
  ])('%s is short for %s', (name, shown) => {
    expect(displayName(name)).toBe(shown);
  });

  test.each([
    ['net/http.(*conn).serve', 'http.(*conn).serve'],
    ['java.util.HashMap.get', 'HashMap.get'],
    [
      'io/netty/channel/AbstractChannel$AbstractUnsafe:.flush0_[j]',
      'AbstractChannel$AbstractUnsafe.flush0',
    ],
    ['tokio::runtime::task::raw::poll', 'raw::poll'],
    ['<alloc::boxed::Box<F,A> as core::ops::function::FnOnce<Args>>::call_once', 'Box::call_once'],
    ['main', 'main'],
  ])('%s is shortest as %s', (name, shown) => {
    expect(displayName(name, { level: 'shortest' })).toBe(shown);
  });

  test.each(['.cold', ' [clone .a]', '{{closure}}::', '::<', '$', '_ZN', ' as '])(
    'a name of many “%s” takes no longer than one as long',
    (part) => {
      const start = performance.now();
      for (const level of displayLevels) displayName(`a${part.repeat(20_000)}!`, { level });
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );

  test('never fails, and never shows nothing for something', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...displayLevels),
        (name, level) => {
          expect(displayName(name, { level }) === '').toBe(name === '');
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });

  test('brackets that do not match are left as they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '(', ')', 'a', ':', ' ') }),
        (name) => {
          expect(() => displayName(name, { level: 'shortest' })).not.toThrow();
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });
});
