import type { Localized } from '../../../lib/i18n/index.ts';

/** A kind of data that answers one kind of question, and what it can see at all. */
export interface Tool {
  readonly id: ToolId;
  readonly name: Localized<string>;
  readonly examples: Localized<string>;
  readonly sees: Localized<string>;
}

export type ToolId = 'on-cpu' | 'off-cpu' | 'live' | 'allocated' | 'trace' | 'packets';

export const tools: readonly Tool[] = [
  {
    id: 'on-cpu',
    name: { en: 'On-CPU stacks', zh: 'On-CPU 调用栈' },
    examples: { en: 'perf record, Go CPU profile', zh: 'perf record、Go 的 CPU 剖析' },
    sees: {
      en: 'On-CPU stacks show what running threads do.',
      zh: 'On-CPU 调用栈看的是运行中的线程在做什么。',
    },
  },
  {
    id: 'off-cpu',
    name: { en: 'Off-CPU or wall-clock stacks', zh: 'Off-CPU 或墙钟调用栈' },
    examples: {
      en: 'offcputime, async-profiler -e wall',
      zh: 'offcputime、async-profiler -e wall',
    },
    sees: {
      en: 'Off-CPU stacks show what threads wait for, and how long.',
      zh: 'Off-CPU 调用栈看的是线程在等什么、等了多久。',
    },
  },
  {
    id: 'live',
    name: { en: 'Live heap', zh: '存活堆' },
    examples: { en: 'Go heap profile, heaptrack', zh: 'Go 的堆剖析、heaptrack' },
    sees: { en: 'A live heap shows who keeps memory.', zh: '存活堆看的是谁占着内存不放。' },
  },
  {
    id: 'allocated',
    name: { en: 'Allocations', zh: '分配' },
    examples: { en: 'Go allocs profile, heaptrack', zh: 'Go 的 allocs 剖析、heaptrack' },
    sees: {
      en: 'Allocations show who asks for memory, even if only for a moment.',
      zh: '分配剖析看的是谁在要内存，哪怕只用一会儿。',
    },
  },
  {
    id: 'trace',
    name: { en: 'Distributed trace', zh: '分布式追踪' },
    examples: { en: 'OpenTelemetry', zh: 'OpenTelemetry' },
    sees: {
      en: 'A trace follows one request from service to service.',
      zh: '追踪跟着一个请求，从一个服务走到下一个服务。',
    },
  },
  {
    id: 'packets',
    name: { en: 'Packets', zh: '数据包' },
    examples: { en: 'Wireshark, tcpdump', zh: 'Wireshark、tcpdump' },
    sees: { en: 'Packets show what went over the wire.', zh: '数据包看的是线路上走过什么。' },
  },
];
