import { actions } from './actions.ts';
import { before } from './before.ts';
import { composer } from './composer.ts';
import { coordination } from './coordination.ts';
import { drill } from './drill.ts';
import { failures } from './failures.ts';
import { files } from './files.ts';
import { handover } from './handover.ts';
import { health } from './health.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { incident } from './incident.ts';
import { listSearch } from './list-search.ts';
import { messages } from './messages.ts';
import { page } from './page.ts';
import { palette } from './palette.ts';
import { playbookParts } from './playbook-parts.ts';
import { playbookProblem } from './playbook-problem.ts';
import { playbook } from './playbook.ts';
import { playbooks } from './playbooks.ts';
import { postMortem } from './post-mortem.ts';
import { procedures } from './procedures.ts';
import { settings } from './settings.ts';
import { several } from './several.ts';
import { timeline } from './timeline.ts';
import { training } from './training.ts';
import { welcome } from './welcome.ts';

/** What the window says. */
export const ui = {
  app: { name: 'Tplus' },
  playbooks,
  playbookProblem,
  place: {
    label: 'Places',
    incidents: 'Incidents',
    history: 'History and metrics',
    actions: 'Action items',
    playbook: 'Playbook',
    drills: 'Drills and training',
    health: 'Health',
    healthProblems_one: 'Health: {{count}} problem',
    healthProblems_other: 'Health: {{count}} problems',
    settings: 'Settings',
    list: 'Show the list',
    listWaiting_one: 'Show the list: {{count}} page waiting',
    listWaiting_other: 'Show the list: {{count}} pages waiting',
    keys: 'Keys',
    palette: 'Find an action, a page or a note',
    reference: 'Reference',
  },
  list: {
    label: 'What is open',
    handled: 'Being handled',
    pages: 'Pages',
    noneHandled: 'No incident is being handled.',
    noPages: 'No page is waiting.',
    ended: 'Ended in the last 24 hours',
    test: 'Test',
    resolved: 'Resolved',
    closed: 'Closed',
    noDeadline: 'No deadline',
    choose: 'Select pages',
    chooseOne: 'Select {{title}}',
    chooseDone: 'Stop selecting',
    acknowledgeChosen_one: 'Acknowledge {{count}}',
    acknowledgeChosen_other: 'Acknowledge {{count}}',
    acknowledgeAll: 'Acknowledge all {{count}}',
    acknowledgeTitle_one: 'Acknowledge {{count}} page?',
    acknowledgeTitle_other: 'Acknowledge {{count}} pages?',
    acknowledgeBody_one: 'They become one incident. Its severity is the worst among them.',
    acknowledgeBody_other:
      'They become {{count}} incidents: pages of a drill stay apart from real ones. The severity of each is the worst among its pages.',
    sources_one: '{{count}} source',
    sources_other: '{{count}} sources',
    noSource: 'No source has been heard yet',
    lastHeard: 'last heard {{ago}}',
  },
  time: {
    left: '{{time}} left',
    late: 'late by {{time}}',
    now: 'due now',
    ago: '{{time}} ago',
    justNow: 'just now',
    until: '{{label}} in {{time}}',
    untilLate: '{{label}} late by {{time}}',
    untilNow: '{{label}} due now',
    by: 'by {{time}}',
    seconds: '{{count}} s',
    minutes: '{{count}} min',
    hours: '{{hours}} h',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    days: '{{days}} d',
    daysHours: '{{days}} d {{hours}} h',
  },
  action: {
    acknowledge: 'Acknowledge',
    declare: 'Declare incident',
    cancel: 'Cancel',
    close: 'Close',
    copy: 'Copy',
    copied: 'Copied',
    dismiss: 'Dismiss',
    save: 'Save',
    undo: 'Undo',
  },
  page,
  ...incident,
  ...procedures,
  composer,
  ...timeline,
  welcome,
  settings,
  playbook,
  ...playbookParts,
  ...health,
  ...failures,
  ...palette,
  ...listSearch,
  postMortem,
  several,
  history,
  drill,
  training,
  file: files,
  actions,
  before,
  handover,
  importing,
  announce: {
    page: 'New page, {{severity}}: {{title}}',
    pages_one: '{{count}} new page, worst {{severity}}',
    pages_other: '{{count}} new pages, worst {{severity}}',
    late: '{{milestone}} is late: {{title}}',
    updateDue: 'Status update is due: {{title}}',
  },
  start: { connecting: 'Starting…', slow: 'Still waiting for the app. Alarms do not depend on this window.' },
  messages,
  ...coordination,
} as const;
