import type { Measured } from '../measured.ts';
import type { ProfileView } from './profile-view.ts';
import type { Caution, CautionCode } from './reading.ts';

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
