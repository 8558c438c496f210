import type { Statement } from '../statement.ts';

export const words: Statement = {
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
        'No page scrolls sideways in a window of 320 CSS pixels, which is what 400% of zoom leaves of 1280. With the text alone at 200%, none does in a window of 390, and nothing is cut off in one of 640.',
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
};
