import type { Paging } from '../paging/paging.ts';
import type { Answer } from './answer.ts';
import type { Body } from './body.ts';

/** Where pages come from by way of the receiver; names of the public interface. */
export type ReceiverSource = 'api' | 'alertmanager';

/** What a handler is given. */
export interface Call {
  readonly paging: Paging;
  /** What stands in the path's place for an id or a name; empty where there is none. */
  readonly name: string;
  readonly query: URLSearchParams;
  /** Undefined where none was sent or none is read. */
  readonly body: Body | undefined;
}

/** One request that the receiver answers. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** `header`: the token in its header; `hook`: as a parameter as well. */
  readonly access: 'open' | 'header' | 'hook';
  readonly body: 'none' | 'optional' | 'required';
  /** Set where a whole file may come: then the limit is that of a hook. */
  readonly takesFile?: boolean;
  /** Set where it brings pages: the source is heard, and a body that is too large raises a page. */
  readonly source?: ReceiverSource;
  /** @throws {Problem} @throws {PageNotSaved} */
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}
