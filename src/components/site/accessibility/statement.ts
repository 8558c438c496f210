import type { Localized } from '../../../lib/i18n/index.ts';

export interface Statement {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly {
    readonly title: string;
    readonly text?: string;
    readonly items: readonly string[];
  }[];
}

/** What was tested, how, and what is known not to work: said only where a test or a person did it. */
export const statement: Localized<Statement> = {
  en: {
    title: 'Accessibility',
    lead: 'The goal is WCAG 2.2, level AA, on every page, in both languages and both themes. This page says how that is checked and what is known to fall short.',
    parts: [
      {
        title: 'How a graph is read without seeing or pointing',
        items: [
          'A flame graph is a tree of named items: Tab goes in, the arrow keys move to callers, callees and siblings, Enter zooms, and the key “?” lists the rest.',
          'Every frame says its name, its share and its weight. “All frames as a table” says the same as rows.',
          'A kind of frame is told by a pattern, by the legend and in words, not by colour alone. Growing and shrinking carry a plus or a minus.',
          'Questions about a graph can be answered from a list of the same frames.',
          'Without JavaScript the texts, the graphs and the answers can still be read.',
        ],
      },
      {
        title: 'What is tested, and how',
        items: [
          'Automatically, before every change, in Chromium: the rules of axe-core for WCAG 2.0 to 2.2, A and AA, on one page of every type in both languages and both themes, and on a practice session, a running mock interview and a drill.',
          'Contrast of every pair of text and ground in both themes, and of every kind of frame, is computed from the colours themselves.',
          'No page scrolls sideways in a window of 320 CSS pixels, which is what 400% of zoom leaves of 1280. With the text alone at 200%, nothing is cut off in a window of 640.',
          'The graph, the questions, the search and the switches are worked by keyboard alone in tests.',
          'Forced colours and reduced motion: what must stay visible stays visible, and zooms happen at once.',
        ],
      },
      {
        title: 'What is not tested, or falls short',
        items: [
          'Nobody who uses a screen reader every day has tested the site yet. The names and roles were checked by program only.',
          'Firefox and Safari, and screen readers on phones, were not tested.',
          'Names of frames are code. A screen reader may spell them, or run their parts together.',
          'Short names in narrow boxes are cut; the full name is in the details below the graph and in the table.',
          'A very large graph offers at any time its widest boxes, and the callers, callees and neighbours of the one in focus; others are reached by moving, by search or in the table.',
        ],
      },
      {
        title: 'Time',
        items: [
          'The clock of a mock interview can be set to half as long again, to twice as long, or switched off, and it can be stopped. When it ends, nothing is taken away.',
          'The five seconds of a drill are a mode that you choose; the countdown can be hidden.',
        ],
      },
      {
        title: 'Something does not work for you?',
        text: 'Open an issue where you got this site from. Say which page, which browser and which aid; what you expected helps more than what the standard says.',
        items: [],
      },
    ],
  },
  zh: {
    title: '无障碍',
    lead: '目标是每个页面、两种语言、两种主题都达到 WCAG 2.2 AA 级。这一页说明怎样检查，以及已知哪里还不够。',
    parts: [
      {
        title: '不看图、不用鼠标，怎样读火焰图',
        items: [
          '火焰图是一棵有名称的树：按 Tab 进入，方向键移到调用者、被调用者和相邻栈帧，回车放大，其余按键按“?”查看。',
          '每个栈帧都会报出名称、占比和权重。“以表格列出所有栈帧”用一行行文字说同样的内容。',
          '栈帧的种类除了颜色，还用纹理、图例和文字表示。变大和变小带有加号和减号。',
          '问到图的题目，都可以从同一批栈帧的列表里作答。',
          '不启用 JavaScript，文字、图和答案照样能读。',
        ],
      },
      {
        title: '测试了什么，怎样测试',
        items: [
          '每次改动之前，都在 Chromium 里自动检查：用 axe-core 的 WCAG 2.0 至 2.2 A、AA 级规则，检查每一类页面各一页，两种语言、两种主题都查，还包括练习、进行中的模拟面试和快练。',
          '两种主题里文字与底色的对比度，以及每种栈帧的对比度，都直接由颜色算出。',
          '窗口宽 320 个 CSS 像素时（相当于 1280 像素放大到 400%），任何页面都不需要左右滚动；只把文字放大到 200% 时，640 像素宽的窗口里也没有内容被截掉。',
          '火焰图、题目、搜索和各个开关，都在测试里只用键盘操作过。',
          '强制颜色与减弱动态效果：该看见的都看得见，放大立即完成。',
        ],
      },
      {
        title: '没有测试的，和不够好的',
        items: [
          '还没有每天使用读屏软件的人测试过本站，名称和角色只由程序检查过。',
          '没有在 Firefox、Safari 和手机的读屏软件上测试。',
          '栈帧的名称是代码，读屏软件可能逐字母念，也可能连成一串。',
          '窄方框里的名称会被截短；完整的名称在图下方的详情和表格里。',
          '特别大的图，每一刻只把较宽的方框和焦点栈帧的调用者、被调用者、相邻栈帧列为树的项目，其余要移动焦点、搜索或查表格才能到达。',
        ],
      },
      {
        title: '时间',
        items: [
          '模拟面试的时间可以延长一半、延长一倍，也可以不计时，中途还能暂停。时间到了，什么都不会被收走。',
          '快练的五秒模式由你自己选，倒计时可以隐藏。',
        ],
      },
      {
        title: '有什么用不了？',
        text: '请到获取本站的地方提一个 issue，写明哪个页面、什么浏览器、什么辅助工具。说出你期望的样子，比引用标准更有用。',
        items: [],
      },
    ],
  },
};
