import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { realTime } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { foldOffCpuTime } from '../fold-offcputime.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools, versionOf } from '../tools.ts';
import { pprofOf } from '../with-unit.ts';

const modes = ['one', 'sharded', 'readers'] as const;
type Mode = (typeof modes)[number];
const operations = 1_000_000;
const program = 'target/release/lock-contention';
const work = { amount: 4 * operations, of: 'operations' };

const roles = { one: 'before', sharded: 'after', readers: 'variant' } as const;
const shared = { language: 'Rust' } as const;

/** What the lock asks of the kernel; the main thread, which waits for the others, does not count. */
const futex = { match: 'do_futex', under: 'lock_contention::serve_requests' } as const;

const onCpu: readonly SampleText[] = [
  {
    ...shared,
    id: 'locks-one',
    file: 'locks-one.folded',
    view: 'on-cpu',
    unit: 'samples',
    causes: ['lock-contention', 'system-calls'],
    partOf: { set: 'locks', role: roles.one },
    title: { en: 'Four threads, one lock', zh: '四个线程，一把锁' },
    story: {
      en: 'Four threads look sessions up in one map; one operation in sixteen changes a session. A single mutex guards the whole map, and the work is done while holding it. The threads ran with real-time priority, so that nothing else on the machine came between them. This is what a CPU profile sees of the fight: going to sleep and waking others.',
      zh: '四个线程在同一张表里查会话，每十六次操作里有一次修改。整张表由一把互斥锁保护，而且干活时一直握着它。线程以实时优先级运行，机器上的其他工作插不进来。这张图是 CPU 剖析眼里的争抢：看得到的只有去睡觉、去叫醒别人。',
    },
    lookFor: {
      en: 'The futex calls under look_up and change: going to sleep and waking. They seem to come from look_up itself, because the C library’s syscall has no frame, so its caller, lock_contended, is missing. The waiting is not here: a waiting thread is not on the CPU. Open the off-CPU recording of the same program beside it.',
      zh: '看 look_up 和 change 下面的 futex 调用：去睡觉、去叫醒别人。它们看上去由 look_up 直接发出，是因为 C 库的 syscall 没有自己的栈帧，它的调用者 lock_contended 就丢了。等待本身不在这里：等锁的线程不在 CPU 上。把同一个程序的 Off-CPU 记录放在旁边一起看。',
    },
    planted: [
      { query: { share: { total: futex } }, within: [0.15, 0.8] },
      {
        query: { ratio: [{ after: { samples: true } }, { samples: true }] },
        after: 'locks-sharded',
        within: [0.1, 0.8],
      },
    ],
  },
  {
    ...shared,
    id: 'locks-sharded',
    file: 'locks-sharded.folded',
    view: 'on-cpu',
    unit: 'samples',
    causes: ['sharded-lock'],
    partOf: { set: 'locks', role: roles.sharded },
    title: { en: 'Four threads, 64 locks', zh: '四个线程，六十四把锁' },
    story: {
      en: 'The same operations on the same sessions, but the map is split over 64 mutexes by key, so that two threads rarely want the same one.',
      zh: '同样的会话、同样的操作，只是按键把表分到 64 把互斥锁后面，两个线程很少再要同一把。',
    },
    lookFor: {
      en: 'The slow path is nearly gone, and so are its samples. What is left is the work itself, checksum, whose number of samples is about the same as before: the share grew, the cost did not.',
      zh: '慢路径几乎消失，它的样本也没了。剩下的是工作本身 checksum，样本数与之前差不多：占比变大，开销没变。',
    },
    planted: [
      { query: { share: { total: futex } }, within: [0, 0.15] },
      { query: { share: { total: 'lock_contention::checksum' } }, within: [0.5, 1] },
    ],
  },
  {
    ...shared,
    id: 'locks-readers',
    file: 'locks-readers.folded',
    view: 'on-cpu',
    unit: 'samples',
    causes: ['lock-contention', 'read-write-lock'],
    partOf: { set: 'locks', role: roles.readers },
    title: { en: 'Four threads, one read–write lock', zh: '四个线程，一把读写锁' },
    story: {
      en: 'The guide’s advice, tried: one read–write lock in place of the mutex. Fifteen of sixteen operations only read, which sounds like the perfect case.',
      zh: '照指南的建议试一次：用一把读写锁换掉互斥锁。十六次操作里有十五次只读，听上去再合适不过。',
    },
    lookFor: {
      en: 'Fewer samples than with the mutex, and clearly more than with 64 locks. Even a reader writes to the lock’s counter, and each writer has to wait until the room is empty. “Use a read–write lock” is a hypothesis to measure, not a remedy.',
      zh: '样本比互斥锁少，却明显多于 64 把锁。读者也要改写锁里的计数，而每个写者都得先等所有人出来。“换成读写锁”是需要测量的假设，不是药方。',
    },
    planted: [{ query: { share: { total: futex } }, within: [0.1, 0.8] }],
  },
];

