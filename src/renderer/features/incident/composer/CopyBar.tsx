import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { ComposedMessage } from '#shared/domain/message/compose.ts';
import { MESSAGE_FORMS, type MessageForm, toHtml } from '#shared/domain/message/forms.ts';
import type { Playbook, PlaybookField } from '#shared/domain/playbook/schema.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';
import { useCommand, useFailureNotice } from '../../../bridge/commands.ts';
import { showNotice } from '../../../bridge/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { agoText } from '../../../ui/format.ts';
import { useKey } from '../../../ui/keys.ts';
import { Segments } from '../../../ui/Segments.tsx';
import { useNow } from '../../../ui/ticker.ts';
import { type Composable, pasted } from './composer-model.ts';

interface CopyBarProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly composable: Composable;
  readonly parts: readonly ComposedMessage[];
  readonly gaps: readonly PlaybookField[];
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly form: MessageForm;
  readonly onForm: (form: MessageForm) => void;
  readonly onFill: () => void;
  readonly onCopy: () => void;
}

/** Copying is the product: always in sight, asked about once when something is missing, then recorded. */
export function CopyBar(props: CopyBarProps) {
  const { incident, composable, parts, gaps, values, form, onForm, onFill, onCopy } = props;
  const { t } = useTranslation();
  const bridge = useBridge();
  const run = useCommand();
  const sayFailure = useFailureNotice();
  const [asking, setAsking] = useState(false);
  const [copies, setCopies] = useState(0);

  const copy = async (): Promise<void> => {
    onCopy();
    const text = parts.map((part) => pasted(part, form)).join('\n\n');
    const html = form === 'plain' ? {} : { html: parts.map(toHtml).join('') };
    const written = await bridge.request['clipboard.write']({ text, ...html });
    if (!written.ok) {
      sayFailure(written);
      return;
    }
    const recorded = await run({
      type: 'record-copy',
      incidentId: incident.id,
      template: composable.id,
      title: composable.title,
      kind: composable.kind === 'message' ? composable.template.kind : 'other',
      form,
      text,
      fields: values,
    });
    if (recorded.done) setCopies((count) => count + 1);
    else showNotice({ text: t('composer.notRecorded') });
  };
  const ask = (): void => {
    if (gaps.length > 0) setAsking(true);
    else void copy();
  };
  useKey('c', ask, !asking);

  return (
    <div className="copy-bar">
      <Segments
        label={t('composer.form')}
        value={form}
        options={MESSAGE_FORMS.map((value) => ({ value, label: t(`composer.forms.${value}`) }))}
        onChange={onForm}
      />
      <div className="copy-state">
        <CopiedAgo incident={incident} template={composable.id} />
        <UpdateClock {...props} />
        <span key={copies} className="visually-hidden" role="status">
          {copies > 0 ? t('composer.copied') : ''}
        </span>
      </div>
      <Button kind="primary" hint="c" onClick={ask}>
        {t('composer.copy')}
      </Button>
      <Dialog
        open={asking}
        title={t('composer.gapsTitle', { count: gaps.length })}
        cancel={t('composer.fill')}
        onClose={(confirmed) => {
          setAsking(false);
          if (!confirmed) onFill();
        }}
        confirm={{ label: t('composer.copyAnyway'), onConfirm: () => void copy() }}
      >
        <p className="muted">
          {t('composer.gapsBody', { fields: gaps.map(({ label }) => label).join(', ') })}
        </p>
      </Dialog>
    </div>
  );
}

function CopiedAgo({ incident, template }: { readonly incident: Incident; readonly template: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const copied = incident.copied[template];
  return (
    <span>
      {copied === undefined
        ? t('composer.neverCopied')
        : t('composer.copiedAgo', { ago: agoText(t, Math.floor((now - copied.at) / MINUTE_MS) * MINUTE_MS) })}
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
