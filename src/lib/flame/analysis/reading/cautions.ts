import { cautionOnRows } from './caution.ts';
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
