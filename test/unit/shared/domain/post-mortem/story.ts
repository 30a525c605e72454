import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import { draftPostMortem } from '#shared/domain/post-mortem/draft.ts';
import type { Say } from '#shared/domain/post-mortem/words.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { PaperLog } from '../command/paper-log.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

export interface Story {
  readonly log: PaperLog;
  readonly incidentId: IncidentId;
}

/** A SEV-1 from its page to its closing, as a team would live through it; T0 is 11:00 in Seoul. */
export function liveThrough(): Story {
  const log = new PaperLog();
  const at = (minutes: number): void => {
    log.now = T0 + minutes * MINUTE_MS;
  };
  const incidentId = log.incident({
    title: 'Checkout down | 97% of <b>payments</b> fail',
    service: 'checkout-api',
    links: [
      { label: 'Runbook', url: 'https://runbooks.example/checkout' },
      { label: 'Issue', url: 'https://acme.sentry.io/issues/42?q=(a)' },
    ],
  });
  const about = { incidentId } as const;
  at(4);
  log.do({ type: 'meet-milestone', ...about, milestone: 'declare' });
  log.do({ type: 'assign-role', ...about, role: 'incident-commander', name: 'mina' });
  log.do({ type: 'assign-role', ...about, role: 'technical-lead', name: '@jun' });
  for (const item of ['verify-problem', 'decide-severity', 'create-channel'])
    log.do({ type: 'tick', ...about, checklist: 'quick-reference', item });
  at(12);
  log.do({ type: 'meet-milestone', ...about, milestone: 'assemble' });
  copy(log, incidentId, { template: 'status-update', kind: 'update', title: 'Status update' });
  at(20);
  log.do({ type: 'add-note', ...about, text: 'pool | exhausted: `max=10`\nseen by **jun** {Root cause}' });
  log.do({ type: 'add-note', ...about, text: 'taken back' });
  log.do({ type: 'undo', eventId: log.last('note.added').id });
  log.do({ type: 'escalate', ...about, level: 'level-3' });
  at(35);
  log.do({ type: 'meet-milestone', ...about, milestone: 'diagnose' });
  at(50);
  log.do({ type: 'tick', ...about, checklist: 'procedure:major-incident', item: 'deploy-change' });
  log.do({ type: 'add-note', ...about, text: 'provider says all is well', occurredAt: T0 + 30 * MINUTE_MS });
  at(55);
  log.do({ type: 'meet-milestone', ...about, milestone: 'resolve' });
  copy(log, incidentId, {
    template: 'incident-resolved',
    kind: 'resolution',
    title: 'Incident resolved',
    fields: {
      'root-cause': 'Connection pool of 10.\nThe default of the new driver.',
      'affected-users': '1200',
    },
  });
  log.now = T0 + 2 * HOUR_MS;
  log.do({ type: 'meet-milestone', ...about, milestone: 'close' });
  return { log, incidentId };
}

function copy(
  log: PaperLog,
  incidentId: string,
  message: {
    readonly template: string;
    readonly kind: 'update' | 'resolution';
    readonly title: string;
    readonly fields?: Record<string, string>;
  },
): void {
  log.do({ type: 'record-copy', incidentId, form: 'slack', text: 'as copied', fields: {}, ...message });
}

function sayIn(language: PlaybookLanguage): Say {
  const t = createTranslator('en', catalogues).getFixedT(language);
  return (word, values) => t(`postMortem.line.${word}`, values ?? {});
}

/** The document of a story; anything of it can be given otherwise. */
export function documentOf(
  { log, incidentId }: Story,
  {
    language = 'en',
    playbook = builtInPlaybook(language),
    events = effectiveEvents(log.events),
    drill,
  }: {
    readonly language?: PlaybookLanguage;
    readonly playbook?: Playbook;
    readonly events?: readonly KnownEvent[];
    readonly drill?: string;
  } = {},
): string {
  const found = log.incidentNow(incidentId);
  if (found === undefined) throw new Error('no such incident');
  const incident = drill === undefined ? found : { ...found, drill };
  const say = sayIn(language);
  const text = draftPostMortem({ incident, events, playbook, say, now: log.now, me: 'mina' });
  if (text === undefined) throw new Error('no post-mortem in this playbook');
  return text;
}
