import type { ReadingContext } from '#shared/domain/page/page-input.ts';
import type { IncomingPage } from '../paging/paging.ts';
import type { ReceiverSource } from './endpoint.ts';
import { sizeText } from './limits.ts';

/** The words of a page that stands for one that could not be read, in the person's language. */
export type TooLargeText = (
  source: string,
  limit: string,
) => { readonly title: string; readonly summary: string };

/**
 * A page too large to read still reaches a person, as a page of its own (public interface, "Errors").
 * One key per source and no start: while it is open, more of them are duplicates.
 */
export function tooLargePage(
  source: ReceiverSource,
  limitBytes: number,
  words: TooLargeText,
  { now, unknownSeverity }: ReadingContext,
): IncomingPage {
  const { title, summary } = words(source, sizeText(limitBytes));
  return {
    input: {
      source,
      key: '~too-large',
      action: 'firing',
      title,
      severity: unknownSeverity,
      severityReason: 'not-given',
      summary,
      service: '',
      startedAt: now,
      links: [],
      labels: {},
      warnings: [],
      test: false,
    },
  };
}
