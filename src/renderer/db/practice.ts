import { useEffect, useState } from 'react';
import { type Drill, foldDrills } from '#shared/domain/drill/drill.ts';
import type { DrilledIncident } from '#shared/domain/drill/debrief.ts';
import type { Language } from '#shared/settings.ts';
import { foldTraining, type Training } from '#shared/domain/training/training.ts';
import { describe } from './database.ts';
import { playbookOf, useLive } from './live.ts';

/** Something that is read from the store when it is shown. */
export type Reading<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'read'; readonly value: Value }
  | { readonly state: 'failed'; readonly detail: string };

export interface Practice {
  /** Last begun first. */
  readonly drills: readonly Drill[];
  readonly training: Training;
}

/** Every drill and everybody's training, read anew whenever something of it came. */
export function usePractice(): Reading<Practice> {
  const { store, loaded, practised } = useLive();
  const [reading, setReading] = useState<Reading<Practice>>({ state: 'loading' });
  useEffect(() => {
    if (!loaded || store === undefined) return undefined;
    let current = true;
    store.practice().then(
      (events) => {
        const drills = [...foldDrills(events).values()].toReversed();
        if (current) setReading({ state: 'read', value: { drills, training: foldTraining(events) } });
      },
      (error: unknown) => current && setReading({ state: 'failed', detail: describe(error) }),
    );
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `practised` rises with what the store holds.
  }, [store, loaded, practised]);
  return reading;
}

/** What a debrief is made of: the incidents of a drill, with their timelines. Read anew whenever one changed. */
export function useDrilledIncidents(drill: string, language: Language): Reading<readonly DrilledIncident[]> {
  const { store, loaded, practised, playbooks, revisions } = useLive();
  const [reading, setReading] = useState<Reading<readonly DrilledIncident[]> & { readonly of?: string }>({
    state: 'loading',
  });
  useEffect(() => {
    if (!loaded || store === undefined) return undefined;
    let current = true;
    const read = async (): Promise<DrilledIncident[]> => {
      const incidents = await store.incidentsOfDrill(drill);
      return Promise.all(
        incidents.flatMap((incident) => {
          const playbook = playbookOf(incident, playbooks, language);
          return playbook === undefined
            ? []
            : [store.timeline(incident).then((events) => ({ incident, events, playbook }))];
        }),
      );
    };
    read().then(
      (value) => current && setReading({ state: 'read', value, of: drill }),
      (error: unknown) => current && setReading({ state: 'failed', detail: describe(error), of: drill }),
    );
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they change with what the store holds.
  }, [store, loaded, practised, playbooks, revisions, drill, language]);
  return reading.of === drill ? reading : { state: 'loading' };
}
