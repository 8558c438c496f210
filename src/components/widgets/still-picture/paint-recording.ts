import type { Locale } from '../../../lib/i18n/index.ts';
import { defaultView, kindsOfFrames, paintSvg, type Profile } from '../../../lib/flame/index.ts';
import { FlameGraphViews, readView } from '../flame-graph/flame-graph-view.ts';
import { writeKinds } from '../flame-graph/frame-kinds-of.ts';
import { planView } from '../flame-graph/plan-view.ts';

export interface RecordingPicture {
  readonly locale: Locale;
  readonly label: string;
  /** Narrower boxes are left out. */
  readonly thinnestPx?: number;
}

/** A still picture of a whole recording, painted as a graph that can be moved about is. */
export async function paintRecording(
  profile: Profile,
  { locale, label, thinnestPx = 1.5 }: RecordingPicture,
): Promise<string> {
  const views = new FlameGraphViews(profile, {
    after: undefined,
    kinds: writeKinds(kindsOfFrames(profile)),
  });
  const state = readView(undefined, defaultView);
  await views.prepare(state);
  const view = views.view(state);
  return paintSvg(planView(view, { locale, label, widthPx: 640, rowHeightPx: 20, thinnestPx }));
}
