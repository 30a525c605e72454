import type { Instant } from '#shared/domain/ids.ts';
import type { Language } from '#shared/settings.ts';

/** Clock times such as 02:26, in the machine's time zone unless another is given. */
export function clockTime(language: Language, timeZone?: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return (at) => format.format(at);
}
