/** A sentence of the library in Chinese; `$1` is what its first group found. */
export type Sentence = readonly [english: RegExp, chinese: string];

const recordAgain = '请重新录制，并确认性能分析器确实采到了样本。';
const openPicture = '请改为打开 SVG 或剖析文件本身。';

/** What errors say: those that a reader meets when a file cannot be opened. */
export const errorSentences: readonly Sentence[] = [
  [/^The file is empty\.$/, '文件是空的。'],
  [/^The import was cancelled\.$/, '导入已取消。'],
  [/^The reader stopped unexpectedly\.$/, '读取程序意外停止了。'],
  [/^The file could not be read \((.*)\)\.$/s, '文件读不了（$1）。'],
  [/^This is no known profile format\.$/, '这不是已知的剖析格式。'],
  [/^This JSON is no profile of a known kind\.$/, '这个 JSON 不是任何已知种类的剖析。'],
  [/^There is no format "(.*)"\.$/s, '没有叫“$1”的格式。'],
  [/^The file \((.*)\) holds no (?:usable )?samples\..*$/s, '文件（$1）里没有可用的样本。'],
  [
    /^No line is a stack and a weight, like "main;parse 12"\.$/,
    '没有一行是“调用栈 权重”，例如 main;parse 12。',
  ],
  [
    /^No sample was found in this output of perf script\.$/,
    '在这份 perf script 输出里没有找到样本。',
  ],
  [/^This pprof file holds no samples\.$/, '这个 pprof 文件里没有样本。'],
  [/^This pprof file ends before its names begin\.$/, '这个 pprof 文件在函数名之前就断了。'],
  [/^This recording holds no samples with stacks\.$/, '这份录制里没有带调用栈的样本。'],
  [/^This callgrind file holds no costs\.$/, '这个 callgrind 文件里没有开销数据。'],
  [
    /^This stackprof file has totals, but no stacks\.$/,
    '这个 stackprof 文件只有合计，没有调用栈。',
  ],
  [
    /^This SVG has no frames with a hover text and a place\.$/,
    '这个 SVG 里没有带悬停文字和位置的栈帧。',
  ],
  [
    /^The JSON breaks off in line (\d+), column (\d+): .*\.$/s,
    'JSON 在第 $1 行第 $2 列出错，从那里起无法解析。',
  ],
  [/^The file is JSON that this browser cannot read\.$/, '这个 JSON 当前浏览器解析不了。'],
  [/^This is not a (.*) file: .*\.$/s, '这不是 $1 文件：缺少它应有的部分。'],
  [/^The file unpacks to more than (\d+) bytes\.$/, '文件解压后超过 $1 字节。'],
  [
    /^The samples unfold to more than (\d+) frames, too many for a file of this size\.$/,
    '样本展开后超过 $1 个栈帧，对这么大的文件来说不正常。',
  ],
  [
    /^The file starts like gzip, but nothing can be unpacked\.$/,
    '文件开头像 gzip，但什么也解不出来。',
  ],
  [
    /^This is a pprof file of the old kind, from before profile\.proto\.$/,
    '这是旧版 pprof 文件，早于 profile.proto。',
  ],
  [/^This is a zip archive, /, '这是 zip 压缩包，不是能读的剖析。'],
  [/^This is an empty zip archive, /, '这是空的 zip 压缩包。'],
  [/^This is (zstd|xz|bzip2)-compressed, /, '这个文件用 $1 压缩过，要先解压。'],
  [/^This is a 7z archive, /, '这是 7z 压缩包，不是能读的剖析。'],
  [
    /^This is the binary file that (?:an old )?perf record (?:writes|wrote), /,
    '这是 perf record 写的二进制文件，要先转成文本。',
  ],
  [/^This is a binary simpleperf report, /, '这是 simpleperf 的二进制报告，要先转成文本。'],
  [/^This is a gprof report, /, '这是 gprof 报告：它只数成对函数之间的调用，没有调用栈。'],
  [/^This is a binary profile of rustc /, '这是 rustc（-Z self-profile）的二进制剖析，要先转换。'],
  [/^This is a program or library \(ELF\), /, '这是程序或库（ELF），不是剖析。'],
  [/^This is a picture \((\w+)\), /, '这是图片（$1），里面没有剖析数据。'],
  [/^This is a PDF, /, '这是 PDF，里面没有剖析数据。'],
];

/** What to do, said by errors. */
export const adviceSentences: readonly Sentence[] = [
  [/^Record again, and see that the profiler found any samples\.$/, recordAgain],
  [/^Record again, for longer or under load\.$/, '请重新录制：时间长一些，或在有负载时录。'],
  [/^Record again with "raw: true"\.$/, '请用 raw: true 重新录制。'],
  [/^Unpack it first and open the profile inside\.$/, '请先解压，再打开里面的剖析文件。'],
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
