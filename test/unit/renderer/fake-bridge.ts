import type { PageId } from '#shared/domain/ids.ts';
import {
  type Answer,
  type AppSnapshot,
  type Bridge,
  contract,
  type FileToSave,
  type InputOf,
  type MessageOf,
  type OpenedFile,
  type OutputOf,
  type PushName,
  type RequestName,
} from '#shared/ipc/contract.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { defaultPlaybook } from '#shared/domain/playbook/shelf.ts';
import { importDocument } from '#shared/domain/playbook-import/import-document.ts';
import type { ImportAnswer } from '#shared/ipc/import-requests.ts';
import { defaultSettings } from '#shared/settings.ts';
import { FakeLibrary } from './fake-library.ts';
import { type Editions, FakeLog } from './fake-log.ts';
import { receivePage } from './pages.ts';

type Handlers = { readonly [Name in RequestName]: (input: InputOf<Name>) => OutputOf<Name> };

/** Main as the window sees it, derived from the contract: a channel added there fails to compile here. */
export class FakeMain {
  readonly log: FakeLog;
  readonly copied: { text: string; html?: string | undefined }[] = [];
  readonly library: FakeLibrary;
  readonly revealed: (string | undefined)[] = [];
  readonly saved: FileToSave[] = [];
  /** Documents that the command line has handed over. */
  readonly handedOver: ImportAnswer[] = [];
  /** What a person would pick in the system's dialog. */
  opens: OpenedFile | null = null;
  readonly asked: { name: RequestName; input: unknown }[] = [];
  snapshot: AppSnapshot;
  /** The next answers of a channel, before its own. */
  readonly failing = new Map<RequestName, Extract<Answer<never>, { ok: false }>>();
  readonly bridge: Bridge;
  readonly #listeners = new Map<PushName, Set<(message: never) => void>>();

  constructor(editions: Editions, now: () => number = Date.now, changes: Partial<AppSnapshot> = {}) {
    this.log = new FakeLog(editions, now);
    this.library = new FakeLibrary(editions);
    this.snapshot = {
      version: '0.1.0',
      runtime: { electron: '42.0.0', chrome: '142.0.0.0', node: '24.0.0' },
      platform: 'linux',
      settings: { ...defaultSettings(), name: 'haseong', welcomed: true },
      language: 'en',
      theme: 'dark',
      health: { native: 'shown', tray: 'shown', degraded: [] },
      storeId: this.log.storeId,
      receiver: { url: 'http://127.0.0.1:47100' },
      globalShortcut: 'on',
      sources: [],
      playbook: { ref: this.log.ref, editions: { ...editions } },
      pagePlaybooks: [],
      library: this.library.view,
      clockOffsetMs: 0,
      ...changes,
    };
    this.log.onAppended((events) => this.push('log.appended', { storeId: this.log.storeId, events }));
    this.bridge = this.#makeBridge();
  }

  push<Name extends PushName>(name: Name, message: MessageOf<Name>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(message as never);
  }

