import type { IncidentId, Instant, PageId } from '../ids.ts';
import type { Severity } from '../severity.ts';

export type ToastUrgency = 'low' | 'normal' | 'critical';
export type ToastAction = 'acknowledge' | 'open';
export type AcknowledgeStage = 'new' | 'soon' | 'late';

/** What a notification says, without the words: those come from the catalogue. */
export type ToastContent =
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly severity: Severity;
      readonly service: string;
      readonly summary: string;
      readonly stage: AcknowledgeStage;
      /** How often it has been repeated. */
      readonly repeat: number;
      readonly unsaved: boolean;
      readonly test: boolean;
    }
  | {
      readonly kind: 'summary';
      readonly count: number;
      readonly severity: Severity;
      readonly titles: readonly string[];
    }
  | {
      readonly kind: 'deadline';
      readonly stage: 'soon' | 'late';
      readonly title: string;
      readonly severity: Severity;
      readonly milestone: string;
      readonly dueAt: Instant;
      /** Titles of every milestone late at this moment. */
      readonly late: readonly string[];
    }
  | {
      readonly kind: 'update';
      readonly title: string;
      readonly severity: Severity;
      readonly dueAt: Instant;
    }
  | {
      readonly kind: 'actions';
      /** How many action items are due on the day, and how many were before. */
      readonly due: number;
      readonly overdue: number;
      /** The first of them; an empty owner is nobody. */
      readonly titles: readonly {
        readonly description: string;
        readonly owner: string;
        readonly ofDrill?: true;
      }[];
    };

export type ToastTarget =
  | { readonly kind: 'page'; readonly pageId: PageId }
  | { readonly kind: 'incident'; readonly incidentId: IncidentId }
  | { readonly kind: 'pages' }
  | { readonly kind: 'actions' };

/** The one place for all that is summed up. Its rings are instants: an older one has nothing new to say. */
export const SUMMARY_TAG = 'summary';
/** That of a drill, apart: its pages must not count among real ones, nor hide them. */
export const DRILL_SUMMARY_TAG = 'drill-summary';

export function isSummaryTag(tag: string): boolean {
  return tag === SUMMARY_TAG || tag === DRILL_SUMMARY_TAG;
}

/** The one place for action items that are due. Its rings are days: each has its one, whatever happens to it. */
export const REMINDER_TAG = 'actions';

/** A notification that should be showing. `tag` names its place; a new `ring` in that place sounds again. */
export interface Toast {
  readonly tag: string;
  readonly ring: string;
  /** Its repeats are left to the summary: any ring that begins like this has sounded enough. */
  readonly quietSince?: string;
  readonly urgency: ToastUrgency;
  /** It is about a drill, and says so first. */
  readonly drill?: true;
  readonly content: ToastContent;
  readonly actions: readonly ToastAction[];
  readonly target: ToastTarget;
}

/** Severities whose pages break through (urgency), by the platform's own levels. */
export function urgencyOf(severity: Severity): ToastUrgency {
  if (severity === 'SEV-1' || severity === 'SEV-2') return 'critical';
  return severity === 'SEV-3' ? 'normal' : 'low';
}
