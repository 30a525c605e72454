import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { draftUpdate, type UpdateDraft } from '#shared/domain/message/draft-update.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useTimeline } from '../../../db/timeline.ts';
import { Button } from '../../../ui/Button.tsx';
import { agoText } from '../../../ui/format.ts';
import { useTicked } from '../../../ui/ticker.ts';
import type { FilledField } from './composer-model.ts';
import { type DraftTaking, takeDraft } from './draft-offer.ts';
import type { Message } from './use-message.ts';

interface DraftOfferProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly filled: readonly FilledField[];
  readonly message: Message;
}
interface Taken extends DraftTaking {
  /** What was typed before, to be put back. */
  readonly before: Readonly<Record<string, FieldValue | undefined>>;
}

/** What changed since the last update, offered as its draft. Nothing is put in before it is asked for. */
export function DraftOffer({ incident, playbook, filled, message }: DraftOfferProps) {
  const { t } = useTranslation();
  const timeline = useTimeline(incident);
  const [taken, setTaken] = useState<Taken>();
  if (timeline.state !== 'read') return null;
  const draft = draftUpdate(
    timeline.events,
    incident,
    playbook,
    filled.map(({ field }) => field),
  );
  const taking = takeDraft(draft, filled, incident.copied[playbook.updates.template]?.fields ?? {});
  const take = (): void => {
    const before = Object.fromEntries(taking.fill.map(({ field }) => [field.id, message.draft?.[field.id]]));
    for (const { field, value } of taking.fill) message.save(field.id, value);
    setTaken({ ...taking, before });
  };
  const putBack = (): void => {
    for (const [field, value] of Object.entries(taken?.before ?? {})) message.save(field, value);
    setTaken(undefined);
  };
  const names = (fields: readonly FilledField[]): string => fields.map(({ field }) => field.label).join(', ');
  return (
    <div className="draft-offer">
      <p className="secondary" role="status">
        {taken === undefined ? (
          <WhatChanged draft={draft} />
        ) : (
          [
            taken.fill.length > 0 && t('messages.draft.filled', { fields: names(taken.fill) }),
            taken.kept.length > 0 && t('messages.draft.kept', { fields: names(taken.kept) }),
          ]
            .filter((said) => typeof said === 'string')
            .join(' ')
        )}
      </p>
      {taken !== undefined && taken.fill.length > 0 && (
        <Button size="small" onClick={putBack}>
          {t('messages.draft.undo')}
        </Button>
      )}
      {taken === undefined && taking.fill.length + taking.kept.length > 0 && (
        <Button size="small" onClick={take}>
          {t('messages.draft.offer')}
        </Button>
      )}
    </div>
  );
}

function WhatChanged({ draft: { since, changes } }: { readonly draft: UpdateDraft }) {
  const { t } = useTranslation();
  const minutes = useTicked((now) => Math.floor((now - (since ?? now)) / MINUTE_MS));
  if (since === undefined) {
    return changes === 0 ? t('messages.draft.firstNone') : t('messages.draft.first', { count: changes });
  }
  const ago = agoText(t, minutes * MINUTE_MS);
  return changes === 0
    ? t('messages.draft.sinceNone', { ago })
    : t('messages.draft.since', { count: changes, ago });
}
