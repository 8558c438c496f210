import type { Sample } from '../../content/schemas/sample.ts';
import type { Localized } from '../i18n/index.ts';

/** What is planted in the samples, or what they teach, in the order in which a reader chooses. */
export const causeGroups: readonly {
  readonly title: Localized<string>;
  readonly causes: Readonly<Record<string, Localized<string>>>;
}[] = [
  {
    title: { en: 'Waiting and waking', zh: '等待与唤醒' },
    causes: {
      'lock-contention': { en: 'a contended lock', zh: '锁争用' },
      'read-write-lock': { en: 'a read–write lock', zh: '读写锁' },
      'sharded-lock': { en: 'a sharded lock', zh: '分片锁' },
      'busy-polling': { en: 'busy polling', zh: '忙轮询' },
      'event-driven': { en: 'waiting for events', zh: '等待事件' },
      'wake-ups': { en: 'wake-ups between threads', zh: '线程间唤醒' },
    },
  },
  {
    title: { en: 'System calls', zh: '系统调用' },
    causes: {
      'system-calls': { en: 'many system calls', zh: '系统调用多' },
      'chunk-size': { en: 'the size of chunks', zh: '分块大小' },
      'small-writes': { en: 'small writes', zh: '零碎写入' },
      'buffered-writes': { en: 'buffered writes', zh: '缓冲写入' },
      'vectored-writes': { en: 'vectored writes (writev)', zh: '聚集写（writev）' },
    },
  },
  {
    title: { en: 'Memory', zh: '内存' },
    causes: {
      'allocation-churn': { en: 'allocation churn', zh: '反复分配' },
      reuse: { en: 'reuse instead of allocation', zh: '复用而不分配' },
      'garbage-collection': { en: 'garbage collection', zh: '垃圾回收' },
      'growing-memory': { en: 'memory that grows', zh: '内存增长' },
      'memory-leak': { en: 'a leak', zh: '内存泄漏' },
      'memory-peak': { en: 'a peak', zh: '内存峰值' },
      'memory-bound': { en: 'bound by memory', zh: '受内存限制' },
    },
  },
  {
    title: { en: 'Computing', zh: '计算' },
    causes: {
      'compute-bound': { en: 'bound by computing', zh: '受算力限制' },
      'linear-search': { en: 'a linear search', zh: '线性查找' },
      'parsing-again': { en: 'parsing the same again', zh: '重复解析' },
      regression: { en: 'a regression in one function', zh: '某个函数变慢' },
      recursion: { en: 'recursion', zh: '递归' },
      'many-callers': { en: 'many callers, one leaf', zh: '一个叶，许多调用者' },
      'many-callees': { en: 'one caller, many leaves', zh: '一个调用者，许多叶' },
    },
  },
  {
    title: { en: 'Stacks, names and sampling', zh: '栈、名字与采样' },
    causes: {
      'missing-frame-pointers': { en: 'missing frame pointers', zh: '缺少帧指针' },
      'frame-pointers': { en: 'with frame pointers', zh: '有帧指针' },
      'dwarf-unwinding': { en: 'unwinding by DWARF', zh: 'DWARF 回溯' },
      'truncated-stacks': { en: 'truncated stacks', zh: '栈被截断' },
      'missing-symbols': { en: 'missing symbols', zh: '缺少符号' },
      'debug-information': { en: 'debug information', zh: '调试信息' },
      inlining: { en: 'inlining', zh: '内联' },
      'jit-symbols': { en: 'names of compiled-on-the-fly code', zh: 'JIT 代码的名字' },
      'safepoint-bias': { en: 'safepoint bias', zh: '安全点偏差' },
      'runtime-hidden': { en: 'a hidden runtime', zh: '看不见的运行时' },
      'too-few-samples': { en: 'too few samples', zh: '样本太少' },
      'large-profile': { en: 'a large profile', zh: '很大的剖析数据' },
    },
  },
];

/** Profilers by what they print about themselves; the first that fits counts. */
const tools: readonly {
  readonly id: string;
  readonly prints: RegExp;
  readonly name: Localized<string>;
}[] = [
  { id: 'perf', prints: /^perf /, name: { en: 'perf', zh: 'perf' } },
  {
    id: 'offcputime',
    prints: /^offcputime/,
    name: { en: 'offcputime (eBPF)', zh: 'offcputime（eBPF）' },
  },
  {
    id: 'cargo-flamegraph',
    prints: /^cargo flamegraph/,
    name: { en: 'cargo flamegraph (DTrace)', zh: 'cargo flamegraph（DTrace）' },
  },
  { id: 'heaptrack', prints: /^heaptrack/, name: { en: 'heaptrack', zh: 'heaptrack' } },
  {
    id: 'go-pprof',
    prints: /^runtime\/pprof/,
    name: { en: 'Go runtime/pprof', zh: 'Go runtime/pprof' },
  },
  {
    id: 'v8',
    prints: /V8 CPU profiler/,
    name: { en: 'Node.js --cpu-prof (V8)', zh: 'Node.js --cpu-prof（V8）' },
  },
  {
    id: 'jfr',
    prints: /^Flight Recorder/,
    name: { en: 'Java Flight Recorder', zh: 'Java Flight Recorder' },
  },
  {
    id: 'stack-traces',
    prints: /getAllStackTraces/,
    name: { en: 'stack traces in a loop (Java)', zh: '循环取栈（Java）' },
  },
];

/** The profiler of a sample without its version. Throws for one that has no name here yet. */
export function toolOf(sample: Pick<Sample, 'id' | 'tool'>): (typeof tools)[number] {
  const found = tools.find(({ prints }) => prints.test(sample.tool));
  if (found === undefined) {
    throw new Error(`${sample.id}: "${sample.tool}" has no name in src/lib/site/sample-tags.ts.`);
  }
  return found;
}

const causes = new Map(causeGroups.flatMap((group) => Object.entries(group.causes)));

/** A cause in the reader's words. Throws for one that has no name here yet. */
export function causeName(cause: string): Localized<string> {
  const name = causes.get(cause);
  if (name === undefined) {
    throw new Error(`The cause "${cause}" has no name in src/lib/site/sample-tags.ts.`);
  }
  return name;
}
