import type { TFunction } from 'i18next';
import type {
  Debrief,
  IncidentDebrief,
  MilestoneResult,
  MissingMessage,
} from '#shared/domain/drill/debrief.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { durationWords } from '../../ui/format.ts';

/** A part of a debrief that is a list, and what stands there when it is empty. */
export interface DebriefList {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly none: string;
}
/** A debrief in words, the same on the screen and in the Markdown that is copied. */
export interface DebriefWords {
  readonly facts: (drill: Drill, debrief: Debrief) => readonly (readonly [name: string, value: string])[];
  readonly lists: (incident: IncidentDebrief) => readonly DebriefList[];
  readonly target: (result: MilestoneResult) => string;
  readonly took: (result: MilestoneResult) => string;
  readonly verdict: (result: MilestoneResult) => string;
}

interface Times {
  readonly time: (at: Instant) => string;
  readonly full: (at: Instant) => string;
}

export function debriefWords(t: TFunction, { time, full }: Times): DebriefWords {
  const message = (each: { readonly at: Instant; readonly by: string; readonly title: string }): string =>
    t('drill.debrief.message', { ...each, time: time(each.at) });
  const missing = (each: MissingMessage): string =>
    each.kind === 'updates'
      ? t('drill.debrief.missingOf.updates', { count: each.count })
      : t(`drill.debrief.missingOf.${each.kind}`);
  return {
    facts: ({ startedAt, ended }, { participants }) => [
      [t('drill.debrief.began'), full(startedAt)],
      ...(ended === undefined
        ? []
        : [
            [
              t('drill.debrief.ended'),
              t('drill.debrief.endedHow', { time: full(ended.at), how: t(`drill.past.${ended.how}`) }),
            ] as const,
          ]),
      [t('drill.debrief.participants'), participants.join(', ')],
    ],
    lists: (incident) => [
      {
        heading: t('drill.debrief.messages'),
        lines: incident.messages.map(message),
        none: t('drill.debrief.noMessages'),
      },
      {
        heading: t('drill.debrief.missing'),
        lines: incident.missing.map(missing),
        none: t('drill.debrief.noMissing'),
      },
      {
        heading: t('drill.debrief.escalations'),
        lines: incident.escalations.map(message),
        none: t('drill.debrief.noEscalations'),
      },
    ],
    target: ({ target }) => durationWords(t, target),
    took: ({ took }) => (took === undefined ? '–' : durationWords(t, took)),
    verdict: ({ verdict, lateBy = 0 }) =>
      t(`drill.debrief.verdict.${verdict}`, { time: durationWords(t, lateBy) }),
  };
}
