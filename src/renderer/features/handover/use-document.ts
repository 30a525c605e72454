import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listActions } from '#shared/domain/action/listed.ts';
import { leavesWork } from '#shared/domain/action/open-actions.ts';
import { composeHandover } from '#shared/domain/handover/compose.ts';
import type { SayHandover } from '#shared/domain/handover/words.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { ComposedMessage } from '#shared/domain/message/compose.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { useActions } from '../../db/actions.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { useShift } from '../../db/handovers.ts';
import { playbookOf, useLive } from '../../db/live.ts';
import { useLanguage } from '../../ui/language.ts';

/** A hand-over, and whether all that belongs into it is. `reading`: not yet; `incomplete`: something cannot be read. */
export interface HandoverDocument {
  readonly message: ComposedMessage;
  readonly state: 'reading' | 'incomplete' | 'whole';
}

/** What only the person knows. */
interface Written {
  readonly notes: string;
  readonly silences: string;
}

/** The hand-over as things stand, in the language on screen. */
export function useDocument(from: Instant, now: Instant, { notes, silences }: Written): HandoverDocument {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, health, drill: practised } = useSnapshot();
  const { name } = settings;
  const isUnheard = health.degraded.some(({ reason }) => reason === 'notifications-not-shown');
  const { incidents, pages, playbooks } = useLive();
  const read = useActions();
  const shift = useShift(from);
  const timeZone = useCurrentPlaybook()?.timeZone ?? 'UTC';
  const message = useMemo(() => {
    const say: SayHandover = (word, values = {}) => t(`handover.line.${word}`, values);
    const running = [...incidents.values()].flatMap((incident) => {
      const { closedAt, test, drill } = incident;
      const playbook = playbookOf(incident, playbooks, language);
      const counts = closedAt === undefined && !test && drill === undefined;
      return counts && playbook !== undefined ? [{ incident, playbook }] : [];
    });
    const listed = read.state === 'read' ? listActions(read.incidents) : [];
    return composeHandover(
      {
        now,
        from,
        author: name,
        timeZone,
        running,
        pages: [...pages.values()].filter(({ test, drill }) => !test && drill === undefined),
        actions: listed.filter(({ incident }) => leavesWork(incident)),
        shift: shift.incidents,
        notes,
        silences,
        isUnheard,
        drill: practised?.title,
      },
      say,
    );
  }, [
    t,
    language,
    name,
    incidents,
    pages,
    playbooks,
    read,
    shift,
    timeZone,
    from,
    now,
    notes,
    silences,
    isUnheard,
    practised?.title,
  ]);
  const states = [read.state, shift.state];
  if (states.includes('failed')) return { message, state: 'incomplete' };
  return { message, state: states.every((each) => each === 'read') ? 'whole' : 'reading' };
}
