import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LevelView } from '#shared/domain/incident/escalation.ts';
import { channelsTaken } from '#shared/domain/incident/channel.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';
import { useCommand, useFailureNotice } from '../../../bridge/commands.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { showNotice } from '../../../bridge/view.ts';
import { useLive } from '../../../db/live.ts';
import { clockNow } from '../../../ui/ticker.ts';
import { type EscalationMessage, escalationMessage } from './escalation-message.ts';

interface Escalate {
  readonly message: EscalationMessage;
  readonly escalate: () => Promise<void>;
  /** It was copied and recorded from here. */
  readonly said: boolean;
}

/** Copies the words for a level, records the copy, then that the level was called. What was not copied is not recorded. */
export function useEscalate(view: LevelView, incident: Incident, playbook: Playbook): Escalate {
  const { t } = useTranslation();
  const bridge = useBridge();
  const run = useCommand();
  const sayFailure = useFailureNotice();
  const { settings } = useSnapshot();
  const takenChannels = channelsTaken(useLive((live) => live.incidents).values());
  const [said, setSaid] = useState(false);
  const compose = (): EscalationMessage =>
    escalationMessage(view, incident, playbook, { now: clockNow(), me: settings.name, takenChannels });

  const escalate = async (): Promise<void> => {
    const { text, html, fields, template } = compose();
    const written = await bridge.request['clipboard.write']({ text, html });
    if (!written.ok) {
      sayFailure(written);
      return;
    }
    if (template !== undefined) {
      const { id, title, kind } = template;
      const about = { incidentId: incident.id, template: id, title, kind } as const;
      const recorded = await run({
        type: 'record-copy',
        ...about,
        form: 'slack',
        text,
        fields: copyOf(fields),
      });
      if (!recorded.done) {
        showNotice({ text: t('composer.notRecorded') });
        return;
      }
    }
    const { done } = await run({ type: 'escalate', incidentId: incident.id, level: view.level.id });
    setSaid(done);
  };
  return { message: compose(), escalate, said };
}

/** The command's own, changeable lists. */
function copyOf(fields: EscalationMessage['fields']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
  );
}
