import type { ProfileBuilder } from '../../model/profile-builder.ts';
import type { FrameDetail } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import type { PprofLine, PprofLocation, PprofTables } from './pprof-tables.ts';
import type { Id } from './protobuf-reader.ts';
import { fill, say } from '../say.ts';

const mostSmallIds = 1 << 20;

/** Turns locations into frames of `builder`, each once. */
export class LocationFrames {
  readonly #tables: PprofTables;
  readonly #builder: ProfileBuilder;
  readonly #report: ImportReport;
  /** By id, which most writers count from 1. */
  readonly #ofSmallId: (readonly number[] | undefined)[] = [];
  readonly #ofLargeId = new Map<Id, readonly number[]>();

  constructor(tables: PprofTables, builder: ProfileBuilder, report: ImportReport) {
    this.#tables = tables;
    this.#builder = builder;
    this.#report = report;
  }

  /** The frames of a location, caller first: inlined functions make it more than one. */
  framesOf(id: Id): readonly number[] {
    const isSmall = typeof id === 'number' && id < mostSmallIds;
    const known = isSmall ? this.#ofSmallId[id] : this.#ofLargeId.get(id);
    if (known !== undefined) return known;
    const location = this.#tables.locations.get(id);
    const frames = location === undefined ? [this.#lost(id)] : this.#framesIn(location);
    if (isSmall) this.#ofSmallId[id] = frames;
    else this.#ofLargeId.set(id, frames);
    return frames;
  }

  #framesIn(location: PprofLocation): number[] {
    const library = this.#string(this.#tables.mappings.get(location.mapping) ?? 0);
    const address = location.address === 0 ? undefined : `0x${location.address.toString(16)}`;
    const shared = library === '' ? {} : { library };
    const physical = address === undefined ? shared : { ...shared, address };
    const { lines } = location;
    if (lines.length === 0) {
      const name = address ?? (library === '' ? '[unknown]' : `[${library}]`);
      return [this.#builder.frame(name, detailOf(physical))];
    }
    return lines.toReversed().map((line, index) => {
      const detail = index === 0 ? physical : { ...shared, inlined: true };
      return this.#frameOf(line, detail, address ?? '[unknown]');
    });
  }

  #frameOf({ functionId, line }: PprofLine, detail: FrameDetail, nameless: string): number {
    const found = this.#tables.functions.get(functionId);
    if (found === undefined) this.#reportMissing('function {0}', String(functionId));
    const name = this.#string(found?.name ?? 0) || this.#string(found?.systemName ?? 0) || nameless;
    const file = this.#string(found?.file ?? 0);
    return this.#builder.frame(
      name,
      detailOf({ ...detail, ...(file === '' ? {} : { file }), ...(line > 0 ? { line } : {}) }),
    );
  }

  #string(index: number): string {
    const text = this.#tables.strings[index];
    if (text === undefined && index !== 0) this.#reportMissing('text {0}', index);
    return text ?? '';
  }

  #reportMissing(what: string, index: number | string): void {
    this.#report.add({
      code: 'missing-name',
      ...fill(
        `A frame is named by ${what}, which the file does not hold. It has its address for a name.`,
        index,
      ),
    });
  }

  #lost(id: Id): number {
    this.#report.add({
      code: 'missing-location',
      ...say`A sample names location ${String(id)}, which the file does not hold. It was read as [unknown].`,
    });
    return this.#builder.frame('[unknown]');
  }
}

function detailOf(detail: FrameDetail): FrameDetail | undefined {
  return Object.keys(detail).length === 0 ? undefined : detail;
}
