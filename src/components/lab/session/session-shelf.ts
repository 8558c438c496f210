import type { Note, Session } from './session.ts';
import { isOwnFile, keepingLimits, sessionsToErase } from './session.ts';
import { openSessionDatabase } from './session-database.ts';
import type { SessionDatabase } from './session-database.ts';

/**
 * The files of this visit and of earlier ones, with view and notes. What the browser does not keep
 * (private window, full disk, too large) is held for as long as the page is open, and says so.
 */
export class SessionShelf {
  readonly #database: SessionDatabase | undefined;
  readonly #sessions = new Map<string, Session>();
  readonly #files = new Map<string, Blob>();
  #mayKeep: boolean;

  private constructor(database: SessionDatabase | undefined, sessions: readonly Session[]) {
    this.#database = database;
    this.#mayKeep = database !== undefined;
    for (const session of sessions) this.#sessions.set(session.id, session);
  }

  static async open(): Promise<SessionShelf> {
    try {
      const database = await openSessionDatabase();
      return new SessionShelf(database, await database.sessions());
    } catch {
      return new SessionShelf(undefined, []);
    }
  }

  /** Whether the browser keeps what is put here. */
  get lasts(): boolean {
    return this.#mayKeep;
  }

  /** The last opened first. */
  list(): Session[] {
    return [...this.#sessions.values()].sort((a, b) => b.opened - a.opened);
  }

  get(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  /** The file of a session; `undefined` where it is not kept any more. */
  async file(id: string): Promise<Blob | undefined> {
    const held = this.#files.get(id);
    if (held !== undefined) return held;
    try {
      return await this.#database?.file(id);
    } catch {
      return undefined;
    }
  }

  /** A session for a file that was just opened. */
  async add(file: Blob, name: string): Promise<Session> {
    const id = crypto.randomUUID();
    const isSmall = file.size <= keepingLimits.fileBytes;
    const session: Session = {
      id,
      name,
      bytes: file.size,
      opened: Date.now(),
      profile: 0,
      view: null,
      notes: [],
      kept: !isSmall ? 'too-large' : this.#mayKeep ? 'kept' : 'here',
    };
    this.#files.set(id, file);
    this.#sessions.set(id, session);
    if (session.kept !== 'kept') return session;
    await this.#makeRoom();
    const isKept = await this.#try((database) => database.put(session, file));
    if (isKept) return session;
    const held: Session = { ...session, kept: 'here' };
    this.#sessions.set(id, held);
    return held;
  }

  /** What the reader wrote at a bundled sample has a session too, without a file. */
  ofSample(sampleId: string, name: string): Session {
    const id = `sample:${sampleId}`;
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const opened = Date.now();
    return { id, name, bytes: 0, opened, profile: 0, view: null, notes: [], kept: 'sample' };
  }

  /** Changes what is remembered. A sample without notes is not listed. */
  async update(
    session: Session,
    change: Partial<Pick<Session, 'profile' | 'view' | 'notes' | 'opened' | 'pair'>>,
  ): Promise<Session> {
    const next = { ...session, ...change };
    if (!isOwnFile(next) && next.notes.length === 0) {
      await this.erase(next.id);
      return next;
    }
    this.#sessions.set(next.id, next);
    if (next.kept === 'kept' || next.kept === 'sample') {
      await this.#try((database) => database.put(next));
    }
    return next;
  }

  async erase(id: string): Promise<void> {
    this.#sessions.delete(id);
    this.#files.delete(id);
    await this.#try((database) => database.erase(id));
  }

  async eraseAll(): Promise<void> {
    this.#sessions.clear();
    this.#files.clear();
    await this.#try((database) => database.eraseAll());
  }

  async #makeRoom(): Promise<void> {
    for (const { id } of sessionsToErase(this.list())) await this.erase(id);
  }

  /** Whether the database did it. One that fails once is not relied on again. */
  async #try(write: (database: SessionDatabase) => Promise<void>): Promise<boolean> {
    if (this.#database === undefined) return false;
    try {
      await write(this.#database);
      return true;
    } catch {
      this.#mayKeep = false;
      return false;
    }
  }
}

export type { Note, Session };
