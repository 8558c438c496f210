import { readFile } from 'node:fs/promises';
import type { Bench } from '../bench.ts';
import { foldJfr } from '../fold-jfr.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools, versionOf } from '../tools.ts';

const seconds = '8';
/** With this collector, counted loops have no safepoint poll; G1 puts one in every thousandth turn. */
const serial = '-XX:+UseSerialGC';
const diagnostic = '-XX:+UnlockDiagnosticVMOptions';
const debugInfo = [diagnostic, '-XX:+DebugNonSafepoints'];

async function recordWithFlightRecorder(
  bench: Bench,
  name: string,
  options: readonly string[],
): Promise<Taken> {
  const flight = `-XX:StartFlightRecording=filename=${name}.jfr,settings=profile`;
  await bench.run('java', [serial, ...options, '-Xlog:disable', flight, 'Ledger', seconds]);
  const events = ['print', '--events', 'jdk.ExecutionSample', '--stack-depth', '64'];
  const printed = await bench.run('jfr', [...events, `${name}.jfr`]);
  return {
    content: foldJfr(printed),
    command: ['java', serial, ...options, flight, 'Ledger', seconds].join(' '),
    tool: `Flight Recorder of ${versionOf('java')}`,
    event: 'jdk.ExecutionSample, about every 10 ms',
    frequency: 100,
  };
}

async function recordByStopping(bench: Bench): Promise<Taken> {
  await bench.run('java', [serial, 'Ledger', seconds, 'stopping.folded']);
  return {
    content: await readFile(bench.path('stopping.folded'), 'utf8'),
    command: `java ${serial} Ledger ${seconds} stopping.folded`,
    tool: `Thread.getAllStackTraces in a loop, ${versionOf('java')}`,
    event: 'wall clock, every 5 ms, at a safepoint',
    frequency: 200,
  };
}

async function recordWithPerf(bench: Bench): Promise<Taken> {
  // perf's map names compiled methods only: not inlining keeps addColumn one of them.
  const visible = ['-XX:CompileCommand=quiet', '-XX:CompileCommand=dontinline,Ledger::*'];
  const map = ['-XX:+PreserveFramePointer', diagnostic, '-XX:+DumpPerfMapAtExit'];
  const run = await bench.perf({
    name: 'perf',
    command: ['java', serial, ...visible, ...map, 'Ledger', seconds],
    frequency: 499,
  });
  return { ...run, tool: `${run.tool}, ${versionOf('java')}` };
}

const shared = { language: 'Java', unit: 'samples' } as const satisfies Partial<SampleText>;

export const javaLedger: Recording = {
  id: 'java-ledger',
  program: 'Ledger: one Java class, OpenJDK 17, serial collector',
  needs: [...perfTools, 'java', 'javac', 'jfr'],
  samples: [
    {
      ...shared,
      id: 'java-stopping',
      file: 'java-stopping.folded',
      view: 'wall-clock',
      causes: ['safepoint-bias'],
      partOf: { set: 'java-ledger', role: 'before' },
      title: { en: 'A Java program, stopped for each sample', zh: 'Java 程序：每次采样都让它停下' },
      story: {
        en: 'Nearly all time of this program is in addColumn, a loop without a safepoint poll. This sampler asks for stack traces with Thread.getAllStackTraces, as “jstack in a loop” does: the thread must first run on to a place where it can stop.',
        zh: '这个程序几乎全部时间都花在 addColumn 里，那是一个没有安全点检查的循环。这个采样器用 Thread.getAllStackTraces 取调用栈，和“循环跑 jstack”一样：线程得先跑到一个能停的地方。',
      },
      lookFor: {
        en: 'It says that noteSum is hot. noteSum takes next to no time; it is merely where the thread could stop. The other three recordings of the same program say who is right.',
        zh: '它说热点是 noteSum。noteSum 几乎不花时间，只不过是线程能停下来的地方。谁说得对，看同一个程序的另外三份记录。',
      },
      planted: [{ query: { share: { self: 'Ledger.noteSum' } }, within: [0.8, 1] }],
    },
    {
      ...shared,
      id: 'java-jfr',
      file: 'java-jfr.folded',
      view: 'on-cpu',
      causes: ['safepoint-bias', 'debug-information'],
      partOf: { set: 'java-ledger', role: 'variant', run: 1 },
      title: { en: 'The same program under Flight Recorder', zh: '同一个程序，用 Flight Recorder' },
      story: {
        en: 'Flight Recorder looks at the thread without a safepoint. But the compiler writes down which source belongs to which instruction only at safepoints, unless it is asked for more; so a sample between two of them gets the name of the nearest.',
        zh: 'Flight Recorder 观察线程时不需要安全点。可是编译器默认只在安全点处记下指令与源码的对应关系，除非要求它多记；于是落在两个安全点之间的样本，拿到的是最近那一处的名字。',
      },
      lookFor: {
        en: 'Still noteSum: the bias is in the debug information, not in the sampler.',
        zh: '还是 noteSum：偏差在调试信息里，不在采样器里。',
      },
      planted: [{ query: { share: { self: 'Ledger.noteSum' } }, within: [0.5, 1] }],
    },
    {
      ...shared,
      id: 'java-jfr-debug',
      file: 'java-jfr-debug.folded',
      view: 'on-cpu',
      causes: ['debug-information'],
      partOf: { set: 'java-ledger', role: 'variant', run: 2 },
      title: {
        en: 'Flight Recorder with DebugNonSafepoints',
        zh: 'Flight Recorder，加上 DebugNonSafepoints',
      },
      story: {
        en: 'The same recording with -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints: now the compiler keeps the source of instructions between safepoints too.',
        zh: '同样的记录，加上 -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints：编译器现在也会保留安全点之间指令的源码位置。',
      },
      lookFor: {
        en: 'addColumn, as it should be. One option decided what the profile says.',
        zh: '是 addColumn 了，本该如此。一个选项，决定了剖析说的是什么。',
      },
      planted: [{ query: { share: { self: 'Ledger.addColumn' } }, within: [0.8, 1] }],
    },
    {
      ...shared,
      id: 'java-perf',
      file: 'java-perf.folded.gz',
      view: 'on-cpu',
      causes: ['jit-symbols'],
      partOf: { set: 'java-ledger', role: 'after' },
      title: { en: 'The same program under perf', zh: '同一个程序，用 perf' },
      story: {
        en: 'perf interrupts the processor and takes no notice of safepoints. The names come from a map that the virtual machine writes at its end (DumpPerfMapAtExit); frame pointers had to be switched on, and inlining off for this class, since the map knows whole compiled methods only.',
        zh: 'perf 直接打断处理器，不理会安全点。名字来自虚拟机退出时写的映射文件（DumpPerfMapAtExit）；为此要打开帧指针，还要关掉这个类的内联，因为映射里只有整个编译好的方法。',
      },
      lookFor: {
        en: 'addColumn again, and around it the virtual machine: its compiler, its threads, the kernel.',
        zh: '同样是 addColumn；在它周围还能看到虚拟机本身：编译器、各种线程、内核。',
      },
      planted: [{ query: { share: { self: { match: 'Ledger.addColumn' } } }, within: [0.6, 1] }],
    },
  ],

  async record(bench) {
    await bench.run('javac', ['-g', 'Ledger.java']);
    return new Map([
      ['java-stopping', await recordByStopping(bench)],
      ['java-jfr', await recordWithFlightRecorder(bench, 'plain', [])],
      ['java-jfr-debug', await recordWithFlightRecorder(bench, 'debug', debugInfo)],
      ['java-perf', await recordWithPerf(bench)],
    ]);
  },
};
