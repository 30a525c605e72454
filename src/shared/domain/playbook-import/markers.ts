/** Marks that mean the same in every language. */
const CONTACT_MEANS =
  /(?:^|[\s(,/])@[\w.-]+|[\w.+-]+@[\w-]+\.[\w.]+|\+?\d[\d\s().-]{6,}\d|\b(?:slack|pager ?duty|opsgenie|phone|e-?mail|sms|teams|zoom|tel|signal|whatsapp|telegram|goalert)\b|전화|메일|내선/i;
const CHANNEL = /(?:^|[\s(])#[\p{L}\d][\p{L}\d_{}-]*/u;
const COMPARISON =
  /^\s*(?:[<>≤≥]=?|under|below|over|less than|more than|미만|이하|이상|초과)|\d\s?[%％]|(?:미만|이하|이상|초과|以内|以下|未満|以上)\s*$/i;
const DATE = /\b(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}\s\w{3,9}\s20\d\d\b/;
const METRIC = /\bMTT[A-Z]\b/;

export const hasContact = (text: string): boolean => CONTACT_MEANS.test(text);
export const hasChannel = (text: string): boolean => CHANNEL.test(text);
export const hasComparison = (text: string): boolean => COMPARISON.test(text);
export const hasDate = (text: string): boolean => DATE.test(text);
export const hasMetricName = (text: string): boolean => METRIC.test(text);

/** The share of texts that have a mark, 0 to 1; of none, 0. */
export function shareOf(texts: readonly string[], has: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(has).length / texts.length;
}
