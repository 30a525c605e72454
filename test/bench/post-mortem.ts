import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { effectiveEvents, foldIncidentEvents } from '#shared/domain/event/fold.ts';
import { draftPostMortem } from '#shared/domain/post-mortem/draft.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { INCIDENT, Minter, OPENED, PAGE, RECEIVED, T0 } from '../unit/shared/domain/event/events.ts';
import { type Figure, median } from './figures.ts';
import { repositoryRoot } from '../support/repository.ts';

const EVENTS = 1000;
const DRAFTS = 30;

/** Drafting the post-mortem of an incident of a thousand events: notes, ticks and pages in turn, from the log to the text. */
export async function postMortem(): Promise<Figure[]> {
  const file = join(repositoryRoot, 'resources/playbooks/talkstudio-incident-response.en.yaml');
  const parsed = parsePlaybook(await readFile(file, 'utf8'), file);
  if (!parsed.ok) throw new Error('the playbook cannot be read');
  const { playbook } = parsed;
  const t = createTranslator('en', catalogues).getFixedT('en');
  const events = busyIncident();
  const times = Array.from({ length: DRAFTS }, () => {
    const started = performance.now();
    const effective = effectiveEvents(events);
    const incident = foldIncidentEvents(events);
    if (incident === undefined) throw new Error('no incident');
    const text = draftPostMortem({
      incident,
      events: effective,
      playbook,
      say: (word, values) => t(`postMortem.line.${word}`, values ?? {}),
      me: 'mina',
      now: T0,
    });
    if (text?.includes('note 998 ') !== true) throw new Error('the draft lacks a note');
    return performance.now() - started;
  });
  return [
    {
      name: `post-mortem of ${EVENTS} events drafted`,
      unit: 'ms',
      value: median(times),
      target: 50,
      samples: DRAFTS,
    },
  ];
}

function busyIncident() {
  const minter = new Minter();
  const ids = { pageId: PAGE, incidentId: INCIDENT };
  const items = ['verify-problem', 'decide-severity', 'create-channel'];
  return [
    minter.event('page.received', RECEIVED, { pageId: PAGE }),
    minter.event('incident.opened', OPENED, { incidentId: INCIDENT }),
    ...Array.from({ length: EVENTS - 4 }, (_, index) => {
      const about = { incidentId: INCIDENT, at: T0 + index * 3 * SECOND_MS };
      return index % 5 === 0
        ? minter.event(
            'checklist.ticked',
            { checklist: 'quick-reference', item: items[index % 3] ?? '' },
            about,
          )
        : minter.event('note.added', { text: `note ${index + 4} of | the *benchmark*` }, about);
    }),
    minter.event(
      'incident.milestone-met',
      { milestone: 'resolve', marks: 'resolution' },
      { ...ids, at: T0 + 60 * MINUTE_MS },
    ),
    minter.event(
      'incident.milestone-met',
      { milestone: 'close', marks: 'closure' },
      { ...ids, at: T0 + 70 * MINUTE_MS },
    ),
  ];
}
