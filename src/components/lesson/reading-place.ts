import { openProgress, readingEvent, readingOf } from '../../lib/progress/index.ts';
import type { ProgressLog, ReadingPlace } from '../../lib/progress/index.ts';

/** A section counts as read in when it has been on the screen for two looks. */
const lookMs = 2500;
/** The line that a heading must have crossed: the lower third may be a glance ahead. */
const readingLine = 0.66;

/**
 * Remembers to which section of a lesson its reader came, and offers to go on there. It never moves the page by
 * itself: somebody who opens a lesson at its top may want to begin again.
 */
export async function followReading(lesson: HTMLElement, signal: AbortSignal): Promise<void> {
  const id = lesson.dataset['lesson'] ?? '';
  const headings = [...lesson.querySelectorAll<HTMLElement>('.lesson-text h2[id]')];
  if (headings.length === 0) return;
  const log = await openProgress();
  const known = readingOf(await log.events(), id);
  if (known !== undefined) offer(lesson, headings, known);
  watch(log, id, headings, known, signal);
}

/** Only where the page was opened at its top, without a place of its own. */
function offer(lesson: HTMLElement, headings: readonly HTMLElement[], place: ReadingPlace): void {
  const bar = lesson.querySelector<HTMLElement>('.reading-place');
  const heading = headings.find(({ id }) => id === place.section);
  if (bar === null || heading === undefined || heading === headings[0]) return;
  if (location.hash !== '' || location.search !== '' || scrollY > innerHeight) return;
  const link = bar.querySelector('a');
  if (link === null) return;
  link.href = `#${heading.id}`;
  link.textContent = headingText(heading);
  bar.hidden = false;
  const close = () => {
    bar.hidden = true;
  };
  link.addEventListener('click', close);
  bar.querySelector('button')?.addEventListener('click', () => {
    close();
    lesson.querySelector<HTMLElement>('h1')?.focus();
  });
  // Who reads on from the top has decided.
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    close();
  }).observe(headings[1] ?? heading);
}

function watch(
  log: ProgressLog,
  lesson: string,
  headings: readonly HTMLElement[],
  known: ReadingPlace | undefined,
  signal: AbortSignal,
): void {
  let kept = known;
  let seen = -1;
  const look = () => {
    if (document.visibilityState !== 'visible') return;
    const line = innerHeight * readingLine;
    const at = headings.findLastIndex((heading) => heading.getBoundingClientRect().top < line);
    const isSecondLook = at === seen;
    seen = at;
    const section = headings[at]?.id;
    if (!isSecondLook || section === undefined || section === kept?.section) return;
    const furthest = Math.max(at + 1, kept?.furthest ?? 0);
    kept = { section, part: at + 1, of: headings.length, furthest };
    void log.append(readingEvent(lesson, kept));
  };
  const timer = setInterval(look, lookMs);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Without the sign of its link to itself. */
function headingText(heading: HTMLElement): string {
  const copy = heading.cloneNode(true) as HTMLElement;
  copy.querySelector('.heading-anchor')?.remove();
  return copy.textContent.trim();
}
