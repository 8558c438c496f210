import type { Measured } from '../measured.ts';
import { samplingCautions } from './sampling-cautions.ts';
import { nameCautions } from './name-cautions.ts';
import { threadCautions } from './thread-cautions.ts';
import { waitingCautions } from './waiting-cautions.ts';
import type { ProfileView } from './profile-view.ts';
import type { Caution, CautionCode, Reading } from './reading.ts';

/** What a reader should hold against a first look, in the order in which it matters. */
export function findCautions(
  view: ProfileView,
  found: Pick<Reading, 'systemCalls' | 'shapes' | 'hotBySelf'>,
): Caution[] {
  return [
    ...samplingCautions(view, found.hotBySelf),
    ...waitingCautions(view, found.systemCalls),
    ...nameCautions(view),
    ...threadCautions(view),
    ...shapeCautions(view, found.shapes),
  ];
}

/** A caution that rests on rows which hold one another nowhere. */
export function cautionOnRows(
  view: ProfileView,
  code: CautionCode,
  rows: readonly number[],
  values: Caution['values'] = {},
): Caution {
  const { tree } = view;
  const weight = rows.reduce((sum, row) => sum + (tree.total[row] ?? 0), 0);
  return { code, ...view.measure(weight), frames: namesOf(view, rows), rows, values };
}

/** A caution that rests on what ends in these rows. */
export function cautionOnSelf(
  view: ProfileView,
  code: CautionCode,
  rows: readonly number[],
  values: Caution['values'] = {},
): Caution {
  const { tree } = view;
  const weight = rows.reduce((sum, row) => sum + (tree.self[row] ?? 0), 0);
  return { code, ...view.measure(weight), frames: namesOf(view, rows), rows, values };
}

/** A caution about the whole profile. */
export function cautionOnAll(
  view: ProfileView,
  code: CautionCode,
  values: Caution['values'] = {},
): Caution {
  const all: Measured = view.measure(view.profile.totalWeight);
  return { code, ...all, frames: [], rows: [], values };
}

function namesOf({ tree }: ProfileView, rows: readonly number[]): string[] {
  return [...new Set(rows.map((row) => tree.nameOf(row)))];
}

/** The outermost of the rows that fit: the rest of each subtree is passed over. */
export function outermostRows({ tree }: ProfileView, fits: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < tree.size;) {
    if (fits(row)) {
      rows.push(row);
      row = tree.end[row] ?? row + 1;
    } else row++;
  }
  return rows;
}

const ofShape: Readonly<Partial<Record<string, CautionCode>>> = {
  'unknown-roots': 'unknown-roots',
  'truncated-stacks': 'truncated-stacks',
  recursion: 'recursion',
};

function shapeCautions(view: ProfileView, shapes: Reading['shapes']): Caution[] {
  const cautions = shapes.flatMap((shape): Caution[] => {
    const code = ofShape[shape.code];
    return code === undefined ? [] : [{ ...shape, code }];
  });
  const firstRecursion = cautions.findIndex(({ code }) => code === 'recursion');
  const rest = cautions.filter(({ code }, i) => code !== 'recursion' || i === firstRecursion);
  const missing = shapes
    .filter(({ code }) => code === 'missing-caller')
    .flatMap(({ rows }) => rows);
  return missing.length === 0 ? rest : [...rest, cautionOnRows(view, 'missing-callers', missing)];
}
