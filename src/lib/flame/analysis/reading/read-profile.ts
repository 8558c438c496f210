import type { Profile } from '../../model/profile.ts';
import { mainChains } from '../main-chains.ts';
import { findShapes } from '../shapes/find-shapes.ts';
import { findCautions } from './cautions.ts';
import { hotBySelf, hotByTotal, selfByKind, selfByLibrary, widestNodes } from './hot-frames.ts';
import { viewOf } from './profile-view.ts';
import type { Reading, ReadingOptions } from './reading.ts';
import { systemCallTable } from './system-call-table.ts';

/**
 * Reads a profile as an expert would look at its flame graph: how much there is, what is widest, what
 * is hot by self and by total, along which chains, in which system calls, in which shapes, and what
 * to be careful about. It gives codes and numbers with what they rest on; words are for
 * `readingToMarkdown`. Rows are those of `buildCallTree(profile)`.
 *
 * It only says what names and weights show. Linear in the stack table, but for the sorting of lists.
 */
export function readProfile(profile: Profile, options: ReadingOptions = {}): Reading {
  const { limit = 10 } = options;
  const view = viewOf(profile);
  const { tree } = view;
  const systemCalls = systemCallTable(view);
  const shapes = findShapes(profile, tree);
  const bySelf = hotBySelf(view, limit);
  return {
    name: profile.name,
    unit: profile.unit,
    totalWeight: profile.totalWeight,
    ...(view.samples === undefined ? {} : { samples: view.samples }),
    functions: view.totals.length,
    nodes: tree.size,
    maxDepth: tree.maxDepth,
    widest: widestNodes(view, limit),
    hotBySelf: bySelf,
    hotByTotal: hotByTotal(view, limit),
    selfByKind: selfByKind(view),
    selfByLibrary: selfByLibrary(view),
    chains: mainChains(tree).slice(0, limit),
    systemCalls,
    shapes,
    cautions: findCautions(view, { systemCalls, shapes, hotBySelf: bySelf }),
  };
}
