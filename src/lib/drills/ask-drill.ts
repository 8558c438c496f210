import { buildCallTree, formatFullPath, functionTotals, pathOf } from '../flame/index.ts';
import type { FunctionTotal, Profile } from '../flame/index.ts';
import type { Chance } from './chance.ts';
import type { CostumeId } from './costumes.ts';
import { costumes } from './costumes.ts';
import type { Drill, DrillAsk, DrillLevel, DrillOption } from './drill.ts';
import { canHave, causes } from './plant-cause.ts';
import type { Cause } from './plant-cause.ts';

/** A profile with a cause that the reading has confirmed. */
export interface Confirmed {
  readonly seed: string;
  readonly level: DrillLevel;
  readonly costume: CostumeId;
  readonly planted: Cause;
  readonly culprit: string;
  readonly profile: Profile;
}

type Asked = Pick<Drill, 'ask' | 'options' | 'key' | 'facts'>;

const asksByCause: Readonly<Record<Cause, readonly DrillAsk[]>> = {
  'lock-convoy': ['which-cause', 'largest-self', 'click-cause', 'speedup-of'],
  'wake-storm': ['which-cause', 'largest-self', 'click-cause', 'speedup-of'],
  'busy-poll': ['which-cause', 'largest-self', 'click-cause', 'speedup-of'],
  'allocation-churn': ['which-cause', 'largest-self', 'click-cause'],
  'small-writes': ['which-cause', 'largest-self', 'click-cause', 'speedup-of'],
  'many-callers': ['which-cause', 'largest-self', 'total-of'],
  'deep-recursion': ['which-cause', 'total-of'],
  'missing-symbols': ['which-cause'],
  'misleading-name': ['largest-self', 'which-cause'],
};

/** Asks one thing about a confirmed profile; `undefined` where it has no one answer. */
export function askDrill(
  chance: Chance,
  confirmed: Confirmed,
  wanted?: DrillAsk,
): Asked | undefined {
  const fitting = asksByCause[confirmed.planted];
  const ask = wanted !== undefined && fitting.includes(wanted) ? wanted : chance.one(fitting);
  switch (ask) {
    case 'which-cause':
      return askCause(chance, confirmed);
    case 'largest-self':
      return askLargestSelf(chance, confirmed);
    case 'total-of':
      return askTotal(confirmed);
    case 'speedup-of':
      return askSpeedup(confirmed);
    case 'click-cause':
      return askFrame(confirmed);
    default:
      return undefined;
  }
}

function askCause(chance: Chance, { planted, costume }: Confirmed): Asked {
  const others = causes.filter((cause) => cause !== planted && canHave(costumes[costume], cause));
  const options = chance.some([planted, ...chance.some(others, 2)], 3).map((id) => ({ id }));
  return {
    ask: 'which-cause',
    options,
    key: { kind: 'choice', options: options.map(({ id }) => id), right: planted },
    facts: {},
  };
}

function askLargestSelf(chance: Chance, { profile }: Confirmed): Asked | undefined {
  const totals = functionTotals(profile);
  const [first, second] = totals;
  if (first === undefined || second === undefined) return undefined;
  if (first.self < 1.15 * second.self) return undefined;
  // The classic wrong answer: wide, and hardly ever the leaf.
  const [wide] = totals
    .filter(({ self, total }) => self < 0.05 * total && total < profile.totalWeight)
    .sort((a, b) => b.total - a.total);
  if (wide === undefined || wide === second) return undefined;
  const options = chance.some([first, second, wide], 3).map(frameOption);
  return {
    ask: 'largest-self',
    options,
    key: { kind: 'choice', options: options.map(({ id }) => id), right: first.name },
    facts: { self: first.self, total: profile.totalWeight },
  };
}

export function frameOption({ name, self, total }: FunctionTotal): DrillOption {
  return { id: name, frame: { name, self, total } };
}

function askTotal({ profile, culprit }: Confirmed): Asked | undefined {
  const found = functionTotals(profile).find(({ name }) => name === culprit);
  if (found === undefined) return undefined;
  const all = profile.totalWeight;
  const boxes = boxesOf(profile, culprit);
  const widest = Math.max(...boxes.map(({ total }) => total));
  const added = boxes.reduce((sum, { total }) => sum + total, 0);
  const value = (100 * found.total) / all;
  const near = [
    { id: 'widest-box', value: (100 * widest) / all, tolerance: 1 },
    { id: 'added-up', value: (100 * added) / all, tolerance: 1 },
  ].filter((miss) => Math.abs(miss.value - value) > 3);
  return {
    ask: 'total-of',
    options: [],
    key: { kind: 'numeric', as: 'share', value, tolerance: 1.5, near },
    facts: { total: found.total, all, boxes: boxes.length, widest, added },
  };
}

function askSpeedup({ profile, culprit }: Confirmed): Asked | undefined {
  const found = functionTotals(profile).find(({ name }) => name === culprit);
  if (found === undefined) return undefined;
  const share = found.self / profile.totalWeight;
  return {
    ask: 'speedup-of',
    options: [],
    key: {
      kind: 'numeric',
      as: 'number',
      value: 1 / (1 - share),
      tolerance: 0.05,
      near: [{ id: 'the-share', value: 100 * share, tolerance: 2 }],
    },
    facts: { self: found.self, all: profile.totalWeight },
  };
}

/** Boxes narrower than this nobody can click. */
const clickable = 0.03;

function askFrame({ profile, culprit }: Confirmed): Asked | undefined {
  const boxes = boxesOf(profile, culprit);
  const wide = boxes.filter(({ total }) => total >= clickable * profile.totalWeight);
  if (wide.length === 0) return undefined;
  const callers = new Set(boxes.map(({ parent }) => parent));
  return {
    ask: 'click-cause',
    options: [],
    key: {
      kind: 'click-frame',
      right: boxes.map(({ path }) => path),
      near: [{ id: 'caller', paths: [...callers].filter((path) => path !== '') }],
    },
    facts: { self: boxes.reduce((sum, { self }) => sum + self, 0), all: profile.totalWeight },
  };
}

function boxesOf(profile: Profile, name: string) {
  const tree = buildCallTree(profile);
  const boxes = [];
  for (let row = 0; row < tree.size; row++) {
    if (tree.nameOf(row) !== name) continue;
    const path = pathOf(tree, row);
    boxes.push({
      path: formatFullPath(path),
      parent: formatFullPath(path.slice(0, -1)),
      self: tree.self[row] ?? 0,
      total: tree.total[row] ?? 0,
    });
  }
  return boxes;
}
