import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import type { ChannelForm } from '#shared/domain/message/outgoing.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Button } from '../../../ui/Button.tsx';
import { Countdown } from '../../../ui/Countdown.tsx';
import { agoText } from '../../../ui/format.ts';
import { Segments } from '../../../ui/Segments.tsx';
import { useTicked } from '../../../ui/ticker.ts';
import type { Composable } from './composer-model.ts';
import type { Copying } from './use-copying.ts';
import type { Message } from './use-message.ts';
import './copy-bar.css';

interface CopyBarProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly composable: Composable;
  readonly message: Message;
  readonly copying: Copying;
  readonly onCopy: () => void;
  readonly onForm: (form: ChannelForm) => void;
}

/** Copying is the product: always in sight. */
export function CopyBar(props: CopyBarProps) {
  const { incident, composable, message, copying, onCopy, onForm } = props;
  const { t } = useTranslation();
  const said = { recorded: t('composer.copied'), part: t('messages.partCopied') };
  return (
    <div className="copy-bar">
      <Segments
        label={t('composer.form')}
        value={message.form}
        options={message.forms.map((value) => ({ value, label: t(`messages.forms.${value}`) }))}
        onChange={onForm}
      />
      <div className="copy-state">
        <CopiedAgo incident={incident} template={composable.id} />
        <UpdateClock {...props} />
        <span key={copying.copies} className="visually-hidden" role="status">
          {copying.said === undefined ? '' : said[copying.said]}
        </span>
      </div>
      <Button kind="primary" hint="c" onClick={onCopy}>
        {t('composer.copy')}
      </Button>
    </div>
  );
}

function CopiedAgo({ incident, template }: { readonly incident: Incident; readonly template: string }) {
  const { t } = useTranslation();
  const copied = incident.copied[template];
  const minutes = useTicked((now) => Math.floor((now - (copied?.at ?? now)) / MINUTE_MS));
  return (
    <span>
      {copied === undefined
        ? t('composer.neverCopied')
        : t('composer.copiedAgo', { ago: agoText(t, minutes * MINUTE_MS) })}
    </span>
  );
}

/** Only for the message whose copy restarts it. */
function UpdateClock({ incident, playbook, composable }: CopyBarProps) {
  const { t } = useTranslation();
  const dueAt = updateDueAt(incident, playbook);
  if (dueAt === undefined || composable.kind !== 'message' || composable.template.kind !== 'update')
    return null;
  return (
    <span className="copy-clock">
      {t('incident.nextUpdate')} <Countdown dueAt={dueAt} />
    </span>
  );
}
