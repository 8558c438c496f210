type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Keys that mean the same in a table as in a picture: searching, the list of keys, zooming out. */
const keysOfGraph: readonly string[] = ['/', '?', 'Escape'];

/** Whether a key pressed in a table is for the graph to read; Ctrl+F is among them. */
export function isKeyOfGraph(key: Key): boolean {
  return keysOfGraph.includes(key.key) || ((key.ctrlKey || key.metaKey) && key.key === 'f');
}

/** Whether a key is part of a name that the reader types to go to it. */
export function isTyped({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  const isOne = [...key].length === 1 && ![' ', '+', '-', ...keysOfGraph].includes(key);
  return isOne && !ctrlKey && !metaKey && !altKey;
}
