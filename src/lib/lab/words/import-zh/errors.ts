import type { Sentence } from './sentence.ts';

/** What errors say: those that a reader meets when a file cannot be opened. */
export const errorSentences: readonly Sentence[] = [
  [/^The file is empty\.$/, '文件是空的。'],
  [/^The import was cancelled\.$/, '导入已取消。'],
  [/^The reader stopped unexpectedly\.$/, '读取程序意外停止了。'],
  [/^The file could not be read \((.*)\)\.$/s, '文件读不了（$1）。'],
  [/^This is no known profile format\.$/, '这不是已知的剖析格式。'],
  [/^This JSON is no profile of a known kind\.$/, '这个 JSON 不是任何已知种类的剖析。'],
  [/^There is no format "(.*)"\.$/s, '没有叫“$1”的格式。'],
  [/^The file \((.*)\) holds no (?:usable )?samples\.$/s, '文件（$1）里没有可用的样本。'],
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
    /^The file has (\d+) bytes of text: too many for one string\.$/,
    '文件里的文本有 $1 字节，一个字符串装不下。',
  ],
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
  [/^The report ends before its call tree\.$/, '报告在调用树之前就断了。'],
  [/^The file holds no table of CPU samples\.$/, '文件里没有 CPU 样本的表。'],
  [/^The report has no call graph\.$/, '报告里没有调用图。'],
  [/^The text ends before its samples\.$/, '文本在样本之前就断了。'],
  [/^No line of headings ends in "Symbol Name"\.$/, '没有以“Symbol Name”结尾的表头行。'],
  [/^The headings are not those of a call tree summary\.$/, '表头不是 call tree summary 的。'],
  [/^The headings are not those of VTune’s top-down tree\.$/, '表头不是 VTune top-down 树的。'],
  [/^This is a zip archive, /, '这是 zip 压缩包，不是能读的剖析。'],
  [/^This is an empty zip archive, /, '这是空的 zip 压缩包。'],
  [/^This is gzip in gzip, /, '这个文件用 gzip 压缩了两次，不是能读的剖析。'],
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
