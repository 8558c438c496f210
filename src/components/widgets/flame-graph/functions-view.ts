import {
  allNodes,
  describeFrame,
  factsOf,
  factsOfFunction,
  formatInterval,
  formatShare,
  formatWeight,
  functionTotals,
} from '../../../lib/flame/index.ts';
import type { CallTree, FrameFacts, FunctionTotal, Profile } from '../../../lib/flame/index.ts';
import type { BuiltTree, RowFacts, RowSayings } from './built-tree.ts';
import { rareWords } from './rare-words.ts';

interface Functions {
  /** The one with the most self weight first. */
  readonly totals: readonly FunctionTotal[];
  readonly byName: ReadonlyMap<string, FunctionTotal>;
}

const known = new WeakMap<Profile, Functions>();
const said = new WeakMap<CallTree, RowSayings>();

/** The functions of a profile, worked out once. */
export function functionsOf({ profile, functions }: BuiltTree): Functions {
  let found = known.get(profile);
  if (found === undefined) {
    const totals = functions ?? functionTotals(profile);
    found = { totals, byName: new Map(totals.map((each) => [each.name, each])) };
    known.set(profile, found);
  }
  return found;
}

/**
 * What is said of a row where functions are listed: the facts of its function wherever it is called, as in its line of the
 * table, and not of this one place. The same object for the same tree.
 */
export function sayingsOfFunctions(graph: BuiltTree): RowSayings {
  const sayings = said.get(graph.tree) ?? makeSayings(graph);
  said.set(graph.tree, sayings);
  return sayings;
}

function makeSayings(graph: BuiltTree): RowSayings {
  const { tree } = graph;
  const { byName } = functionsOf(graph);
  const functionOf = (row: number): FrameFacts | undefined => {
    const total = row === allNodes ? undefined : byName.get(tree.nameOf(row));
    return total && factsOfFunction(tree, total);
  };
  return {
    titleOf: (row, _, locale) =>
      describeFrame(functionOf(row) ?? factsOf(tree, row, locale), locale),
    factsOf(row, _, locale, words) {
      const facts = functionOf(row) ?? factsOf(tree, row, locale);
      const weight = (value: number) => formatWeight(value, facts.unit, locale);
      const interval = facts.interval && formatInterval(facts.interval, locale);
      const sure = interval && `${words.interval} ${interval}`;
      const list: RowFacts['facts'][number][] = [
        [words.self, weight(facts.self)],
        [words.total, weight(facts.total)],
        [words.share, formatShare(facts.share, locale), sure],
      ];
      const places = row === allNodes ? 1 : placesOf(graph, row);
      const { places: term, ofAllPlaces } = rareWords(locale);
      if (places > 1) list.push([term, formatWeight(places, 'count', locale)]);
      const notes = [...(places > 1 ? [ofAllPlaces] : []), ...(facts.isNoise ? [words.noise] : [])];
      return { facts: list, notes };
    },
    listed(matches) {
      const places = new Map<string, number>();
      for (const row of matches) {
        const name = tree.nameOf(row);
        const before = places.get(name);
        if (before === undefined || tree.total[row]! > tree.total[before]!) places.set(name, row); // rows
      }
      const { totals } = functionsOf(graph);
      return totals.flatMap(({ name }) => places.get(name) ?? []);
    },
  };
}

/** In how many places of the tree a row's function stands. */
function placesOf({ tree }: BuiltTree, row: number): number {
  const name = tree.nameOf(row);
  const { names } = tree.frames;
  let places = 0;
  for (let i = 0; i < tree.size; i++) if (names[tree.frame[i]!] === name) places++; // a row
  return places;
}
