import type { AnswerEvent, ProgressEvent } from '../progress/index.ts';
import type { Drill, DrillLevel } from './drill.ts';

/** Under what a drill's answers are kept: by what was planted and what was asked. */
export function drillId({ planted, ask }: Pick<Drill, 'planted' | 'ask'>): string {
  return `drill:${planted}:${ask}`;
}

const window = 6;

/**
 * The level that fits a reader: up after five right answers of the last six at a level, down after
 * four wrong ones, one step at a time from 1. Levels are found by replaying the log.
 */
export function drillLevelOf(events: readonly ProgressEvent[]): DrillLevel {
  let level: DrillLevel = 1;
  let recent: boolean[] = [];
  for (const event of events) {
    if (!isDrill(event)) continue;
    recent = [...recent, event.outcome === 'right'].slice(-window);
    const right = recent.filter(Boolean).length;
    if (right >= window - 1 && level < 3) level = (level + 1) as DrillLevel;
    else if (recent.length - right >= window - 2 && level > 1) level = (level - 1) as DrillLevel;
    else continue;
    recent = [];
  }
  return level;
}

function isDrill(event: ProgressEvent): event is AnswerEvent {
  return event.type === 'answer' && event.mode === 'drill';
}
