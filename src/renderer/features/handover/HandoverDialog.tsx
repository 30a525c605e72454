import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/domain/day.ts';
import { HOUR_MS } from '#shared/domain/duration.ts';
import { toMarkdown, toPlain, toSlack } from '#shared/domain/message/forms.ts';
import { useCommand } from '../../bridge/commands.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { useSaveFile } from '../../bridge/files.ts';
import { useView } from '../../bridge/view.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { HANDOVER_DRAFT, loadDrafts, saveDraft, useDrafts } from '../../db/drafts.ts';
import { useHandovers } from '../../db/handovers.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { fullTime } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { clockNow } from '../../ui/ticker.ts';
import { PastHandovers } from './PastHandovers.tsx';
import { useDocument } from './use-document.ts';
import './handover.css';

const HOURS = [8, 12, 24, 168] as const;
const LAST = 'last';
const NOTES = 'notes';
const WRITTEN = ['silences', NOTES] as const;

/** One document for the next on-call person, at a shift's end or whenever it is asked for. */
export function HandoverDialog() {
  const past = useHandovers();
  const { t } = useTranslation();
  const language = useLanguage();
  const run = useCommand();
  const save = useSaveFile();
  const timeZone = useCurrentPlaybook()?.timeZone ?? 'UTC';
  // As of its opening: a document that changes under the hands cannot be checked.
  const [now] = useState(clockNow);
  const [since, setSince] = useState<string>();
  const typed = useDrafts(({ byIncident }) => byIncident[HANDOVER_DRAFT]?.[NOTES]);
  useEffect(() => void loadDrafts(HANDOVER_DRAFT), []);
  const written = { notes: textOf(typed?.['notes']), silences: textOf(typed?.['silences']) };
  const last = past.state === 'read' ? past.handovers[0] : undefined;
  const chosen = since ?? (last === undefined ? '12' : LAST);
  const from = chosen === LAST && last !== undefined ? last.until : now - (Number(chosen) || 12) * HOUR_MS;
  const { message: document, state } = useDocument(from, now, written);
  const close = (): void => useView.setState({ handoverOpen: false });
  const record = async (): Promise<void> => {
    const { done } = await run({ type: 'write-handover', text: toMarkdown(document), from, until: now });
    if (!done) return;
    for (const field of WRITTEN) saveDraft(HANDOVER_DRAFT, NOTES, field, undefined);
    close();
  };
  return (
    <Dialog
      open
      wide
      title={t('handover.title')}
      onClose={(confirmed) => !confirmed && close()}
      confirm={{
        label: t('handover.record'),
        onConfirm: () => void record(),
        disabled: state === 'reading',
      }}
    >
      <div className="handover">
        <div className="handover-fields">
          <Field label={t('handover.since')}>
            {(ids) => (
              <SelectInput {...ids} value={chosen} onChange={({ target }) => setSince(target.value)}>
                {last !== undefined && (
                  <option value={LAST}>
                    {t('handover.sinceLast', { time: fullTime(last.until, timeZone, language) })}
                  </option>
                )}
                {HOURS.map((hours) => (
                  <option key={hours} value={hours}>
                    {t('handover.sinceHours', { hours })}
                  </option>
                ))}
              </SelectInput>
            )}
          </Field>
          {WRITTEN.map((field) => (
            <Field key={field} label={t(`handover.${field}`)} hint={t(`handover.${field}Hint`)}>
              {(ids) => (
                <textarea
                  {...ids}
                  className="input"
                  rows={field === NOTES ? 5 : 2}
                  maxLength={20_000}
                  value={written[field]}
                  onChange={({ target: { value } }) =>
                    saveDraft(HANDOVER_DRAFT, NOTES, field, value === '' ? undefined : value)
                  }
                />
              )}
            </Field>
          ))}
          <PastHandovers past={past} timeZone={timeZone} />
        </div>
        <div className="handover-document">
          {state !== 'whole' && (
            <p className="muted" role="status">
              {t(`handover.${state}`)}
            </p>
          )}
          <pre className="code" tabIndex={0} role="region" aria-label={t('handover.preview')}>
            {toPlain(document)}
          </pre>
          <div className="actions">
            <CopyButton label={t('handover.copySlack')} text={toSlack(document, 'paste')} />
            <CopyButton label={t('handover.copyMarkdown')} text={toMarkdown(document)} />
            <CopyButton label={t('handover.copyPlain')} text={toPlain(document)} />
            <Button
              size="small"
              onClick={() =>
                void save({
                  name: t('handover.fileName', { day: dayOf(now, timeZone) }),
                  text: `${toMarkdown(document)}\n`,
                })
              }
            >
              {t('handover.save')}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
