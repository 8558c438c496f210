import { realTime } from '../bench.ts';
import type { Bench } from '../bench.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const runs = [1, 2, 3, 4, 5] as const;
const downloads = 120;
const megabytes = 8;

interface Size {
  readonly id: 'chunks-8k' | 'chunks-1m';
  readonly role: 'before' | 'after';
  readonly bytes: number;
}

const small: Size = { id: 'chunks-8k', role: 'before', bytes: 8 << 10 };
const large: Size = { id: 'chunks-1m', role: 'after', bytes: 1 << 20 };

const texts = {
  'chunks-8k': {
    title: {
      en: 'The file server on Linux, in chunks of 8 KiB',
      zh: 'Linux 上的文件服务器：每块 8 KiB',
    },
    story: {
      en: 'A server of the same shape as the guide’s (tokio and hyper) sends one file of 8 MiB 120 times, in chunks of 8 KiB. Each chunk is read on a thread of the blocking pool and sent by a worker: 1,024 hops there and back for each download, and each hop wakes a thread twice. This is the “before” of the experiment; every run covers the same 120 downloads, in real-time priority, so that other work on the machine stays out of it.',
      zh: '一个与指南里结构相同的服务器（tokio 加 hyper），把一个 8 MiB 的文件发送 120 次，每块 8 KiB。每一块都先由阻塞线程池的线程读出来，再由工作线程发出去：一次下载要来回跳 1,024 趟，每一趟都要唤醒线程两次。这是实验里的“改之前”；每次记录的工作量相同，都是 120 次下载；服务器以实时优先级运行，免得机器上的其他工作掺进来。',
    },
    lookFor: {
      en: 'How much of the width is futex, in both directions, and how little is the copying of bytes. Several frames that end in “unlock_irq” are where the virtual machine’s clock could look again, not locks that somebody fights for.',
      zh: '看 futex（等待和唤醒两个方向）占了多宽，真正搬运字节的部分又有多窄。几个以 unlock_irq 结尾的栈帧，是虚拟机的时钟中断重新打开、采样得以发生的地方，并不是有人在抢锁。',
    },
  },
  'chunks-1m': {
    title: {
      en: 'The file server on Linux, in chunks of 1 MiB',
      zh: 'Linux 上的文件服务器：每块 1 MiB',
    },
    story: {
      en: 'The same program, the same file, the same 120 downloads; only the chunk has grown to 1 MiB. Eight hops for each download instead of 1,024. This is the “after” of the experiment.',
      zh: '同一个程序、同一个文件、同样的 120 次下载，只是每块变成了 1 MiB：一次下载只跳 8 趟，而不是 1,024 趟。这是实验里的“改之后”。',
    },
    lookFor: {
      en: 'Compare the number of samples, not the shares: the work is the same, so fewer samples are less CPU time. The share of copying has grown, although copying did not get slower.',
      zh: '要比的是样本总数，而不是占比：工作量相同，样本少就是 CPU 时间少。搬运字节的占比变大了，可搬运本身并没有变慢。',
    },
  },
} as const;

function textOf({ id, role }: Size, run: number): SampleText {
  const { title, story, lookFor } = texts[id];
  return {
    id: `${id}-${run}`,
    file: `${id}-${run}.folded.gz`,
    title: { en: `${title.en} (run ${run})`, zh: `${title.zh}（第 ${run} 次）` },
    story,
    lookFor,
    view: 'on-cpu',
    language: 'Rust',
    causes: ['chunk-size', 'wake-ups', 'system-calls'],
    unit: 'samples',
    partOf: { set: 'chunk-size', role, run },
    planted:
      role === 'before'
        ? [
            { query: { share: { total: 'do_futex' } }, within: [0.2, 0.8] },
            {
              query: { ratio: [{ after: { samples: true } }, { samples: true }] },
              after: `${large.id}-${run}`,
              within: [0.02, 0.4],
            },
          ]
        : [
            { query: { share: { total: 'do_futex' } }, within: [0, 0.3] },
            { query: { share: { total: '_copy_to_iter' } }, within: [0.1, 0.6] },
          ],
  };
}

async function recordRun(bench: Bench, { id, bytes }: Size, run: number): Promise<Taken> {
  const server = 'target/release/chunk-server';
  const taken = await bench.perf({
    name: `${id}-${run}`,
    command: [server, String(bytes), 'file.bin', String(downloads)],
    frequency: 999,
    inRealTime: true,
    drive: async (running) => {
      const address = await running.line();
      const client = [...realTime, 'target/release/download', address, String(downloads)];
      const received = await bench.run(client[0] ?? '', client.slice(1));
      const expected = downloads * megabytes * 2 ** 20;
      if (Number(received) < expected) throw new Error(`${received} bytes came of ${expected}`);
    },
  });
  return { ...taken, work: { amount: downloads, of: 'downloads of 8 MiB' } };
}

export const chunkServer: Recording = {
  id: 'chunk-server',
  program: 'chunk-server: tokio 1.24, hyper 0.14 (Debian), rustc -O with frame pointers',
  needs: [
    ...perfTools,
    'cargo',
    'librust-tokio',
    'librust-hyper',
    'librust-futures-util',
    'real-time priority',
  ],
  samples: runs.flatMap((run) => [textOf(small, run), textOf(large, run)]),

  async record(bench) {
    await bench.buildRust();
    await bench.run('dd', ['if=/dev/urandom', 'of=file.bin', 'bs=1M', `count=${megabytes}`]);
    const taken = new Map<string, Taken>();
    for (const run of runs) {
      // Turn about, so that a slow minute of the machine does not hit one size only.
      for (const size of run % 2 === 1 ? [small, large] : [large, small]) {
        taken.set(`${size.id}-${run}`, await recordRun(bench, size, run));
      }
    }
    return taken;
  },
};
