import { connect } from 'node:net';
import type { Recording } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const clients = 100;
const pause = 30;

/** One client: connects, reads the greeting to its end, goes. */
function visit(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.resume();
  });
}

async function visitOften(address: string): Promise<void> {
  const port = Number(address.split(':').at(-1));
  for (let client = 0; client < clients; client++) {
    await visit(port);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

const shared = {
  view: 'on-cpu',
  language: 'Rust',
  unit: 'samples',
} as const;

export const shutdownFlag: Recording = {
  id: 'shutdown-flag',
  program: 'shutdown-flag: tokio 1.24 (Debian), one thread, rustc -O with frame pointers',
  needs: [...perfTools, 'cargo', 'librust-tokio', 'librust-futures-util'],
  samples: [
    {
      ...shared,
      id: 'shutdown-polling',
      file: 'shutdown-polling.folded',
      causes: ['busy-polling'],
      partOf: { set: 'shutdown-flag', role: 'before' },
      title: {
        en: 'A server that polls a shutdown flag',
        zh: '轮询关闭标志的服务器',
      },
      story: {
        en: 'The guide’s pseudo-code of 2.1, made real: while the flag is not set, look for connections, clean up, and start again. About thirty clients a second come by for a few seconds, then the flag is set. There is next to nothing to do, and one core is busy all the time.',
        zh: '把指南 2.1 节的伪代码写成真的程序：只要标志没有置位，就看看有没有连接、清理资源，然后从头再来。几秒钟里每秒大约来三十个客户端，最后才置位。要做的事几乎没有，一个 CPU 核却一直是满的。',
      },
      lookFor: {
        en: 'Busy polling is wide, and it is your own loop: process_connections and clean_resources stand in it, and the runtime’s own poll of the event queue (park_yield) beside them. The real server of lesson 1 shows nothing of the kind.',
        zh: '忙轮询会很宽，而且宽在你自己的循环里：process_connections、clean_resources 都在其中，旁边是运行时对事件队列的轮询（park_yield）。第 1 节里那个真实的服务器，完全没有这种形状。',
      },
      planted: [
        { query: { samples: true }, within: [1500, 20000] },
        { query: { share: { total: 'process_connections' } }, within: [0.02, 0.6] },
        {
          query: { ratio: [{ after: { samples: true } }, { samples: true }] },
          after: 'shutdown-waiting',
          within: [0, 0.05],
        },
      ],
    },
    {
      ...shared,
      id: 'shutdown-waiting',
      file: 'shutdown-waiting.folded',
      causes: ['event-driven', 'too-few-samples'],
      partOf: { set: 'shutdown-flag', role: 'after' },
      title: {
        en: 'The same server, waiting for events',
        zh: '同一个服务器，改为等待事件',
      },
      story: {
        en: 'The same answers to the same clients, but the loop sleeps until a connection, a tick or the shutdown wakes it (tokio::select!). It was recorded for as long as the polling one.',
        zh: '对同样的客户端给出同样的回答，但循环会睡眠，直到有连接、定时器或关闭通知来唤醒它（tokio::select!）。记录的时长与轮询的那一份相同。',
      },
      lookFor: {
        en: 'How few samples there are: a program that sleeps is not on the CPU, so a CPU profile of it is nearly empty. With this few, no share in it means anything.',
        zh: '样本少得可怜：睡着的程序不在 CPU 上，它的 CPU 剖析几乎是空的。样本这么少，里面任何一个占比都没有意义。',
      },
      planted: [{ query: { samples: true }, within: [1, 150] }],
    },
  ],

  async record(bench) {
    await bench.buildRust();
    const taken = new Map<string, Taken>();
    for (const way of ['polling', 'waiting']) {
      const run = await bench.perf({
        name: way,
        command: ['target/release/shutdown-flag', way],
        frequency: 999,
        drive: async (running) => {
          await visitOften(await running.line());
          running.endInput();
        },
      });
      taken.set(`shutdown-${way}`, { ...run, work: { amount: clients, of: 'clients answered' } });
    }
    return taken;
  },
};