const offCpuTexts: Record<Mode, Pick<SampleText, 'title' | 'story' | 'lookFor'>> = {
  one: {
    title: { en: 'Four threads, one lock: off-CPU', zh: '四个线程，一把锁：Off-CPU' },
    story: {
      en: 'The same program, the same operations, seen from the other side: an eBPF program notes at each context switch how long a thread stayed away and where it had been. Width is nanoseconds of not running, added up over all threads.',
      zh: '同一个程序、同样的操作，从另一面看：一段 eBPF 程序在每次上下文切换时，记下线程离开了多久、离开时在哪里。宽度是所有线程加起来没有运行的纳秒数。',
    },
    lookFor: {
      en: 'futex_wait under look_up is waiting for the lock. Under the main thread it is not: that thread only waits for the workers to finish. Stacks that end in irqentry were pushed off the CPU by others. (pthread_condattr_setpshared is start_thread: the tracer sees exported symbols only.)',
      zh: 'look_up 下面的 futex_wait 是在等锁；主线程下面的不是，它只是在等工作线程结束。以 irqentry 结尾的栈，是被别人挤下 CPU 的。（pthread_condattr_setpshared 其实是 start_thread：这个跟踪器只看得到导出符号。）',
    },
  },
  sharded: {
    title: { en: 'Four threads, 64 locks: off-CPU', zh: '四个线程，六十四把锁：Off-CPU' },
    story: {
      en: 'Off-CPU time of the sharded map, for the same operations.',
      zh: '分片之后的 Off-CPU 时间，操作数相同。',
    },
    lookFor: {
      en: 'How much less of look_up is futex_wait, and that a graph of waiting has no “100 %” that you want to keep: the total itself shrank.',
      zh: '看 look_up 下面的 futex_wait 少了多少；也要看到，等待图里没有什么需要保住的“100%”：总量本身变小了。',
    },
  },
  readers: {
    title: {
      en: 'Four threads, one read–write lock: off-CPU',
      zh: '四个线程，一把读写锁：Off-CPU',
    },
    story: {
      en: 'Off-CPU time with one read–write lock, for the same operations.',
      zh: '使用一把读写锁时的 Off-CPU 时间，操作数相同。',
    },
    lookFor: {
      en: 'Who waits: readers behind a writer, or a writer behind readers? look_up reads and change writes.',
      zh: '是谁在等：读者等写者，还是写者等读者？look_up 是读，change 是写。',
    },
  },
};

const waitingForLock = { match: 'futex_wait', under: 'lock_contention::serve_requests' };

const offCpu: readonly SampleText[] = modes.map((mode) => ({
  ...shared,
  ...offCpuTexts[mode],
  id: `locks-${mode}-off-cpu`,
  file: `locks-${mode}-off-cpu.pb.gz`,
  view: 'off-cpu',
  unit: 'nanoseconds',
  causes: mode === 'sharded' ? ['sharded-lock'] : ['lock-contention'],
  partOf: { set: 'locks-off-cpu', role: roles[mode] },
  planted: [
    {
      query: { share: { total: waitingForLock } },
      within: mode === 'sharded' ? [0, 0.75] : [0.3, 1],
    },
    ...(mode === 'one'
      ? [
          {
            query: { ratio: [{ after: { total: waitingForLock } }, { total: waitingForLock }] },
            after: 'locks-sharded-off-cpu',
            within: [0, 0.7],
          } as const,
        ]
      : []),
  ],
}));

/** Attaches offcputime before the threads start, and ends it while their names can still be read. */
async function traceOffCpu(bench: Bench, mode: Mode): Promise<Taken> {
  const args = [program, mode, String(operations), 'wait'];
  const [command, ...priority] = realTime;
  const running = bench.start(command, [...priority, ...args]);
  const options = ['--stack-storage-size', '16384'];
  const tracer = spawn('offcputime', ['-p', String(running.pid), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = tracer.stdout.toArray();
  await pause(2000); // until its probes are in place: it does not say when
  running.writeLine();
  await running.line();
  tracer.kill('SIGINT');
  await once(tracer, 'close');
  running.endInput();
  await running.ended();
  return {
    content: await pprofOf(foldOffCpuTime(Buffer.concat(await output).toString('utf8')), {
      name: 'off-cpu',
      unit: 'nanoseconds',
    }),
    command: `offcputime -p $(pidof lock-contention) ${options.join(' ')}  # of: ${[...realTime, ...args].join(' ')}`,
    tool: versionOf('offcputime'),
    event: 'sched_switch, time until the thread runs again',
    work,
  };
}

export const lockContention: Recording = {
  id: 'lock-contention',
  program: 'lock-contention: four threads, std::sync locks, rustc -O with frame pointers',
  needs: [...perfTools, 'cargo', 'offcputime', 'real-time priority'],
  samples: [...onCpu, ...offCpu],

  async record(bench) {
    await bench.buildRust();
    const taken = new Map<string, Taken>();
    for (const mode of modes) {
      const command = [program, mode, String(operations)];
      const run = await bench.perf({ name: mode, command, frequency: 999, inRealTime: true });
      taken.set(`locks-${mode}`, { ...run, work });
      taken.set(`locks-${mode}-off-cpu`, await traceOffCpu(bench, mode));
    }
    return taken;
  },
};
