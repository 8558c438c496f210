import type { Localized } from '../../../lib/i18n/index.ts';
import type { Fault } from './review-line.ts';

export interface CodeLine {
  readonly code: string;
  /** What is wrong with it; nothing for a line that may stand. */
  readonly faults: readonly Fault[];
  readonly why: Localized<string>;
}

const declared: Localized<string> = {
  en: 'A name that nothing imports: rustc cannot find AtomicUsize.',
  zh: '这个名字没有导入：rustc 找不到 AtomicUsize。',
};
const plain: Localized<string> = { en: 'Nothing wrong here.', zh: '这里没有问题。' };

/**
 * The lock statistics of the guide's section 3.2 (n-WN/share_these @ a9acb22, `learn/flame.md`), as
 * printed, without its empty lines. Compiled and run in four forms with rustc 1.95 and parking_lot 0.12.1.
 */
export const guideCode: readonly CodeLine[] = [
  {
    code: '// 示例：使用 parking_lot 的锁统计',
    faults: ['no-such-thing'],
    why: {
      en: 'It promises the lock statistics of parking_lot. There are none; its diagnostic feature finds deadlocks.',
      zh: '说的是 parking_lot 的锁统计，可 parking_lot 没有锁统计，它的诊断特性找的是死锁。',
    },
  },
  {
    code: 'use parking_lot::{Mutex, const_mutex};',
    faults: [],
    why: {
      en: 'It compiles. Mutex is never used, which is a warning and no error.',
      zh: '能编译。Mutex 从没用到，只是警告，不是错误。',
    },
  },
  { code: 'use std::sync::Arc;', faults: [], why: plain },
  { code: '#[derive(Default)]', faults: [], why: plain },
  { code: 'struct LockStats {', faults: [], why: plain },
  { code: '    acquire_count: AtomicUsize,', faults: ['not-imported'], why: declared },
  {
    code: '    hold_time: AtomicUsize,',
    faults: ['not-imported', 'wrong-time'],
    why: {
      en: 'AtomicUsize is not imported. And contention is the wait before the lock is got, which has no field here.',
      zh: 'AtomicUsize 没有导入。而且竞争是拿到锁之前的等待，这里连一个字段也没有留给它。',
    },
  },
  { code: '}', faults: [], why: plain },
  {
    code: 'let stats = Arc::new(LockStats::default());',
    faults: ['outside'],
    why: {
      en: 'Here rustc stops: a statement may not stand outside of a function.',
      zh: 'rustc 停在这里：语句不能写在函数外面。',
    },
  },
  {
    code: 'let lock = Arc::new(const_mutex(()));',
    faults: ['outside', 'no-such-thing'],
    why: {
      en: 'Outside of a function as well. And it is a new lock that nothing in the server uses, so its numbers say nothing about the graph.',
      zh: '同样在函数外面。而且这是一把新建的锁，服务器里谁也不用，它的数字与那张图无关。',
    },
  },
  { code: '// 在锁获取时记录统计', faults: [], why: plain },
  {
    code: 'lock.lock();',
    faults: ['dropped'],
    why: {
      en: 'The guard is a temporary and is dropped at the semicolon: the lock is free again at once. `let _guard = lock.lock();` keeps it; `let _ = …` does not.',
      zh: '守卫是临时值，到分号就丢弃了，锁立刻又空了。`let _guard = lock.lock();` 能留住它，`let _ = …` 不能。',
    },
  },
  {
    code: 'stats.acquire_count.fetch_add(1, Ordering::Relaxed);',
    faults: ['not-imported'],
    why: {
      en: 'Ordering is not imported. Relaxed itself is fine: nothing else is ordered by this counter.',
      zh: 'Ordering 没有导入。Relaxed 本身没问题，没有别的数据靠这个计数器定先后。',
    },
  },
  {
    code: 'let start = Instant::now();',
    faults: ['not-imported', 'wrong-time'],
    why: {
      en: 'Instant is not imported. And the clock starts when the wait is already over.',
      zh: 'Instant 没有导入。而且开始计时的时候，等待已经过去了。',
    },
  },
  {
    code: '// ...临界区操作...',
    faults: [],
    why: {
      en: 'The comment may stand. What it stands for runs without the lock, because of the line that took it.',
      zh: '注释本身没有问题。可它代表的操作并没有持锁，原因在拿锁的那一行。',
    },
  },
  {
    code: 'stats.hold_time.fetch_add(start.elapsed().as_micros() as usize, Ordering::Relaxed);',
    faults: ['wrong-time', 'not-imported'],
    why: {
      en: 'At best this is how long the lock was held, and here not even that. Whole microseconds round most short sections down to 0. Ordering is not imported.',
      zh: '充其量是持有时间，在这里连持有时间也不是。取整到微秒，多数短的临界区会变成 0。Ordering 也没有导入。',
    },
  },
];
