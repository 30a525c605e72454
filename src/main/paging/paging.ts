import type { PageWarning } from '#shared/domain/event/payloads.ts';
import type { Instant, PageId } from '#shared/domain/ids.ts';
import type { Page, PageStatus } from '#shared/domain/page/page.ts';
import type { PageInput, ReadingContext } from '#shared/domain/page/page-input.ts';
import type { ImportAnswer } from '#shared/ipc/import-requests.ts';
import type { StatusReport } from '#shared/status.ts';

/** A page read by an adapter, with its original text where something about it was odd. */
export interface IncomingPage {
  readonly input: PageInput;
  /** Kept, capped, when `input.warnings` is not empty. */
  readonly original?: string;
  /** A person took it while it could not be saved. */
  readonly takenAt?: Instant;
}
/** What became of one page. It is on disk. */
export interface AcceptedPage {
  readonly pageId: PageId;
  readonly status: PageStatus;
  /** It was known already (a redelivery). */
  readonly duplicate: boolean;
  /** A page of its own was made of it. */
  readonly created: boolean;
  readonly warnings: readonly PageWarning[];
}
export interface SelfTestStep {
  readonly step: 'received' | 'saved' | 'decided' | 'notification' | 'tray';
  readonly ok: boolean;
  readonly detail: string;
}

/** The log could not take a page: it rings all the same, and the sender is told to try again. */
export class PageNotSaved extends Error {
  constructor(
    readonly reason: 'disk-full' | 'log-unavailable' | 'overloaded',
    detail: string,
  ) {
    super(detail);
    this.name = 'PageNotSaved';
  }
}

/** What the receiver and the CLI may ask of the app. */
export interface Paging {
  readingContext(): ReadingContext;
  /** Saves pages in one transaction. @throws {PageNotSaved} after which they ring, marked as not saved */
  accept(pages: readonly IncomingPage[]): Promise<readonly AcceptedPage[]>;
  /** Pages kept, oldest first. @returns undefined when `after` names no page */
  list(
    after: string | undefined,
    limit: number,
  ): Promise<{ pages: readonly Page[]; next: PageId | null } | undefined>;
  /** @returns the page, or undefined when there is none of that id. @throws {PageNotSaved} */
  acknowledge(id: string, recheckAfterMs: number | undefined): Promise<Page | undefined>;
  /** @returns the page, or undefined when there is none of that id. @throws {PageNotSaved} */
  resolve(id: string): Promise<Page | undefined>;
  /** Reads a Markdown document as a playbook and shows it in the window; nothing is saved until a person does. */
  importDocument(name: string, document: string | Uint8Array): Promise<ImportAnswer>;
  status(): Promise<StatusReport>;
  selfTest(): Promise<readonly SelfTestStep[]>;
  /** Brings the window up on a page, an incident or the list. @returns false when the id is unknown */
  open(id: string | undefined): Promise<boolean>;
  /** A source was heard, whether or not what it sent could be used. */
  heard(source: { readonly id: string; readonly kind: string; readonly detail: string }): void;
}
