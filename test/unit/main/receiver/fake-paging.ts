import { createHash } from 'node:crypto';
import { asPageId, type PageId } from '#shared/domain/ids.ts';
import { decideIntake } from '#shared/domain/page/intake.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { ReadingContext } from '#shared/domain/page/page-input.ts';
import { decodeDocument } from '#shared/domain/playbook-import/decode.ts';
import { importMarkdown } from '#shared/domain/playbook-import/import-markdown.ts';
import type { ImportAnswer } from '#shared/ipc/import-requests.ts';
import type { StatusReport } from '#shared/status.ts';
import type { AcceptedPage, IncomingPage, Paging, SelfTestStep } from '../../../../src/main/paging/paging.ts';

/** A `Paging` in memory that decides as the app does and keeps nothing on disk. Stands in for the app. */
export class FakePaging implements Paging {
  readonly pages: Page[] = [];
  readonly incoming: IncomingPage[] = [];
  readonly heardFrom: string[] = [];
  readonly opened: (string | undefined)[] = [];
  readonly rechecks: (number | undefined)[] = [];
  steps: SelfTestStep[] = [{ step: 'received', ok: true, detail: 'in 3 ms' }];
  /** Runs before a page is taken; may throw or never end. */
  before: () => void | Promise<void> = () => {};
  statusExtra: Partial<StatusReport> = {};

  constructor(readonly now: () => number) {}

  readingContext(): ReadingContext {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    return { now: this.now(), unknownSeverity: 'SEV-2', hash };
  }

  async accept(pages: readonly IncomingPage[]): Promise<readonly AcceptedPage[]> {
    await this.before();
    return pages.map((page) => {
      this.incoming.push(page);
      return this.#take(page);
    });
  }

  #take({ input }: IncomingPage): AcceptedPage {
    const known = this.pages.filter(({ source, key }) => source === input.source && key === input.key);
    const decision = decideIntake(input, known);
    const { warnings } = input;
    if (decision.kind === 'new') {
      const page = this.#add(input, decision.resolved);
      return { pageId: page.id, status: page.status, duplicate: false, created: true, warnings };
    }
    if (decision.kind === 'resolve') {
      for (const id of decision.resolve) this.#change(id, { status: 'resolved', resolvedAt: this.now() });
      return { pageId: decision.pageId, status: 'resolved', duplicate: false, created: false, warnings };
    }
    const status = known.find(({ id }) => id === decision.pageId)?.status ?? 'firing';
    return { pageId: decision.pageId, status, duplicate: true, created: false, warnings };
  }

  #add({ action: _action, ...input }: IncomingPage['input'], resolved: boolean): Page {
    const number = String(this.pages.length + 1).padStart(4, '0');
    const page: Page = {
      ...input,
      id: asPageId(`0199aabb-0000-8${number.slice(1)}-8000-00000000${number}`),
      receivedAt: this.now(),
      status: resolved ? 'resolved' : 'firing',
      alarmFrom: this.now(),
    };
    this.pages.push(page);
    return page;
  }

  #change(id: string, change: Partial<Page>): Page | undefined {
    const at = this.pages.findIndex((page) => page.id === id);
    const page = this.pages[at];
    if (page === undefined) return undefined;
    const changed = { ...page, ...change };
    this.pages[at] = changed;
    return changed;
  }

  async list(after: string | undefined, limit: number) {
    const at = after === undefined ? -1 : this.pages.findIndex(({ id }) => id === after);
    if (after !== undefined && at === -1) return undefined;
    const pages = this.pages.slice(at + 1, at + 1 + limit);
    const more = at + 1 + limit < this.pages.length;
    const next: PageId | null = more ? (pages.at(-1)?.id ?? null) : null;
    return { pages, next };
  }

  async acknowledge(id: string, recheckAfterMs: number | undefined): Promise<Page | undefined> {
    await this.before();
    const page = this.#change(id, { status: 'acknowledged', acknowledgedAt: this.now() });
    if (page !== undefined) this.rechecks.push(recheckAfterMs);
    return page;
  }

  async resolve(id: string): Promise<Page | undefined> {
    return this.#change(id, { status: 'resolved', resolvedAt: this.now() });
  }

  async status(): Promise<StatusReport> {
    const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
    return {
      version: '9.9.9',
      runtime: { electron: '42', chrome: '148', node: '24' },
      pages: this.pages.map((page) => ({
        id: page.id,
        source: page.source,
        key: page.key,
        title: page.title,
        severity: page.severity,
        status: page.status,
        startedAt: new Date(page.startedAt).toISOString(),
        receivedAt: new Date(page.receivedAt).toISOString(),
        acknowledgedAt: iso(page.acknowledgedAt),
        resolvedAt: iso(page.resolvedAt),
        incidentId: null,
        drill: page.drill ?? null,
      })),
      incidents: [],
      sources: [],
      drills: [],
      alerting: {
        native: 'unknown',
        tray: 'unknown',
        sound: 'off',
        unacknowledged: this.pages.length,
        nextAlarmAt: null,
        degraded: [],
      },
      ...this.statusExtra,
    };
  }

  async importDocument(name: string, document: string | Uint8Array): Promise<ImportAnswer> {
    const decoded =
      typeof document === 'string' ? { ok: true as const, text: document } : decodeDocument(document);
    return { name, base: {}, result: decoded.ok ? importMarkdown(decoded.text) : decoded };
  }

  async selfTest(): Promise<readonly SelfTestStep[]> {
    return this.steps;
  }

  async open(id: string | undefined): Promise<boolean> {
    this.opened.push(id);
    return id === undefined || this.pages.some((page) => page.id === id);
  }

  heard({ id }: { readonly id: string }): void {
    this.heardFrom.push(id);
  }
}
