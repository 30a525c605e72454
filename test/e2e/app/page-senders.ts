import { setTimeout as pause } from 'node:timers/promises';

/** A page that senders are responsible for, and what they know of it. */
interface SentPage {
  readonly key: string;
  readonly startedAt: string;
}

/**
 * Senders as the real ones are: several at once, each with one page under way, and each page sent again until it has
 * been answered with 2xx.
 */
export interface PageSenders {
  /** Keys of pages answered with 2xx. */
  readonly answered: ReadonlySet<string>;
  /** How many are under way or waiting to be sent again. */
  readonly owed: () => number;
  /** Where to send from now on; undefined while nobody is there. */
  readonly aim: (receiver: { readonly url: string; readonly token: string } | undefined) => void;
  /** Makes no new pages, sends what is owed, and returns once everything is answered. */
  readonly finish: () => Promise<void>;
  /** Answers with a status other than 2xx, which no test expects. */
  readonly refusals: readonly string[];
}

const retryMs = 5;

export function startPageSenders(count: number): PageSenders {
  const answered = new Set<string>();
  const refusals: string[] = [];
  let receiver: { readonly url: string; readonly token: string } | undefined;
  let owed = 0;
  let made = 0;
  let finishing = false;

  const send = async ({ key, startedAt }: SentPage): Promise<boolean> => {
    if (receiver === undefined) return false;
    try {
      const answer = await fetch(new URL('/v1/pages', receiver.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${receiver.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ title: `page ${key}`, key, startedAt, severity: 'SEV-4' }),
        signal: AbortSignal.timeout(10_000),
      });
      const text = await answer.text();
      if (!answer.ok) refusals.push(`${answer.status} ${text}`);
      return answer.ok;
    } catch {
      // Killed under way, or not there: whether the page was kept is for the next try to find out.
      return false;
    }
  };
  const sender = async (): Promise<void> => {
    while (!finishing) {
      made += 1;
      owed += 1;
      const page = { key: `k${made}`, startedAt: new Date().toISOString() };
      while (!(await send(page))) await pause(retryMs);
      answered.add(page.key);
      owed -= 1;
    }
  };
  const senders = Array.from({ length: count }, sender);
  return {
    answered,
    refusals,
    owed: () => owed,
    aim: (next) => {
      receiver = next;
    },
    finish: async () => {
      finishing = true;
      await Promise.all(senders);
    },
  };
}
