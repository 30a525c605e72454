/**
 * What the draft says by itself, in the document's language; the rest is the playbook's or a person's. A key of the
 * catalogue (`postMortem.line.…`).
 */
export const POST_MORTEM_WORDS = [
  'page',
  'pages',
  'pageMoved',
  'pageLeft',
  'pageRaised',
  'pageAgain',
  'pageResolved',
  'pagesResolved',
  'milestone',
  'severity',
  'renamed',
  'reopened',
  'absorbed',
  'ticks',
  'role',
  'nobody',
  'flagged',
  'unflagged',
  'escalated',
  'step',
  'message',
  'note',
  'more',
  'recorded',
  'inTime',
  'late',
  'notMet',
  'statusOpen',
  'statusInProgress',
  'statusCompleted',
] as const;
export type PostMortemWord = (typeof POST_MORTEM_WORDS)[number];
export type Say = (word: PostMortemWord, values?: Readonly<Record<string, string | number>>) => string;
