import { MINUTE_MS } from '../duration.ts';
import type { Instant, PageId } from '../ids.ts';
import { deadlineOf } from '../incident/milestones.ts';
import type { Page } from '../page/page.ts';
import type { PlaybookFor } from '../playbook/for-page.ts';
import { milestoneMarked } from '../playbook/lookup.ts';
import type { Playbook } from '../playbook/schema.ts';
import { type Severity, severityRank } from '../severity.ts';
import type { AcknowledgeStage, Toast } from './toast.ts';
import { DRILL_SUMMARY_TAG, SUMMARY_TAG, urgencyOf } from './toast.ts';
import { STORM_THRESHOLD } from './storm.ts';

/** How often an unacknowledged page rings again. Severities not named ring once. */
const REPEAT_MS: Partial<Record<Severity, number>> = { 'SEV-1': MINUTE_MS, 'SEV-2': 5 * MINUTE_MS };
const SUMMARY_TITLES = 3;

/** A firing page, and whether the log holds it. */
export interface AlarmingPage {
  readonly page: Page;
  readonly unsaved: boolean;
}
/** What should show, and when it will next be something else. */
export interface Showing {
  readonly toasts: readonly Toast[];
  readonly changesAt: readonly Instant[];
}

/** When a page has to be acknowledged, by the playbook and the page's severity (reading 9). */
export function acknowledgeDeadline(page: Page, playbook: Playbook): ReturnType<typeof deadlineOf> {
  const milestone = milestoneMarked(playbook, 'acknowledgement');
  const subject = { severity: page.severity, detectedAt: page.startedAt };
  return milestone === undefined ? undefined : deadlineOf(playbook, subject, milestone.id);
}

/**
 * Notifications of the pages nobody has taken: one each, or one summary for those of a storm. With more
 * than five waiting, the summary alone repeats, so that a full list does not ring all the time. What is
 * of a drill comes after what is real, in a summary of its own, and makes nothing real wait for a repeat.
 */
export function pageToasts(
  alarming: readonly AlarmingPage[],
  inSummary: ReadonlySet<PageId>,
  playbookFor: PlaybookFor,
  now: Instant,
): Showing {
  const real = alarming.filter(({ page }) => page.drill === undefined);
  const practice = alarming.filter(({ page }) => page.drill !== undefined);
  const showing = [real, practice].map((each) => toastsOf(each, inSummary, playbookFor, now));
  return {
    toasts: showing.flatMap(({ toasts }) => toasts),
    changesAt: showing.flatMap(({ changesAt }) => changesAt),
  };
}

function toastsOf(
  alarming: readonly AlarmingPage[],
  inSummary: ReadonlySet<PageId>,
  playbookFor: PlaybookFor,
  now: Instant,
): Showing {
  const own = alarming.filter(({ page }) => !inSummary.has(page.id));
  const summed = alarming.filter(({ page }) => inSummary.has(page.id));
  const crowded = own.length > STORM_THRESHOLD;
  const toasts = own.map((each) => ownToast(each, playbookFor(each.page), { now, quiet: crowded }));
  const covered = crowded ? alarming : summed;
  const summary = covered.length === 0 ? [] : [summaryToast(covered, now)];
  return {
    toasts: [...toasts, ...summary],
    changesAt: alarming.flatMap(({ page }) => changesOf(page, playbookFor(page), now)),
  };
}

function ownToast(alarming: AlarmingPage, playbook: Playbook, at: { now: Instant; quiet: boolean }): Toast {
  const { page, unsaved } = alarming;
  const stage = stageOf(page, playbook, at.now);
  const repeat = repeatsOf(page, at.now);
  return {
    tag: `page:${page.id}`,
    ring: `${page.alarmFrom}:${repeat}:${stage}`,
    ...(at.quiet ? { quietSince: `${page.alarmFrom}:` } : {}),
    urgency: urgencyOf(page.severity),
    ...(page.drill === undefined ? {} : { drill: true }),
    content: {
      kind: 'page',
      title: page.title,
      severity: page.severity,
      service: page.service,
      summary: page.summary,
      stage,
      repeat: Math.max(0, repeat),
      unsaved,
      test: page.test,
    },
    actions: ['acknowledge', 'open'],
    target: { kind: 'page', pageId: page.id },
  };
}

function summaryToast(covered: readonly AlarmingPage[], now: Instant): Toast {
  const worstFirst = covered
    .map(({ page }) => page)
    .toSorted((one, other) => severityRank(one.severity) - severityRank(other.severity));
  const worst = worstFirst[0]?.severity ?? 'SEV-4';
  const ofDrill = worstFirst.some(({ drill }) => drill !== undefined);
  return {
    tag: ofDrill ? DRILL_SUMMARY_TAG : SUMMARY_TAG,
    ...(ofDrill ? { drill: true } : {}),
    ring: String(Math.max(...worstFirst.map((page) => lastRungAt(page, now)))),
    urgency: urgencyOf(worst),
    content: {
      kind: 'summary',
      count: covered.length,
      severity: worst,
      titles: worstFirst.slice(0, SUMMARY_TITLES).map((page) => page.title),
    },
    actions: ['open'],
    target: { kind: 'pages' },
  };
}

/** When a page last had reason to ring: its arrival, or its latest repeat. */
function lastRungAt(page: Page, now: Instant): Instant {
  return page.alarmFrom + repeatsOf(page, now) * (REPEAT_MS[page.severity] ?? 0);
}

/** Repeats since the alarm began; below zero after the clock was set back, so that it goes on ringing. */
function repeatsOf(page: Page, now: Instant): number {
  const every = REPEAT_MS[page.severity];
  return every === undefined ? 0 : Math.trunc((now - page.alarmFrom) / every);
}

function stageOf(page: Page, playbook: Playbook, now: Instant): AcknowledgeStage {
  const deadline = acknowledgeDeadline(page, playbook);
  if (deadline === undefined) return 'new';
  if (now >= deadline.lateAt) return 'late';
  const atOnce = deadline.dueAt < deadline.lateAt;
  return !atOnce && now >= deadline.soonAt ? 'soon' : 'new';
}

function changesOf(page: Page, playbook: Playbook, now: Instant): Instant[] {
  const every = REPEAT_MS[page.severity];
  const repeats = repeatsOf(page, now);
  const next =
    every === undefined ? [] : [page.alarmFrom + (repeats < 0 ? repeats * every + 1 : (repeats + 1) * every)];
  const deadline = acknowledgeDeadline(page, playbook);
  return deadline === undefined ? next : [...next, deadline.soonAt, deadline.lateAt];
}
