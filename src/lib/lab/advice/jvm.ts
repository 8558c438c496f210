import type { RecipeData } from './recipe-data.ts';

const java = 'https://github.com/openjdk/jdk17/blob/master/src/java.base/share/man/java.1';
const profilerOptions =
  'https://github.com/async-profiler/async-profiler/blob/master/docs/ProfilerOptions.md';
const profilingModes =
  'https://github.com/async-profiler/async-profiler/blob/master/docs/ProfilingModes.md';

export const jvm: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: [
      'java -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints -XX:StartFlightRecording=filename=app.jfr,settings=profile <class or -jar file>',
      'asprof -e cpu -i 1ms -d 60 -f app.jfr <pid>',
    ],
    notes: [
      {
        en: 'Either of the two: Flight Recorder comes with the JDK, async-profiler (asprof) attaches to a process that runs and sees native and kernel frames too. Without DebugNonSafepoints Flight Recorder may name the wrong method.',
        zh: '二选一：Flight Recorder 随 JDK 提供；async-profiler（asprof）可以接上正在运行的进程，还能看到原生和内核栈帧。不加 DebugNonSafepoints，Flight Recorder 可能把账记到别的方法上。',
      },
    ],
    sources: [java, profilerOptions],
    ranWith: 'OpenJDK 17.0.15',
    lookedUp: 'asprof',
  },
  {
    wish: 'symbols',
    commands: ['asprof -e cpu -d 60 -f app.jfr <pid>'],
    notes: [
      {
        en: 'It knows Java frames, interpreted ones too, without a map file and without frame pointers. Names inside libjvm need the JDK’s debug symbols.',
        zh: '它认得 Java 栈帧，解释执行的也认得，不需要映射文件，也不需要帧指针。libjvm 内部的名字需要 JDK 的调试符号。',
      },
    ],
    sources: [profilingModes, profilerOptions],
    lookedUp: 'asprof',
  },
  {
    wish: 'whole-stacks',
    commands: [
      'java -XX:FlightRecorderOptions=stackdepth=256 -XX:StartFlightRecording=filename=app.jfr,settings=profile <class or -jar file>',
    ],
    notes: [
      {
        en: 'Flight Recorder keeps 64 frames unless told otherwise; async-profiler keeps 2048 (-j).',
        zh: 'Flight Recorder 默认只留 64 帧；async-profiler 默认留 2048 帧（-j）。',
      },
    ],
    sources: [java, profilerOptions],
    ranWith: 'OpenJDK 17.0.15',
  },
  {
    wish: 'waiting',
    commands: [
      'asprof -e wall -t -i 20ms -d 60 -o collapsed -f wall.folded <pid>',
      'asprof -e lock --total -d 60 -o collapsed -f locks.folded <pid>',
    ],
    notes: [
      {
        en: 'wall samples all threads, whether they run or wait; -t keeps them apart. lock looks at contended locks; with --total it counts the nanoseconds spent waiting for them, without it the samples.',
        zh: 'wall 对所有线程采样，不管它们在运行还是在等；-t 把线程分开。lock 看有争用的锁；加 --total 数的是等锁所花的纳秒，不加数的是样本。',
      },
    ],
    sources: [profilingModes, profilerOptions],
    lookedUp: 'asprof',
  },
];
