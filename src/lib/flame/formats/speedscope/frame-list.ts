import type { ProfileBuilder } from '../../model/profile-builder.ts';
import type { FrameDetail } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import { asIndex, numberOf, textOf } from '../json/json-value.ts';
import type { ValueUnit } from './value-unit.ts';
import { say } from '../say.ts';

/** One profile of the file while it is read. */
export interface SpeedscopeTarget {
  readonly name: string;
  readonly builder: ProfileBuilder;
  readonly unit: ValueUnit;
  readonly frames: FrameList;
}

const notAsked = -1;

/** The file's shared frames, of which each profile takes the ones that it uses. */
export class FrameList {
  readonly #frames: readonly unknown[];
  readonly #builder: ProfileBuilder;
  readonly #report: ImportReport;
  readonly #frameOf: Int32Array;

  constructor(frames: readonly unknown[], builder: ProfileBuilder, report: ImportReport) {
    this.#frames = frames;
    this.#builder = builder;
    this.#report = report;
    this.#frameOf = new Int32Array(frames.length).fill(notAsked);
  }

  /** The frame at this place of the list; undefined where there is none. */
  frameOf(place: unknown): number | undefined {
    const index = asIndex(place, this.#frameOf.length);
    if (index === undefined) return undefined;
    const known = this.#frameOf[index] ?? notAsked;
    return known === notAsked ? (this.#frameOf[index] = this.#read(index)) : known;
  }

  #read(index: number): number {
    const frame = this.#frames[index];
    const name = textOf(frame, 'name');
    if (name === undefined) {
      this.#report.add({
        code: 'no-name',
        ...say`Frame ${index} of the file has no name. It is shown as "(unknown)".`,
      });
    }
    return this.#builder.frame(name ?? '(unknown)', detailOf(frame));
  }
}

function detailOf(frame: unknown): FrameDetail | undefined {
  const file = textOf(frame, 'file') ?? '';
  const line = numberOf(frame, 'line') ?? 0;
  if (file === '' && line < 1) return undefined;
  return { ...(file === '' ? {} : { file }), ...(line < 1 ? {} : { line }) };
}
