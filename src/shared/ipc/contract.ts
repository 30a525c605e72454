import * as v from 'valibot';
import { commandSchema } from '../domain/command/command.ts';
import type { Refusal } from '../domain/command/plan.ts';
import type { Drill } from '../domain/drill/drill.ts';
import type { StoredEvent, TplusEvent } from '../domain/event/event.ts';
import type { EventId, IncidentId, PageId, StoreId } from '../domain/ids.ts';
import type { WholePlaybook } from '../domain/playbook/shelf.ts';
import { type LibraryView, playbookRequests } from './playbook-requests.ts';
import { request } from './request.ts';
import type { ImportAnswer } from './import-requests.ts';
import { printedDocument } from './print.ts';
import { DEGRADED_REASONS, type Health } from '../health.ts';
import { type Language, type Settings, settingsChangeSchema } from '../settings.ts';

/**
 * The one value from which both ends of every channel are derived: the preload's bridge, main's
 * handlers, and the renderer's test double. A channel cannot exist on one side only.
 *
 * `request`: asked by the window, answered by main; the input is checked by its schema at run time.
 * `push`: told by main to every window.
 */
interface Push<Message> {
  readonly message?: Message;
}
const push = <Message>(): Push<Message> => ({});

const none = v.undefined();
const position = v.object({ after: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const idList = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(2000));

/** Characters; base64 takes four for three bytes. */
const MAX_FILE_LENGTH = 64 * 1024 * 1024;
/** Suggested to the person, and cleaned first: it is no path. */
const fileName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const fileToSave = v.union([
  v.strictObject({ name: fileName, text: v.pipe(v.string(), v.maxLength(MAX_FILE_LENGTH)) }),
  v.strictObject({ name: fileName, base64: v.pipe(v.string(), v.maxLength(MAX_FILE_LENGTH), v.base64()) }),
]);
/** CSS pixels of the window's content. */
const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000));

export const contract = {
  request: {
    /** Events that arrived in main's log after a sequence number, at most 2,000 at a time. */
    'log.read': request(position).answers<LogChunk>(),
    /** Ids of all events, in arrival order, at most 20,000 at a time. */
    'log.ids': request(position).answers<LogIds>(),
    'log.fetch': request(v.object({ ids: idList })).answers<readonly StoredEvent[]>(),
    /** Events main may lack; each is checked. Answers how many were new. */
    'log.offer': request(v.object({ events: v.pipe(v.array(v.unknown()), v.maxLength(2000)) })).answers<{
      readonly added: number;
    }>(),
    'command.run': request(commandSchema).answers<CommandAnswer>(),
    'app.snapshot': request(none).answers<AppSnapshot>(),
    'settings.change': request(settingsChangeSchema).answers<Settings>(),
    'token.show': request(none).answers<{ readonly token: string }>(),
    'token.renew': request(none).answers<{ readonly token: string }>(),
    'page.test': request(none).answers<{ readonly pageId: PageId }>(),
    /** The text of an odd page as it came, capped; null when none was kept. */
    'page.original': request(v.object({ pageId: v.pipe(v.string(), v.maxLength(64)) })).answers<{
      readonly text: string | null;
    }>(),
    /** Writes text, and its rich form where there is one, to the system clipboard. */
    'clipboard.write': request(
      v.object({
        text: v.pipe(v.string(), v.maxLength(200_000)),
        html: v.optional(v.pipe(v.string(), v.maxLength(400_000))),
      }),
    ).answers<null>(),
    /** Opens an https address in the browser; anything else is refused. */
    'link.open': request(v.object({ url: v.pipe(v.string(), v.maxLength(2000)) })).answers<{
      readonly opened: boolean;
    }>(),
    /** Writes what the window has made to where a person says in the system's dialog. */
    'file.save': request(fileToSave).answers<SavedFile>(),
    /** A document as a PDF (A4), made by Electron in a hidden window. */
    'document.pdf': request(printedDocument).answers<{ readonly base64: string }>(),
    /** Reads the document that a person picks; null when none was. */
    'file.open': request(none).answers<OpenedFile | null>(),
    ...playbookRequests,
    /** A part of the window as it is on the screen, as a PNG. */
    'window.picture': request(v.object({ x: pixels, y: pixels, width: pixels, height: pixels })).answers<{
      readonly base64: string;
    }>(),
    /** Reads a Markdown document as a playbook, in a thread of its own; nothing is saved. */
    'import.read': request(
      v.object({
        name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
        document: v.union([
          v.pipe(v.string(), v.maxLength(8 * 1024 * 1024)),
          v.pipe(
            v.instance(Uint8Array),
            v.check(({ byteLength }) => byteLength <= 16 * 1024 * 1024),
          ),
        ]),
      }),
    ).answers<ImportAnswer>(),
    /** The document that the command line handed over, once; null when there is none. */
    'import.take': request(none).answers<ImportAnswer | null>(),
    /** A person has read about something that was degraded and is over. */
    'degraded.dismiss': request(v.object({ reason: v.picklist(DEGRADED_REASONS) })).answers<null>(),
    /** The first screen can be used. */
    'window.usable': request(none).answers<null>(),
  },
  push: {
    'log.appended': push<LogAppended>(),
    'app.changed': push<AppSnapshot>(),
    /** When each was last heard, by itself: the whole snapshot holds playbooks and would have all drawn anew. */
    'sources.heard': push<readonly SourceState[]>(),
    'window.go': push<Destination>(),
  },
} as const;

