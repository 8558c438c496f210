import type { Localized } from '../../../lib/i18n/index.ts';
import type { Query, ResultForm } from '../../../lib/query/index.ts';

/** A figure of a recording that a text cites as {name}. */
export interface CitedFigure {
  readonly query: Query;
  readonly as: ResultForm;
}

/** Something that could be done, and the recording that it leads to. */
export interface Remedy {
  readonly id: string;
  readonly sample: string;
  /** Whether it cures what the patient has. */
  readonly helps: 'yes' | 'partly' | 'no';
  readonly name: Localized<string>;
  readonly says: Localized<string>;
}

/** A recording with something missing, and what could be done about it; the first changes nothing yet. */
export interface Patient {
  readonly id: string;
  readonly complaint: Localized<string>;
  readonly figures: Readonly<Record<string, CitedFigure>>;
  readonly remedies: readonly Remedy[];
}

const names: Patient = {
  id: 'names',
  complaint: {
    en: 'A program that blurs pictures. Its boxes carry no names.',
    zh: '一个把图片变模糊的程序，方框里没有名字。',
  },
  figures: {
    nameless: { query: { self: '[blur]' }, as: 'share' },
    self: { query: { self: 'blur_image' }, as: 'share' },
    total: { query: { total: 'blur_image' }, as: 'share' },
  },
  remedies: [
    {
      id: 'as-recorded',
      sample: 'symbols-stripped',
      helps: 'no',
      name: { en: 'As it was recorded (strip -s)', zh: '录下来的样子（strip -s）' },
      says: {
        en: '{nameless} of the samples end in boxes that carry only the name of the binary. Different functions fell together.',
        zh: '{nameless} 的样本落在只写着二进制名字的方框里，不同的函数并到了一起。',
      },
    },
    {
      id: 'higher-rate',
      sample: 'symbols-stripped',
      helps: 'no',
      name: { en: 'Sample ten times as often', zh: '采样频率提高十倍' },
      says: {
        en: 'The picture stays: more samples of addresses that still have no names.',
        zh: '图还是这样：样本多了，地址照样没有名字。',
      },
    },
    {
      id: 'keep-symbols',
      sample: 'symbols-only',
      helps: 'partly',
      name: { en: 'Keep the symbol table (strip -g)', zh: '保留符号表（strip -g）' },
      says: {
        en: 'The names are back, without a debug build. blur_image has {self} self weight: functions that were inlined into it do not show.',
        zh: '名字回来了，不需要调试版。blur_image 的自身权重占 {self}：被内联进去的函数看不见。',
      },
    },
    {
      id: 'keep-debug',
      sample: 'symbols-inlined',
      helps: 'yes',
      name: { en: 'Keep the debug information too', zh: '连调试信息也保留' },
      says: {
        en: 'Inlined functions are drawn as frames. blur_image has {self} self weight now, and a total of {total}. Nothing was compiled differently.',
        zh: '被内联的函数画成了栈帧。blur_image 的自身权重如今占 {self}，总权重占 {total}。编译出来的代码没有任何不同。',
      },
    },
  ],
};

const callers: Patient = {
  id: 'callers',
  complaint: {
    en: 'A program ten calls deep. Its hot functions have no callers.',
    zh: '一个有十层调用的程序，热点函数都没有调用者。',
  },
  figures: {
    self: { query: { self: 'measure_edge' }, as: 'share' },
    depth: { query: { depth: 'measure_edge' }, as: 'count' },
    ring: { query: { total: 'measure_ring' }, as: 'share' },
    main: { query: { total: 'main' }, as: 'share' },
  },
  remedies: [
    {
      id: 'as-recorded',
      sample: 'stacks-broken',
      helps: 'no',
      name: { en: 'As it was recorded (perf record -g)', zh: '录下来的样子（perf record -g）' },
      says: {
        en: 'measure_edge is frame {depth} from the root. It was compiled without frame pointers, and perf followed them all the same. Its self weight, {self}, is right.',
        zh: 'measure_edge 从根数起是第 {depth} 帧。编译时没有帧指针，perf 却仍按帧指针去走。它的自身权重 {self} 是对的。',
      },
    },
    {
      id: 'compile-g',
      sample: 'stacks-broken',
      helps: 'no',
      name: { en: 'Compile with -g, record as before', zh: '加 -g 编译，照旧录制' },
      says: {
        en: 'The picture stays: the names were there before. A walk along frame pointers does not read debug information.',
        zh: '图还是这样：名字本来就有。沿帧指针回溯，并不读调试信息。',
      },
    },
    {
      id: 'frame-pointers',
      sample: 'stacks-frame-pointers',
      helps: 'partly',
      name: {
        en: 'Compile with -fno-omit-frame-pointer',
        zh: '用 -fno-omit-frame-pointer 编译',
      },
      says: {
        en: 'The chain is back, cheaply: frame {depth}. Two gaps stay. measure_ring, which calls the leaf, has {ring}; and main only {main}, since the C library has no frame pointers.',
        zh: '调用链回来了，而且便宜：第 {depth} 帧。还有两处缺口：调用叶的 measure_ring 只有 {ring}；main 只有 {main}，因为 C 库没有帧指针。',
      },
    },
    {
      id: 'dwarf',
      sample: 'stacks-dwarf',
      helps: 'yes',
      name: { en: 'Record with --call-graph dwarf', zh: '用 --call-graph dwarf 录制' },
      says: {
        en: 'All callers are there, from the same binary: frame {depth}, measure_ring {ring}, main {main}. The price is the raw file, since each sample copies a piece of the stack.',
        zh: '还是那个二进制，调用者全在：第 {depth} 帧，measure_ring 有 {ring}，main 有 {main}。代价是原始文件变大，每个样本都要复制一段栈。',
      },
    },
  ],
};

export const patients: readonly Patient[] = [names, callers];

/** Names of the figures that a text cites. */
export function figuresCited(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