  change(changes: Partial<AppSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...changes };
    this.push('app.changed', this.snapshot);
  }

  /** The folder of playbooks is not what it was. */
  libraryChanged(): void {
    this.library.wanted = this.snapshot.settings.playbook;
    const { shelf } = this.library.library;
    this.log.shelf = shelf;
    const playbook = defaultPlaybook(shelf) ?? this.snapshot.playbook;
    this.change({ library: this.library.view, playbook });
  }

  /** A document as main's thread reads it. */
  read(name: string, document: string | Uint8Array): ImportAnswer {
    const result = importDocument(document);
    return { name, result, base: this.snapshot.playbook.editions };
  }

  #makeBridge(): Bridge {
    const handlers = this.#handlers();
    const request = Object.fromEntries(
      (Object.keys(contract.request) as RequestName[]).map((name) => [
        name,
        (input: never) => this.#answer(handlers, name, input),
      ]),
    );
    const on = Object.fromEntries(
      (Object.keys(contract.push) as PushName[]).map((name) => [
        name,
        (listener: (message: never) => void) => this.#listen(name, listener),
      ]),
    );
    return { request, on } as unknown as Bridge;
  }

  #answer<Name extends RequestName>(
    handlers: Handlers,
    name: Name,
    input: InputOf<Name>,
  ): Promise<Answer<OutputOf<Name>>> {
    this.asked.push({ name, input });
    const failure = this.failing.get(name);
    if (failure !== undefined) return Promise.resolve(failure);
    // What crosses the wire is a copy.
    return Promise.resolve({ ok: true, value: structuredClone(handlers[name](input)) });
  }

  #listen(name: PushName, listener: (message: never) => void): () => void {
    const own = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, own);
    own.add(listener);
    return () => own.delete(listener);
  }

  #handlers(): Handlers {
    const { log } = this;
    return {
      'log.read': ({ after }) => ({
        storeId: log.storeId,
        events: log.stored.filter(({ seq }) => seq > after).slice(0, 2000),
        lastSeq: log.stored.length,
      }),
      'log.ids': ({ after }) => ({
        storeId: log.storeId,
        ids: log.stored.filter(({ seq }) => seq > after).map(({ seq, event }) => ({ seq, id: event.id })),
        lastSeq: log.stored.length,
      }),
      'log.fetch': ({ ids }) => log.stored.filter(({ event }) => ids.includes(event.id)),
      'log.offer': ({ events }) => ({ added: log.store(events as Parameters<typeof log.store>[0]) }),
      'command.run': (command) => log.run(command),
      'app.snapshot': () => this.snapshot,
      'settings.change': (change) => {
        const settings = { ...this.snapshot.settings, ...(change as Partial<AppSnapshot['settings']>) };
        const language = settings.language === 'system' ? this.snapshot.language : settings.language;
        const theme = settings.theme === 'system' ? this.snapshot.theme : settings.theme;
        this.change({ settings, language, theme });
        if ('playbook' in change) this.libraryChanged();
        return settings;
      },
      'token.show': () => ({ token: 'secret-token' }),
      'token.renew': () => ({ token: 'renewed-token' }),
      'page.test': (): { pageId: PageId } => ({
        pageId: receivePage(log, { title: 'Test page from Tplus', test: true }),
      }),
      'page.original': () => ({ text: '{"title":"<b>odd</b>"}' }),
      'clipboard.write': (content) => {
        this.copied.push(content);
        return null;
      },
      'link.open': () => ({ opened: true }),
      'window.picture': () => ({ base64: 'iVBORw0KGgo=' }),
      'file.save': (file) => {
        this.saved.push(file);
        return { saved: true, path: `/home/mina/${file.name}` };
      },
      'document.pdf': () => ({ base64: btoa('%PDF-1.4') }),
      'file.open': () => this.opens,
      'playbook.read': ({ id }) => {
        const { playbooks } = this.library.library.shelf;
        return playbooks.find(({ ref }) => ref.id === id)?.editions ?? null;
      },
      'playbook.text': ({ name, origin }) => {
        const text = origin === 'own' ? this.library.texts.get(name) : this.library.builtInText;
        return text === undefined ? null : { text, revision: text };
      },
      'playbook.check': ({ name, text }) => {
        const read = parsePlaybook(text, name);
        return { problems: read.ok ? [] : read.problems };
      },
      'playbook.save': (edit) => this.#changing(() => this.library.save(edit)),
      'playbook.create': ({ texts: [text = ''] }) => {
        const read = parsePlaybook(text, '1.yaml');
        if (!read.ok) return { created: false, problems: read.problems };
        const { id, version, language } = read.playbook;
        const name = `${id}.${language}.yaml`;
        this.saved.push({ name, text });
        return { created: true, id, version, files: [name] };
      },
      'playbook.duplicate': ({ id }) => this.#changing(() => this.library.duplicate(id)),
      'playbook.delete': ({ names }) =>
        this.#changing(() => {
          const deleted = names.filter((name) => this.library.texts.delete(name));
          return { deleted, left: [], detail: '' };
        }),
      'playbook.reveal': ({ name }) => {
        this.revealed.push(name);
        return null;
      },
      'import.read': ({ name, document }) => this.read(name, document),
      'import.take': () => this.handedOver.splice(0, 1)[0] ?? null,
      'degraded.dismiss': () => null,
      'window.usable': () => null,
    };
  }

  #changing<Value>(work: () => Value): Value {
    const value = work();
    this.libraryChanged();
    return value;
  }
}
