import type { Sentence } from './sentence.ts';

const recordAgain = '请重新录制，并确认性能分析器确实采到了样本。';
const openPicture = '请改为打开 SVG 或剖析文件本身。';

/** What to do, said by errors. */
export const adviceSentences: readonly Sentence[] = [
  [/^Record again, and see that the profiler found any samples\.$/, recordAgain],
  [/^Record again, for longer or under load\.$/, '请重新录制：时间长一些，或在有负载时录。'],
  [/^Record again with "raw: true"\.$/, '请用 raw: true 重新录制。'],
  [/^Unpack it first and open the profile inside\.$/, '请先解压，再打开里面的剖析文件。'],
  [/^Unpack it once and open what comes out\.$/, '请解压一次，再打开得到的文件。'],
  [/^There is nothing in it\.$/, '里面什么也没有。'],
  [
    /^Run "perf script -i perf\.data > out\.perf" and open out\.perf\.$/,
    '请运行 perf script -i perf.data > out.perf，再打开 out.perf。',
  ],
  [
    /^Run "perf script" once more on the perf\.data file, with its default fields\.$/,
    '请对 perf.data 再运行一次 perf script，用默认字段。',
  ],
  [
    /^Write it as text with "report_sample\.py" of simpleperf and open that\.$/,
    '请用 simpleperf 的 report_sample.py 转成文本再打开。',
  ],
  [
    /^Record stacks instead, for instance with "perf record -g"\.$/,
    '请改为录制调用栈，例如用 perf record -g。',
  ],
  [
    /^Turn it into a Chrome trace with "crox" of rust-lang\/measureme and open that\.$/,
    '请用 rust-lang/measureme 的 crox 转成 Chrome trace 再打开。',
  ],
  [/^Open its profile instead\.$/, '请改为打开它的剖析文件。'],
  [/^Open the SVG or the profile instead\.$/, openPicture],
  [
    /^Open an SVG as flamegraph\.pl or inferno wrote it, not one that a drawing program saved\.$/,
    '请打开 flamegraph.pl 或 inferno 直接写出的 SVG，而不是绘图软件另存的。',
  ],
  [
    /^If the profiler wrote raw stacks, open its own file, or fold it first\.$/,
    '如果性能分析器写的是原始调用栈，请打开它自己的文件，或先折叠。',
  ],
  [
    /^It may be damaged, or larger than this machine can hold\.$/,
    '文件可能已损坏，或大到这台机器装不下。',
  ],
  [
    /^The file may be larger than the memory of this machine allows\.$/,
    '文件可能超出了这台机器的内存。',
  ],
  [/^It may be too large or nested too deeply\.$/, '它可能太大，或嵌套太深。'],
  [/^It may be damaged: copy or download it again\.$/, '文件可能已损坏：请重新复制或下载。'],
  [/^Copy or download the file again\.$/, '请重新复制或下载这个文件。'],
  [
    /^The file is probably damaged: copy or record it again\.$/,
    '文件很可能已损坏：请重新复制或录制。',
  ],
  [
    /^The file was cut short: save, copy or download it again\.$/,
    '文件不完整：请重新保存、复制或下载。',
  ],
  [
    /^The file is damaged, or was edited by hand: export it again\.$/,
    '文件已损坏，或被手工改过：请重新导出。',
  ],
  [/^Open it without choosing a format, or export it again\.$/, '打开时不要指定格式，或重新导出。'],
  [
    /^Fold its stacks first: folded stacks are read in pieces\. Or record a shorter profile\.$/,
    '请先合并成折叠栈，折叠栈是分段读取的；也可以录一份短一些的。',
  ],
  [
    /^Give importProfile a higher limit if you trust the file, or record a shorter profile\.$/,
    '请录得短一些，或先合并成折叠栈再打开。',
  ],
  [/^These can be read: (.*)\.$/s, '可以读的有：$1。'],
  [
    /^Convert it with "go tool pprof -proto <program> <this file> > profile\.pb\.gz" and open that\.$/,
    '请用 go tool pprof -proto <程序> <这个文件> > profile.pb.gz 转换后再打开。',
  ],
  [
    /^Run "go tool pprof -raw profile\.pb\.gz > profile\.txt" again\.$/,
    '请再运行一次 go tool pprof -raw profile.pb.gz > profile.txt。',
  ],
  [
    /^Copy the recording again; "jfr summary <file>" says whether it is whole\.$/,
    '请重新复制录制文件；jfr summary <文件> 会说它是否完整。',
  ],
  [
    /^Record with "settings=profile", or with async-profiler\.$/,
    '请用 settings=profile 录制，或改用 async-profiler。',
  ],
  [
    /^Profile the program until it ends, or dump with "callgrind_control -d"\.$/,
    '请让程序运行到结束，或用 callgrind_control -d 转储。',
  ],
  [
    /^Run sample again, without -mayDie, and save the whole report\.$/,
    '请重新运行 sample（不带 -mayDie），并保存完整的报告。',
  ],
  [
    /^In Instruments choose Edit → Deep Copy and paste into a file\.$/,
    '请在 Instruments 里选 Edit → Deep Copy，再粘贴到文件里。',
  ],
  [
    /^Let the program end by itself and open the whole \.prof file\.$/,
    '请让程序自己结束，再打开完整的 .prof 文件。',
  ],
  [
    /^Record with "-agentlib:hprof=cpu=samples,depth=30" and let the program end\.$/,
    '请用 -agentlib:hprof=cpu=samples,depth=30 录制，并让程序运行到结束。',
  ],
  [
    /^Run "vsperfreport \/summary:calltree" and open the CallTreeSummary file\.$/,
    '请运行 vsperfreport /summary:calltree，再打开 CallTreeSummary 文件。',
  ],
  [
    /^Run "vtune -report top-down -format csv -csv-delimiter comma"\.$/,
    '请运行 vtune -report top-down -format csv -csv-delimiter comma。',
  ],
];
