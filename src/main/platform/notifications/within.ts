import type { NoticeAnswer, NoticeOutcome } from '../../alerting/notifier.ts';

/** Alarms go on by other means when a notification is not confirmed in this time (`experience`: never rely on the toast alone). */
export const noticeTimeoutMs = 2000;

/** The answer, or `timed-out` with the answer still to come. */
export async function withinTime(
  answer: Promise<NoticeAnswer>,
  timeoutMs = noticeTimeoutMs,
): Promise<NoticeOutcome> {
  const { promise: expired, resolve } = Promise.withResolvers<NoticeOutcome>();
  const timer = setTimeout(
    () => resolve({ outcome: 'timed-out', detail: `no answer within ${timeoutMs} ms`, late: answer }),
    timeoutMs,
  );
  const outcome = await Promise.race([answer, expired]);
  clearTimeout(timer);
  return outcome;
}
