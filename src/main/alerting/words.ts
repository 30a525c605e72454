import type { Toast, ToastContent } from '#shared/domain/alerting/toast.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { shorten } from '#shared/domain/page/hostile-text.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Notice } from './notifier.ts';

const BODY_LIMIT = 240;

/** A toast in words. Text of the page is put in as it is: the notifier escapes for its daemon. */
export function noticeOf(toast: Toast, { t }: Translator, time: (at: Instant) => string): Notice {
  const { summary, body } = textOf(toast.content, t, time);
  return {
    summary: toast.drill === true ? t('alerts:toast.drill', { what: summary }) : summary,
    body,
    urgency: toast.urgency,
    actions: toast.actions.map((id) => ({ id, label: t(`alerts:toast.${id}`) })),
  };
}

function textOf(
  content: ToastContent,
  t: Translator['t'],
  time: (at: Instant) => string,
): Pick<Notice, 'summary' | 'body'> {
  switch (content.kind) {
    case 'page':
      return {
        summary: t(content.test ? 'alerts:toast.pageTest' : 'alerts:toast.page', content),
        body: lines([
          content.unsaved && t('alerts:toast.pageUnsaved'),
          stageText(content, t),
          content.service,
          content.summary,
        ]),
      };
    case 'summary':
      return { summary: t('alerts:toast.summary', content), body: lines(content.titles) };
    case 'deadline': {
      const values = { milestone: content.milestone, time: time(content.dueAt) };
      const late = content.late.length > 1 && content.stage === 'late';
      return {
        summary: late
          ? t('alerts:toast.deadlinesLate', { list: content.late.join(', ') })
          : t(content.stage === 'late' ? 'alerts:toast.deadlineLate' : 'alerts:toast.deadlineSoon', values),
        body: t('alerts:toast.incident', content),
      };
    }
    case 'update':
      return {
        summary: t('alerts:toast.updateDue', { time: time(content.dueAt) }),
        body: t('alerts:toast.incident', content),
      };
    case 'actions':
      return {
        summary: reminderSummary(content, t),
        body: lines(
          content.titles.map(({ description, owner, ofDrill }) => {
            const what = owner === '' ? description : t('alerts:toast.action', { description, owner });
            return ofDrill === true ? t('alerts:toast.drill', { what }) : what;
          }),
        ),
      };
    default:
      return assertNever(content);
  }
}

function reminderSummary(
  { due, overdue }: Extract<ToastContent, { kind: 'actions' }>,
  t: Translator['t'],
): string {
  if (due === 0) return t('alerts:toast.actionsOverdue', { count: overdue });
  const today = t('alerts:toast.actionsDue', { count: due });
  return overdue === 0 ? today : t('alerts:toast.actionsBoth', { due: today, count: overdue });
}

function stageText(content: Extract<ToastContent, { kind: 'page' }>, t: Translator['t']): string {
  if (content.stage === 'late') return t('alerts:toast.pageLate');
  if (content.stage === 'soon') return t('alerts:toast.pageSoon');
  return content.repeat > 0 ? t('alerts:toast.pageRepeat') : '';
}

function lines(parts: readonly (string | false)[]): string {
  const text = parts.filter((part) => part !== false && part !== '').join('\n');
  return shorten(text, BODY_LIMIT);
}
