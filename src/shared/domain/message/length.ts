import { escapeSlack } from './forms.ts';

/**
 * Characters of a Slack message. Slack recommends no more than 4,000 and may break a longer text into several messages;
 * it cuts what is over 40,000 (docs.slack.dev, `chat.postMessage`: "Truncating content"; since August 2018). `&`, `<` and
 * `>` count as the entities that Slack keeps them as.
 */
export const SLACK_SPLITS_OVER = 4_000;
export const SLACK_CUTS_OVER = 40_000;
/**
 * Characters of an e-mail's subject or a status page's title. RFC 5322 (2.1.1) allows a line 998; the widely used mail
 * programs and their servers keep 255.
 */
export const LINE_LIMIT = 255;

export type LengthWarning =
  /** Slack may post it as several messages. */
  | { readonly kind: 'split'; readonly length: number }
  /** Slack leaves out the last `cut` characters, from the words `from`. */
  | { readonly kind: 'cut'; readonly length: number; readonly cut: number; readonly from: string }
  /** A line was shortened here: `rest` is missing from it. */
  | { readonly kind: 'line'; readonly rest: string };

const WORDS_SHOWN = 40;

/** What Slack will do to a text for its length; undefined when nothing. */
export function slackLength(text: string): Exclude<LengthWarning, { kind: 'line' }> | undefined {
  const { length } = escapeSlack(text);
  if (length <= SLACK_SPLITS_OVER) return undefined;
  if (length <= SLACK_CUTS_OVER) return { kind: 'split', length };
  const rest = textAfter(text, SLACK_CUTS_OVER);
  return { kind: 'cut', length, cut: length - SLACK_CUTS_OVER, from: rest.trim().slice(0, WORDS_SHOWN) };
}

/** A text as one line within the limit; what did not fit is `rest`. Surrogate pairs stay whole. */
export function fitLine(text: string): { readonly line: string; readonly rest: string } {
  const whole = text.replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ').trim();
  if (whole.length <= LINE_LIMIT) return { line: whole, rest: '' };
  const end = isHighSurrogate(whole, LINE_LIMIT - 2) ? LINE_LIMIT - 2 : LINE_LIMIT - 1;
  return { line: `${whole.slice(0, end)}…`, rest: whole.slice(end) };
}

/** The text after so many characters as Slack counts them. */
function textAfter(text: string, count: number): string {
  let counted = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (counted >= count) return text.slice(index);
    counted += escapeSlack(text.charAt(index)).length;
  }
  return '';
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}
