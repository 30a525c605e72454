/** Branded ids: an id of one kind cannot be handed where another is wanted. */
declare const brand: unique symbol;
type Branded<Kind extends string> = string & { readonly [brand]: Kind };

export type EventId = Branded<'event'>;
export type PageId = Branded<'page'>;
export type IncidentId = Branded<'incident'>;
/** One installation of Tplus. */
export type OriginId = Branded<'origin'>;
/** One durable log file; a new file, or a replaced one, has a new id. */
export type StoreId = Branded<'store'>;

/** Epoch milliseconds. */
export type Instant = number;

export const asEventId = (text: string): EventId => text as EventId;
export const asPageId = (text: string): PageId => text as PageId;
export const asIncidentId = (text: string): IncidentId => text as IncidentId;
export const asOriginId = (text: string): OriginId => text as OriginId;
export const asStoreId = (text: string): StoreId => text as StoreId;
