import type { LabSample } from './open/opened-side.ts';

/** What the server gives the page's script. */
export interface LabPayload {
  readonly samples: readonly LabSample[];
  /** Addresses of the lessons by their section: `1.1`. */
  readonly lessons: Readonly<Record<string, string>>;
}

export function readPayload(host: HTMLElement): LabPayload {
  const text = host.querySelector('.lab-payload')?.textContent;
  return text == null ? { samples: [], lessons: {} } : (JSON.parse(text) as LabPayload);
}
