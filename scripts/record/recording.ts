import type { Sample, SampleClaim } from '../../src/content/schemas/sample.ts';
import type { Localized } from '../../src/lib/i18n/index.ts';
import type { Bench } from './bench.ts';
import type { Taken } from './taken.ts';
import type { ToolId } from './tools.ts';

/** What a person wrote about a sample, before it is recorded. */
export interface SampleText {
  readonly id: string;
  /** In public/samples; one that ends in `.gz` is written packed. */
  readonly file: string;
  readonly title: Localized<string>;
  readonly story: Localized<string>;
  readonly lookFor: Localized<string>;
  readonly view: NonNullable<Sample['view']>;
  readonly language: string;
  /** Kebab-case: what is planted, or what the sample teaches. */
  readonly causes: readonly string[];
  readonly unit: Sample['unit'];
  readonly partOf?: Sample['partOf'];
  /** The planted cause, as queries that every new recording must satisfy. */
  readonly planted: readonly Planted[];
}

/** A query and the range in which its number must lie, whoever records. */
export type Planted = Omit<MeasuredClaim, 'value'> | HeldClaim;

type MeasuredClaim = Extract<SampleClaim, { query: unknown }>;
type HeldClaim = Extract<SampleClaim, { holds: unknown }>;

/** One program and every sample that is recorded of it. */
export interface Recording {
  readonly id: string;
  /** One line: what the program is and what it is built with. */
  readonly program: string;
  readonly needs: readonly ToolId[];
  readonly samples: readonly SampleText[];
  /** Builds, runs and records; gives what was taken for each sample, by its id. */
  record(bench: Bench): Promise<ReadonlyMap<string, Taken>>;
}
