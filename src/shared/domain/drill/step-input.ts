import type { PageInput } from '../page/page-input.ts';
import { warningOf } from '../page/warning.ts';
import { MINUTE_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import { type Drill, type DrillStep } from './drill.ts';
import { dueAtOf, isLate } from './due-steps.ts';

/** The source of every page of a drill. */
const DRILL_SOURCE = 'drill';

type PageStep = Extract<DrillStep, { kind: 'page' }>;

/**
 * What a step hands to the intake, as a sender would: its identity is of the drill, the key and the place of the page in
 * the script, so that a step that comes again is a redelivery.
 * @returns undefined for what is no page: a note, or (never in a checked script) a step about a page that never came
 */
export function stepInput(drill: Drill, index: number, now: Instant): PageInput | undefined {
  const step = drill.script[index];
  if (step === undefined || step.kind === 'note') return undefined;
  const page = pageOf(drill, index, step.key);
  if (page === undefined) return undefined;
  const severity = step.kind === 'raise' ? step.severity : page.severity;
  const lateBy = Math.round((now - dueAtOf(drill, step)) / MINUTE_MS);
  return {
    source: DRILL_SOURCE,
    key: `${drill.id}/${step.key}/${drill.script.indexOf(page)}`,
    sourceStartedAt: new Date(dueAtOf(drill, page)).toISOString(),
    action: step.kind === 'resolve' ? 'resolved' : 'firing',
    title: page.title,
    severity,
    severityReason: 'sender',
    summary: page.summary,
    service: page.service,
    // Whoever responds can do so only from now on, however late it is.
    startedAt: now,
    links: [],
    labels: page.labels,
    warnings: isLate(drill, step, now) ? [warningOf('', 'drill-late', { minutes: lateBy })] : [],
    test: false,
    drill: drill.id,
  };
}

/** The page that a step is about: the last one of its key up to there. */
function pageOf(drill: Drill, index: number, key: string): PageStep | undefined {
  return drill.script
    .slice(0, index + 1)
    .findLast((step): step is PageStep => step.kind === 'page' && step.key === key);
}