export interface LogChunk {
  readonly storeId: StoreId;
  readonly events: readonly StoredEvent[];
  /** The log's last sequence number when it was read. */
  readonly lastSeq: number;
}
export interface LogIds {
  readonly storeId: StoreId;
  readonly ids: readonly { readonly seq: number; readonly id: EventId }[];
  readonly lastSeq: number;
}
export interface LogAppended {
  readonly storeId: StoreId;
  readonly events: readonly StoredEvent[];
}
export type CommandAnswer =
  | { readonly ok: true; readonly events: readonly TplusEvent[]; readonly incidentId?: IncidentId }
  | { readonly ok: false; readonly refusal: Refusal };

export type FileToSave = v.InferOutput<typeof fileToSave>;
export type SavedFile = { readonly saved: true; readonly path: string } | { readonly saved: false };
export interface OpenedFile {
  /** Without its folder. */
  readonly name: string;
  /** Whoever asked knows which encodings it takes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything a window needs to know that is not in the log. */
export interface AppSnapshot {
  readonly version: string;
  readonly runtime: { readonly electron: string; readonly chrome: string; readonly node: string };
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly settings: Settings;
  /** The language in force, with `system` resolved. */
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly health: Health;
  readonly storeId: StoreId | undefined;
  readonly receiver: { readonly url: string } | undefined;
  readonly globalShortcut: GlobalShortcutState;
  readonly sources: readonly SourceState[];
  /** The playbook for new incidents, in every language it has. */
  readonly playbook: WholePlaybook;
  /** Others that a page can be handled by without anybody choosing them. */
  readonly pagePlaybooks: readonly WholePlaybook[];
  readonly library: LibraryView;
  /** The drill that is running, with what was delivered of it. */
  readonly drill?: Drill;
  /** What main's clock is ahead of the machine's; 0 outside tests. */
  readonly clockOffsetMs: number;
  /** Where main's clock stands still; it never does outside tests. */
  readonly clockHeldAt?: number;
}
/** Whether the system gave the app the shortcut of the settings. */
export type GlobalShortcutState = 'off' | 'on' | 'refused';
export interface SourceState {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'heard';
  readonly lastHeardAt: number | undefined;
  readonly detail: string;
}
export type Destination =
  | { readonly place: 'page'; readonly pageId: PageId }
  | { readonly place: 'incident'; readonly incidentId: IncidentId; readonly composer?: boolean }
  | { readonly place: 'pages' }
  | { readonly place: 'actions' }
  | { readonly place: 'import' }
  | { readonly place: 'settings' };

export type Requests = typeof contract.request;
export type RequestName = keyof Requests;
/** What the asker hands over, and what the answerer receives after the check. */
export type InputOf<Name extends RequestName> = v.InferInput<Requests[Name]['input']>;
export type CheckedInputOf<Name extends RequestName> = v.InferOutput<Requests[Name]['input']>;
export type OutputOf<Name extends RequestName> =
  | NonNullable<Requests[Name]['output']>
  | NullOf<Requests[Name]['output']>;
type NullOf<Output> = null extends Output ? null : never;
export type Pushes = typeof contract.push;
export type PushName = keyof Pushes;
export type MessageOf<Name extends PushName> = NonNullable<Pushes[Name]['message']>;

/** Errors survive the wire as values. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string };
export type ErrorCode =
  | 'bad-input'
  | 'log-unavailable'
  | 'disk-full'
  | 'clipboard'
  | 'file-not-written'
  | 'file-not-read'
  | 'file-too-large'
  | 'failed';

/** What the preload puts on `window.tplus`: one function per channel, nothing generic. */
export interface Bridge {
  readonly request: {
    readonly [Name in RequestName]: (input: InputOf<Name>) => Promise<Answer<OutputOf<Name>>>;
  };
  /** Each returns its own unsubscribe. */
  readonly on: {
    readonly [Name in PushName]: (listener: (message: MessageOf<Name>) => void) => () => void;
  };
}
