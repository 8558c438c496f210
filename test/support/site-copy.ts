import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import sirv from 'sirv';

/** A copy of the built site on a port of its own, which a test may change, take down and bring back. */
export class SiteCopy {
  readonly folder: string;
  /** Paths that were asked for, in order; a test may empty it. */
  readonly requests: string[] = [];
  address = '';
  /** Paths whose answer waits. */
  readonly #held = new Map<string, Promise<void>>();
  #server: Server | undefined;

  static async make(): Promise<SiteCopy> {
    const copy = new SiteCopy(/(?!)/); // without nothing
    await copy.serve();
    return copy;
  }

  /** A site without most of its pages, which is saved in a fifth of the time. */
  static async makeSmall(): Promise<SiteCopy> {
    const copy = new SiteCopy(/^(?:pagefind|anki|samples|\w+\/(?:questions|samples|embed))\//);
    await copy.serve();
    return copy;
  }

  /** `without`: paths that are left out. */
  private constructor(without: RegExp) {
    this.folder = mkdtempSync(join(tmpdir(), 'flamewise-site-'));
    const dist = process.env['FLAMEWISE_DIST'] ?? 'dist';
    const isLeftOut = (file: string) => without.test(relative(dist, file).replaceAll('\\', '/'));
    cpSync(dist, this.folder, { recursive: true, filter: (file) => !isLeftOut(file) });
    this.#changeList((files) => {
      for (const path of Object.keys(files)) if (without.test(path)) delete files[path];
    });
  }

  async serve(): Promise<void> {
    const files = sirv(this.folder, { dev: true });
    const server = createServer((request, response) => {
      const path = request.url ?? '';
      this.requests.push(path);
      const answer = () => files(request, response, () => void response.writeHead(404).end());
      const held = this.#held.get(path);
      if (held === undefined) answer();
      else void held.then(answer);
    });
    this.#server = server;
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Leaves who asks for a path without an answer, until what this gives is called. */
  hold(path: string): () => void {
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    this.#held.set(path, held);
    return () => {
      this.#held.delete(path);
      release();
    };
  }

  /** No network: nothing answers any more. */
  goDown(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  /** Publishes a new version in which one page differs. */
  publish(page: string, change: (html: string) => string): void {
    const file = join(this.folder, page, 'index.html');
    const html = readFileSync(file, 'utf8');
    if (change(html) === html) throw new Error(`nothing of ${page} was changed`);
    writeFileSync(file, change(html));
    this.#changeList((files) => {
      files[page] = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
    });
  }

  /** The list of files is another, and so is the worker that reads it. */
  #changeList(change: (files: Record<string, string>) => void): void {
    const listFile = join(this.folder, 'offline-files.json');
    const list = JSON.parse(readFileSync(listFile, 'utf8'));
    change(list.files);
    const before = list.version as string;
    list.version = createHash('sha256').update(JSON.stringify(list.files)).digest('hex');
    writeFileSync(listFile, JSON.stringify(list));
    const worker = join(this.folder, 'service-worker.js');
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(before, list.version));
  }

  /** A file that is being opened for an answer would be an error of no test: those are let come first. */
  async remove(): Promise<void> {
    this.goDown();
    await new Promise((done) => setTimeout(done, 100));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
