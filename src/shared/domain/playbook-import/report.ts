import type { Severity } from '../severity.ts';
import type { MessageTemplate } from './read-template.ts';
import type { EscalationLevel } from './read-escalation.ts';

export type Confidence = 'high' | 'medium' | 'low';

/** What was seen that speaks for a reading; words of one language are only ever one of several. */
export type Reason =
  | 'severity-labels'
  | 'durations'
  | 'contact-means'
  | 'channel-names'
  | 'comparisons'
  | 'placeholders'
  | 'headings-in-fence'
  | 'tick-boxes'
  | 'time-windows'
  | 'numbered-steps'
  | 'shell'
  | 'states'
  | 'levels'
  | 'stages'
  | 'bold-names'
  | 'names-used-elsewhere'
  | 'under-a-role'
  | 'beside-the-like'
  | 'front-matter'
  | 'bold-term'
  | 'words'
  | 'only-one';

/** Why something is not in the playbook. */
export type LeftOutReason =
  | 'no-text'
  | 'prose'
  | 'unknown-table'
  | 'unknown-list'
  | 'history'
  | 'links'
  | 'ticked'
  | 'html'
  | 'reference'
  | 'open-braces'
  | 'unknown-code'
  | 'too-long';

export interface SeverityRow {
  readonly severity: Severity;
  readonly name?: string;
  readonly scope?: string;
  readonly impact?: string;
  readonly response?: string;
  readonly responseMs?: number;
  readonly resolution?: string;
  readonly resolutionMs?: number;
  readonly characteristics?: readonly string[];
  readonly examples?: readonly string[];
}
export interface ImportedCommand {
  readonly title: string;
  readonly command: string;
}
export const METRIC_IDS = ['mttr', 'mtta', 'mttd', 'incident-rate', 'action-item-completion'] as const;
export type MetricId = (typeof METRIC_IDS)[number];
export interface MetricRow {
  readonly id: MetricId;
  readonly title: string;
  readonly description: string;
  readonly goal: string;
  /** Told by what its goal can be of, not by its name. */
  readonly isGuess?: true;
}

/** What was found, as values: already of a playbook's kind, not yet in its form. */
export type Content =
  | { readonly kind: 'metadata'; readonly title?: string; readonly version?: string; readonly owner?: string }
  | { readonly kind: 'definition'; readonly text: string }
  | { readonly kind: 'severities'; readonly rows: readonly SeverityRow[] }
  | {
      readonly kind: 'deadlines';
      /** Its stages as the document names them, and the milestone that each stands for. */
      readonly stages: readonly { readonly title: string; readonly milestone: MilestoneId | undefined }[];
      /** Per severity, or for all that are declared; ms for each stage. */
      readonly rows: readonly {
        readonly severity: Severity | undefined;
        readonly times: readonly (number | undefined)[];
      }[];
    }
  | {
      readonly kind: 'roles';
      readonly rows: readonly { readonly title: string; readonly purpose: string; readonly who: string }[];
    }
  | {
      readonly kind: 'duties';
      readonly role: string;
      readonly group: string;
      readonly items: readonly string[];
    }
  | { readonly kind: 'escalation'; readonly levels: readonly EscalationLevel[] }
  | {
      readonly kind: 'channels';
      readonly rows: readonly {
        readonly name: string;
        readonly purpose: string;
        readonly audience: string;
      }[];
    }
  | {
      readonly kind: 'contacts';
      readonly rows: readonly { readonly role: string; readonly who: string; readonly how: string }[];
    }
  | { readonly kind: 'template'; readonly title: string; readonly template: MessageTemplate }
  | { readonly kind: 'post-mortem-template'; readonly title: string; readonly template: MessageTemplate }
  | {
      readonly kind: 'status-page';
      readonly states: readonly {
        readonly name: string;
        readonly title: string;
        readonly message: string;
        readonly colour: string | undefined;
      }[];
    }
  | { readonly kind: 'quick-reference'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly kind: 'procedure';
      /** The heading over all its phases; phases of one group make one procedure. */
      readonly group: string;
      readonly phase: string;
      readonly severities: readonly Severity[];
      /** When its window ends, ms from detection. */
      readonly untilMs: number | undefined;
      readonly items: readonly string[];
    }
  | { readonly kind: 'training'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly kind: 'rollback';
      readonly title: string;
      readonly criteria: readonly string[];
      readonly steps: readonly { readonly text: string; readonly command: string | undefined }[];
    }
  | { readonly kind: 'commands'; readonly commands: readonly ImportedCommand[] }
  | {
      readonly kind: 'metrics';
      readonly rows: readonly MetricRow[];
      /** What stands beside them and is no metric that the app can work out, by its name. */
      readonly others: readonly string[];
    }
  | {
      readonly kind: 'meeting';
      readonly part: 'attendees' | 'times' | 'principles';
      readonly items: readonly string[];
    }
  | {
      readonly kind: 'drills';
      readonly part: 'purpose' | 'principles' | 'scenarios';
      readonly items: readonly string[];
    };
export type ContentKind = Content['kind'];
export type MilestoneId =
  | 'detect'
  | 'acknowledge'
  | 'declare'
  | 'assemble'
  | 'diagnose'
  | 'resolve'
  | 'close';

/** The part of a playbook that a drawing or a piece of code is probably about. */
export type PersonField =
  | 'characteristics'
  | 'deadlines'
  | 'lifecycle'
  | 'escalation'
  | 'categories'
  | 'none';
export type DrawingKind = 'box' | 'diagram' | 'code';

interface Found {
  /** Unique in the report, such as `12.1`. */
  readonly id: string;
  readonly line: number;
}
export interface TakenFinding extends Found {
  readonly outcome: 'taken';
  readonly confidence: Confidence;
  readonly why: readonly Reason[];
  readonly content: Content;
}
export interface PersonFinding extends Found {
  readonly outcome: 'for-a-person';
  readonly drawing: DrawingKind;
  readonly field: PersonField;
  readonly language: string;
  /** As it stands in the document, shortened where it is very long. */
  readonly text: string;
}
export interface LeftOutFinding extends Found {
  readonly outcome: 'left-out';
  readonly why: LeftOutReason;
  /** Its beginning. */
  readonly excerpt: string;
}
export type ImportFinding = TakenFinding | PersonFinding | LeftOutFinding;

export interface ReportSection {
  readonly id: number;
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly inFence: boolean;
  /** One at least: a section in which nothing is found says so. */
  readonly findings: readonly ImportFinding[];
}
export interface ImportReport {
  readonly language: 'ko' | 'en';
  /** Of the front matter or the first heading; empty where there is neither. */
  readonly title: string;
  /** Whether its severities count from 0. */
  readonly zeroBased: boolean;
  readonly sections: readonly ReportSection[];
}

/** How many blocks were taken, are for a person, or were left out. */
export function countOutcomes({ sections }: ImportReport): {
  readonly taken: number;
  readonly person: number;
  readonly left: number;
} {
  const outcomes = sections.flatMap(({ findings }) => findings.map(({ outcome }) => outcome));
  const count = (wanted: ImportFinding['outcome']): number =>
    outcomes.filter((outcome) => outcome === wanted).length;
  return { taken: count('taken'), person: count('for-a-person'), left: count('left-out') };
}
