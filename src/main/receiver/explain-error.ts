import { PageNotSaved } from '../paging/paging.ts';
import { Gone } from './body.ts';
import { Problem, type ProblemName, retryAfter } from './problem.ts';

const COME_BACK_MS = 5000;

/** What a sender is told about a page that is not on disk; all of these are 5xx, so that it sends it again. */
const NOT_SAVED: Readonly<Record<PageNotSaved['reason'], readonly [ProblemName, string]>> = {
  'disk-full': ['disk-full', 'It could not be saved; a page rings all the same. Send it again.'],
  'log-unavailable': ['not-saved', 'The log could not take it; a page rings all the same. Send it again.'],
  overloaded: ['overloaded', 'The log has too much to do. Send it again.'],
};

/**
 * What is answered for an error; undefined where nobody is left to answer.
 * @param log told of errors that are this app's own
 */
export function explainError(error: unknown, log: (error: unknown) => void): Problem | undefined {
  if (error instanceof Gone) return undefined;
  if (error instanceof Problem) return error;
  if (error instanceof PageNotSaved) {
    const [name, detail] = NOT_SAVED[error.reason];
    return new Problem(name, detail, { headers: retryAfter(COME_BACK_MS) });
  }
  log(error);
  return new Problem('failed', 'The app has an error of its own here; its log says more.');
}

/** @throws {Problem} 503 when it takes longer than `limitMs`; what was begun goes on */
export async function inTime<T>(work: T | Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const problem = new Problem('not-saved', 'It takes too long. Send it again.', {
      headers: retryAfter(COME_BACK_MS),
    });
    timer = setTimeout(() => reject(problem), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
