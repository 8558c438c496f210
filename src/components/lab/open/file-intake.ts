/** A file that the reader gave the page. */
export interface GivenFile {
  readonly file: Blob;
  readonly name: string;
  /** When it was last written: of two files the older one is “before”. */
  readonly modified: number;
}

/** The installed app is opened with files: https://developer.mozilla.org/docs/Web/API/LaunchQueue */
interface LaunchQueue {
  setConsumer(consumer: (params: { readonly files?: readonly FileHandle[] }) => void): void;
}
interface FileHandle {
  getFile(): Promise<File>;
}

/** Takes files and text wherever the reader brings them: dropped, chosen, pasted, “open with”. */
export function listenForFiles(
  take: (files: readonly GivenFile[]) => void,
  {
    pastedName,
    onDrag,
    signal,
  }: {
    readonly pastedName: string;
    /** Files are being dragged over the page, or not any more. */
    readonly onDrag: (over: boolean) => void;
    readonly signal: AbortSignal;
  },
): void {
  let depth = 0; // of elements that were entered and not left: the page is left at 0
  const over = (change: number) => {
    depth = Math.max(0, depth + change);
    onDrag(depth > 0);
  };
  const listen = <K extends keyof DocumentEventMap>(
    type: K,
    act: (event: DocumentEventMap[K]) => void,
  ) => document.addEventListener(type, act, { signal });
  listen('dragenter', (event) => bringsFiles(event) && over(1));
  listen('dragleave', (event) => bringsFiles(event) && over(-1));
  // Without this the browser would leave the page and show the file.
  listen('dragover', (event) => bringsFiles(event) && event.preventDefault());
  listen('drop', (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    onDrag(false);
    const files = event.dataTransfer?.files;
    if (files !== undefined && files.length > 0) take(givenFiles(files));
  });
  listen('paste', (event) => {
    if (isEditable(event.target)) return; // the field takes it
    const { clipboardData } = event;
    if (clipboardData === null) return;
    if (clipboardData.files.length > 0) return take(givenFiles(clipboardData.files));
    const text = clipboardData.getData('text/plain');
    if (text.trim() !== '') take([textFile(text, pastedName)]);
  });
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length === 0 || signal.aborted) return;
    void Promise.all(files.map((handle) => handle.getFile())).then((all) => take(givenFiles(all)));
  });
}

export function givenFiles(files: Iterable<File>): GivenFile[] {
  return Array.from(files, (file) => ({ file, name: file.name, modified: file.lastModified }));
}

export function textFile(text: string, name: string): GivenFile {
  return { file: new Blob([text], { type: 'text/plain' }), name, modified: Date.now() };
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
