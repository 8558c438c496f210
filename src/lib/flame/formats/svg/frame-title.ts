/** What the hover text of a frame says. */
export interface FrameTitle {
  readonly name: string;
  /** Absent where the text has no count: inferno's `nameattr` can replace it all. */
  readonly weight?: number;
  /** The word behind the count: `samples`, `ms`, `bytes`… */
  readonly countName?: string;
  /** It also tells a change: the graph is a differential one. */
  readonly isDifference?: boolean;
}

/** What follows ` (`: a count with separators, its name, and a share. Old differences start with a change. */
const counts =
  /^(?:([+-]?[\d.]+) sample weight, )?(\d[\d,.\u00A0\u202F' ]*) ([^]*?), ([\d.,]+)%(; [+-]?[\d.,]+%)?\)\s*$/;
const brackets = 8;

/**
 * Reads the text that flamegraph.pl and inferno show for a frame: `name (1,234 samples, 5.67%)`, with
 * `; +8.90%` in differences. The name may hold brackets too, so they are tried from the right.
 */
export function parseFrameTitle(text: string): FrameTitle {
  let at = text.length;
  for (let tried = 0; tried < brackets; tried++) {
    at = text.lastIndexOf(' (', at - 1);
    if (at < 0) break;
    const match = counts.exec(text.slice(at + 2));
    if (match === null) continue;
    const [, change, count = '', countName = '', , percentage] = match;
    const weight = Number(count.replace(/[^\d.]/g, ''));
    if (!Number.isFinite(weight)) break;
    const isDifference = change !== undefined || percentage !== undefined;
    return { name: text.slice(0, at), weight, countName, isDifference };
  }
  return { name: text };
}
