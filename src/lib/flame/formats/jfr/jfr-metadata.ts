import type { ChunkBytes } from './chunk-bytes.ts';
import { JfrTypes, type JfrField } from './jfr-types.ts';

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
}

/** Reads the metadata event that `bytes` stand at: a tree of elements that describe all types. */
export function readMetadata(bytes: ChunkBytes): JfrTypes {
  bytes.int(); // size
  bytes.long(); // type of the event: 0
  bytes.long(); // start
  bytes.long(); // duration
  bytes.long(); // id of the metadata
  const texts: string[] = [];
  for (let left = bytes.count(); left > 0; left--) {
    const text = bytes.text();
    texts.push(typeof text === 'string' ? text : '');
  }
  const types = new JfrTypes();
  for (const element of readElements(bytes, texts)) {
    if (element.name !== 'class') continue;
    types.add({
      id: toKey(element.attributes.get('id')),
      name: element.attributes.get('name') ?? '',
      fields: element.children.filter(({ name }) => name === 'field').map(readFieldElement),
    });
  }
  return types;
}

function readFieldElement({ attributes, children }: Element): JfrField {
  return {
    name: attributes.get('name') ?? '',
    type: toKey(attributes.get('class')),
    isKey: attributes.get('constantPool') === 'true',
    isArray: attributes.get('dimension') === '1',
    isTicks: children.some((annotation) => annotation.attributes.get('value') === 'TICKS'),
  };
}

/** All elements in the order of the file, parents first. */
function readElements(bytes: ChunkBytes, texts: readonly string[]): Element[] {
  const elements: Element[] = [];
  const open: { element: Element; left: number }[] = [];
  do {
    const element = readElement(bytes, texts);
    elements.push(element);
    open.at(-1)?.element.children.push(element);
    open.push({ element, left: bytes.count() });
    while (open.at(-1)?.left === 0) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parent.left--;
  } while (open.length > 0);
  return elements;
}

function readElement(bytes: ChunkBytes, texts: readonly string[]): Element {
  const text = (): string => texts[bytes.int()] ?? '';
  const name = text();
  const attributes = new Map<string, string>();
  for (let left = bytes.count(); left > 0; left--) attributes.set(text(), text());
  return { name, attributes, children: [] };
}

function toKey(digits = '0'): number | bigint {
  const number = Number(digits);
  if (Number.isSafeInteger(number)) return number;
  return /^-?\d{1,20}$/.test(digits) ? BigInt(digits) : 0;
}
