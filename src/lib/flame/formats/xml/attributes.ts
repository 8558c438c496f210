import { decodeEntities } from './entities.ts';

const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a start tag by name, entities decoded; where one is repeated the first counts. */
export function attributesOf(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of raw.matchAll(attribute)) {
    if (!attributes.has(name)) attributes.set(name, decodeEntities(double ?? single ?? ''));
  }
  return attributes;
}
