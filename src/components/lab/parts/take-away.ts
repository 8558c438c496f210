import type { Locale } from '../../../lib/i18n/index.ts';
import { reportMarkdown, sayImportIssue } from '../../../lib/lab/index.ts';
import type { RecordingAdvice, ReportParts } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { FlameGraphViews } from '../../widgets/flame-graph/flame-graph-view.ts';
import { graphFile, offerFile } from '../../widgets/flame-graph/graph-files.ts';
import type { ViewState } from '../../../lib/flame/index.ts';
import type { OpenedSide } from '../open/opened-side.ts';
import type { Note } from '../session/session.ts';
import type { LabComparison, LabReading } from '../worker/lab-reading.ts';
import type { LabWords } from '../load-words.ts';

/** What there is to take away, asked for when the reader takes it. */
export interface TakeAwayOptions {
  readonly words: LabWords;
  readonly locale: Locale;
  readonly before: OpenedSide;
  readonly after: OpenedSide | undefined;
  /** The graph as it is shown. */
  readonly view: () => ViewState;
  readonly reading: () => Promise<LabReading>;
  readonly comparison: () => Promise<LabComparison | undefined>;
  readonly advice: () => Promise<RecordingAdvice>;
  readonly notes: () => readonly Note[];
  readonly say: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

/** The report, the graph as a picture, and the profile in formats that other tools read. */
export function buildTakeAway(options: TakeAwayOptions): HTMLElement {
  const { take } = options.words;
  const name = fileNameOf(options);
  const row = (title: string, ...buttons: HTMLElement[]) =>
    build('div', { class: 'lab-take-row' }, build('h3', {}, title), ...buttons);
  const button = (text: string, ending: string, make: () => Promise<Blob>) => {
    const element = build('button', { type: 'button', class: 'button' }, text);
    element.addEventListener('click', () => {
      const fileName = `${name}.${ending}`;
      make().then((file) => {
        offerFile(file, fileName);
        options.say(take.saved(fileName));
      }, options.fail);
    });
    return element;
  };
  const print = build('button', { type: 'button', class: 'button' }, take.print);
  print.addEventListener('click', () => window.print());
  const { before, after } = options;
  const data = (['folded', 'speedscope', 'pprof'] as const).map((file) =>
    button(take[file], endings[file], () => before.file.write(before.index, file)),
  );
  if (after !== undefined) {
    const other = { file: after.file, profile: after.index };
    const write = () => before.file.writeDifference(before.index, other);
    data.push(button(take.differential, 'diff.folded', write));
  }
  return build(
    'div',
    {},
    row(
      take.report,
      button(take.markdown, 'md', () => markdown(options, `${name}.svg`)),
      print,
    ),
    row(
      take.picture,
      button(take.svg, 'svg', () => picture(options, 'svg')),
      button(take.png, 'png', () => picture(options, 'png')),
    ),
    row(take.data, ...data),
    build('p', { class: 'lab-note' }, take.help),
  );
}

const endings = { folded: 'folded', speedscope: 'speedscope.json', pprof: 'pb' } as const;

/** What a file system takes, from what the reader calls the file. */
function fileNameOf({ before, after }: TakeAwayOptions): string {
  const name = (side: OpenedSide) =>
    (side.place.kind === 'sample' ? side.place.id : side.file.fileName)
      .replace(/\.(gz|folded|txt|json|pb|svg|data|perf|cpuprofile)$/gi, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .slice(0, 80);
  const whole = after === undefined ? name(before) : `${name(before)}-${name(after)}`;
  return whole === '' ? 'profile' : whole;
}

async function picture(
  { before, after, view, locale }: TakeAwayOptions,
  kind: 'svg' | 'png',
): Promise<Blob> {
  const views = new FlameGraphViews(before.profile, {
    after: after?.profile,
    merged: before.tree,
  });
  const state = view();
  try {
    await views.prepare(state);
    return await graphFile(views.view(state), kind, before.title, locale);
  } finally {
    views.close();
  }
}

async function markdown(options: TakeAwayOptions, graph: string): Promise<Blob> {
  const { before, locale, notes } = options;
  const [reading, comparison, advice] = await Promise.all([
    options.reading(),
    options.comparison(),
    options.advice(),
  ]);
  const parts: ReportParts = {
    ...(comparison === undefined ? { reading: reading.said } : { comparison: comparison.said }),
    advice,
    issues: before.file.issues.map((issue) => sayImportIssue(issue, locale)),
    notes: notes().map(({ name, text }) => ({ frame: name, text })),
    graph,
    file: { name: before.title, format: before.file.formatLabel },
  };
  return new Blob([reportMarkdown(parts, locale)], { type: 'text/markdown' });
}
