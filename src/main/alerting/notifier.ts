import type { ToastUrgency } from '#shared/domain/alerting/toast.ts';

/** A notification in words, ready for the platform. All text is plain: the notifier escapes for its daemon. */
export interface Notice {
  readonly summary: string;
  readonly body: string;
  readonly urgency: ToastUrgency;
  readonly actions: readonly { readonly id: NoticeAction; readonly label: string }[];
  /** Replace this one instead of showing another. */
  readonly replaces?: number;
}
export type NoticeAction = 'acknowledge' | 'open';

/** What became of a notification; reasons, never a bare boolean. */
export type NoticeOutcome =
  | NoticeAnswer
  | {
      readonly outcome: 'timed-out';
      readonly detail: string;
      /** What came of it in the end, perhaps minutes later, perhaps never. Does not reject. */
      readonly late: Promise<NoticeAnswer>;
    };
export type NoticeAnswer =
  | {
      readonly outcome: 'shown';
      readonly toastId: number;
      /** Which daemon shows it, told apart from any before and after it; left out where that is not known. */
      readonly daemon?: string;
    }
  | { readonly outcome: 'refused' | 'no-daemon'; readonly detail: string };

/** Raises native notifications. Nothing here blocks or throws: a daemon that hangs costs a time-out. */
export interface Notifier {
  /** Settles within two seconds. A daemon that answers later than that settles the outcome's `late`. */
  show(notice: Notice): Promise<NoticeOutcome>;
  close(toastId: number): void;
  /** One of a former run, if the daemon that showed it is still there. */
  closeStale(toastId: number, daemon: string): void;
  /** A click on the notification is `open`. */
  onAction(listener: (toastId: number, action: NoticeAction) => void): () => void;
  /** It is off the screen, whoever did it; also because its daemon died. */
  onClosed(listener: (toastId: number) => void): () => void;
  /** A daemon came up after none was there. */
  onAvailable(listener: () => void): () => void;
  stop(): void;
}
