import type { Locale } from '../../../lib/i18n/index.ts';
import { kindsOfFrames, paintSvg, defaultView, type Profile } from '../../../lib/flame/index.ts';
import { FlameGraphViews, readView } from '../flame-graph/flame-graph-view.ts';
import { writeKinds } from '../flame-graph/frame-kinds-of.ts';
import { planView } from '../flame-graph/plan-view.ts';
import type { BenchSettings } from './bench-rows.ts';

/** The differential graph as flamegraph.pl draws it: the second's widths, the change of self weights. */
export async function paintDrawing(
  one: Profile,
  other: Profile,
  { isNormalised, isSwapped }: BenchSettings,
  { locale, label }: { readonly locale: Locale; readonly label: string },
): Promise<string> {
  const [first, second] = isSwapped ? [other, one] : [one, other];
  const kinds = writeKinds(kindsOfFrames(first));
  const views = new FlameGraphViews(first, { after: second, kinds });
  const diff = {
    normalize: isNormalised ? 'total' : 'none',
    width: 'after',
    measure: 'self',
  } as const;
  const state = readView({ view: 'diff', diff }, { ...defaultView, sample: 'one', after: 'other' });
  await views.prepare(state);
  const view = views.view(state);
  return paintSvg(
    planView(view, { locale, label, widthPx: 600, rowHeightPx: 22, thinnestPx: 1.5 }),
  );
}
