import { LIMITS, type PageInput, type ReadingContext } from '#shared/domain/page/page-input.ts';
import { shorten, visibleLine } from '#shared/domain/page/hostile-text.ts';
import { warningOf } from '#shared/domain/page/warning.ts';

/**
 * Pages for what Alertmanager sent and nobody can read: a person is told all the same, and looks at the
 * sender. Their keys are made of what came, so that a redelivery is known for one.
 */
function standIn(title: string, summary: string, identity: unknown, context: ReadingContext): PageInput {
  return {
    source: 'alertmanager',
    key: `~${context.hash(JSON.stringify(identity)).slice(0, 32)}`,
    action: 'firing',
    title,
    severity: context.unknownSeverity,
    severityReason: 'not-given',
    summary: shorten(summary, LIMITS.summary),
    service: '',
    startedAt: context.now,
    links: [],
    labels: {},
    warnings: [],
    test: false,
  };
}

/** For an element of `alerts` that is not an object. */
export function unreadablePage(alert: unknown, index: number, context: ReadingContext): PageInput {
  const title = 'Unreadable alert from Alertmanager';
  const warnings = [warningOf(`/alerts/${index}`, 'not-an-object')];
  const summary = visibleLine(JSON.stringify(alert).slice(0, LIMITS.summary));
  return { ...standIn(title, summary, ['unreadable', alert], context), warnings };
}

/** For the alerts of a group that were too many to read. */
export function overflowPage(left: number, groupKey: unknown, context: ReadingContext): PageInput {
  const title = `${left} more alerts from Alertmanager were not read`;
  return standIn(
    title,
    'The group is too large. Look at Alertmanager itself.',
    ['overflow', groupKey],
    context,
  );
}
