/** A file as a page has it: not shared with another thread. */
export type Bytes = Uint8Array<ArrayBuffer>;
