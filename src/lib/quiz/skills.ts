import type { Localized } from '../i18n/index.ts';

/** What a reader learns to do; questions name them, progress and mock reports are told by them. */
export const skills = {
  'read-width': { en: 'Reading widths', zh: '读宽度' },
  'self-and-total': { en: 'Self and total', zh: '自身与总权重' },
  'call-chains': { en: 'Callers and callees', zh: '调用关系' },
  'graph-layout': { en: 'What position, order and colour mean', zh: '位置、顺序与颜色的含义' },
  'sampling-statistics': { en: 'How sure a share is', zh: '占比有多可信' },
  'system-calls': { en: 'System calls', zh: '系统调用' },
  'locks-and-waiting': { en: 'Locks, waiting, on and off CPU', zh: '锁、等待与 CPU 内外' },
  'async-runtimes': { en: 'Async runtimes', zh: '异步运行时' },
  'symbols-and-stacks': { en: 'Symbols and stack walking', zh: '符号与栈回溯' },
  'names-and-source': { en: 'What a name does not say', zh: '函数名没有说的事' },
  recording: { en: 'Recording a profile', zh: '录制剖析数据' },
  differential: { en: 'Comparing two profiles', zh: '比较两份数据' },
  'other-profiles': { en: 'Memory and other profiles', zh: '内存等其他剖析' },
  tools: { en: 'Which tool for which question', zh: '什么问题用什么工具' },
  optimise: { en: 'Choosing what to change', zh: '选择优化点' },
  verify: { en: 'Proving that it helped', zh: '验证效果' },
  judgement: { en: 'Saying what a profile does not show', zh: '说清数据不能证明什么' },
} as const satisfies Record<string, Localized<string>>;

export type Skill = keyof typeof skills;

export const skillIds = Object.keys(skills) as [Skill, ...Skill[]];

export function isSkill(text: string): text is Skill {
  return Object.hasOwn(skills, text);
}
