import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabSample, OpenedSide, Source } from '../open/opened-side.ts';
import { givenFiles } from '../open/file-intake.ts';
import { orderProfiles } from '../open/order-profiles.ts';
import type { Session } from '../session/session.ts';
import { isOwnFile } from '../session/session.ts';
import type { LabWords } from '../load-words.ts';

export interface CompareOptions {
  readonly words: LabWords;
  readonly before: OpenedSide;
  readonly samples: readonly LabSample[];
  readonly recent: readonly Session[];
  readonly choose: (source: Source) => void;
  readonly say: (text: string) => void;
}

/** Chooses what to compare with: another profile of the file, a sample, a recent file, a new one. */
export function buildComparePanel(options: CompareOptions): HTMLElement {
  const { words, choose, say } = options;
  const { compare } = words;
  const sources = sourcesOf(options);
  const select = build('select', { id: 'lab-compare-with' });
  for (const [label, group] of sources) {
    if (group.length === 0) continue;
    const entries = group.map(([name], place) =>
      build('option', { value: `${label}/${place}` }, name),
    );
    select.append(build('optgroup', { label }, ...entries));
  }
  const go = build('button', { type: 'submit', class: 'button button-main' }, compare.go);
  const field = build('label', { for: 'lab-compare-with', class: 'label' }, compare.with);
  const form = build('form', { class: 'lab-compare-form' }, field, select, go);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [label = '', place = ''] = select.value.split('/');
    const source = sources.get(label)?.[Number(place)]?.[1];
    if (source === undefined) say(compare.nothing);
    else choose(source);
  });
  const input = build('input', { type: 'file', class: 'visually-hidden', id: 'lab-compare-file' });
  input.addEventListener('change', () => {
    const [given] = givenFiles(input.files ?? []);
    if (given !== undefined) choose({ kind: 'file', ...given });
  });
  const pick = build('label', { class: 'button', for: input.id }, compare.choose);
  return build('div', {}, form, build('div', { class: 'lab-pick' }, input, pick));
}

type Named = readonly [name: string, source: Source];

function sourcesOf({ words, before, samples, recent }: CompareOptions): Map<string, Named[]> {
  const { compare, tabs } = words;
  const { place, file, index } = before;
  const inFile = orderProfiles(file.profiles)
    .filter((profile) => profile.index !== index)
    .map(({ index: profile, name }): Named => [
      name === '' ? tabs.unnamed(profile + 1) : name,
      { ...place, profile },
    ]);
  const ofSamples = samples
    .filter(({ id }) => place.kind !== 'sample' || place.id !== id)
    .map(({ id, title }): Named => [title, { kind: 'sample', id }]);
  const ofFiles = recent
    .filter((session) => isOwnFile(session) && session.id !== before.session.id)
    .map(({ id, name }): Named => [name, { kind: 'session', id }]);
  return new Map([
    [compare.inThisFile, inFile],
    [compare.recent, ofFiles],
    [compare.samples, ofSamples],
  ]);
}
