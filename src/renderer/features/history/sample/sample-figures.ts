import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { asEventId, asIncidentId, type Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { figuresOf, type IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { severityOf } from '#shared/domain/playbook/lookup.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Language } from '#shared/settings.ts';
import { SAMPLE, type SampleIncident } from './sample-incidents.ts';

/**
 * The sample as figures, by the rules and the playbook in force, ending now. They are a data set of this view only: no
 * event, no record in any store, nothing that could reach the log, an alert or the search.
 */
export function sampleFigures(playbook: Playbook, language: Language, now: Instant): IncidentFigures[] {
  return SAMPLE.map((sample, index) => {
    const incident = incidentOf(sample, playbook, {
      id: `sample-${index + 1}`,
      title: sample.title[language],
      detectedAt: detectionOf(sample, index, now),
    });
    return figuresOf(incident, playbook);
  });
}

/** At any time of the day, as they do. */
function detectionOf({ daysAgo }: SampleIncident, index: number, now: Instant): Instant {
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  return hour - daysAgo * DAY_MS - ((index * 7) % 24) * HOUR_MS + ((index * 13) % 60) * MINUTE_MS;
}

function incidentOf(
  sample: SampleIncident,
  playbook: Playbook,
  about: { readonly id: string; readonly title: string; readonly detectedAt: Instant },
): Incident {
  const at = (minutes: number): Instant => about.detectedAt + minutes * MINUTE_MS;
  const { severity, service, fault, acknowledged, declared, resolved, updates = [], pause } = sample;
  const closedAt = at(resolved + 60);
  return {
    id: asIncidentId(about.id),
    title: about.title,
    detectedAt: about.detectedAt,
    openedAt: at(acknowledged),
    severity,
    service,
    summary: '',
    playbook: { id: playbook.id, version: playbook.version, editions: {} },
    test: false,
    pageIds: [],
    met: metOf(sample, playbook, at),
    ticks: {},
    copied: {},
    roles: {},
    flags: {},
    escalated: {},
    updates: updates.map(at),
    actions: actionsOf(sample, about),
    pauses: pause === undefined ? [] : [{ from: at(pause[0]), to: at(pause[1]) }],
    acknowledgedAt: at(acknowledged),
    resolvedAt: at(resolved),
    closedAt,
    ...(fault === undefined ? {} : { faultStartedAt: at(-fault) }),
    ...(declared === undefined ? {} : { declaredAt: at(declared) }),
  };
}

/** Only whether they are completed counts. */
function actionsOf(
  { actions: [completed, total] = [0, 0] }: SampleIncident,
  { id, detectedAt }: { readonly id: string; readonly detectedAt: Instant },
): Incident['actions'] {
  return Array.from({ length: total }, (_, index) => ({
    id: asEventId(`${id}-action-${index + 1}`),
    number: index + 1,
    incidentId: asIncidentId(id),
    description: '',
    owner: '',
    dueOn: '',
    status: index < completed ? 'completed' : 'open',
    priority: 'medium',
    category: '',
    addedAt: detectedAt,
    scheduledAt: detectedAt,
  }));
}

/** Milestones that no stamp tells of lie evenly between declaration and resolution. */
function metOf(
  { severity, acknowledged, declared = acknowledged, resolved }: SampleIncident,
  playbook: Playbook,
  at: (minutes: number) => Instant,
): Incident['met'] {
  const asked = playbook.milestones.filter(
    ({ id }) => severityOf(playbook, severity)?.deadlines[id] !== undefined,
  );
  const between = asked.filter(({ marks }) => marks === undefined);
  const step = (resolved - declared) / (2 * (between.length + 1));
  const minutesOf = ({ id, marks }: (typeof asked)[number]): number => {
    if (marks === 'acknowledgement') return acknowledged;
    if (marks === 'declaration') return declared;
    if (marks === 'resolution') return resolved;
    if (marks === 'closure') return resolved + 60;
    return declared + step * (between.findIndex((each) => each.id === id) + 1);
  };
  return Object.fromEntries(
    asked.map((milestone) => [
      milestone.id,
      { at: at(minutesOf(milestone)), by: '', eventId: asEventId(`sample-${milestone.id}`) },
    ]),
  );
}
