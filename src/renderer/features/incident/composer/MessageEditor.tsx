import { useRef, useState } from 'react';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import { channelsOf } from '#shared/domain/incident/channel.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { MessageForm } from '#shared/domain/message/forms.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { type IncidentDrafts, saveDraft, useDrafts } from '../../../db/drafts.ts';
import { useLive } from '../../../db/live.ts';
import { useNow } from '../../../ui/ticker.ts';
import { type Composable, composition, filledFields } from './composer-model.ts';
import { CopyBar } from './CopyBar.tsx';
import { FieldInput } from './FieldInput.tsx';
import { Preview } from './Preview.tsx';
import { StateInput } from './StateInput.tsx';

interface MessageEditorProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly composable: Composable;
  readonly onCopy: () => void;
}

/** The draft key of the status page's state: not a field, and no field id begins so. */
const STATE_KEY = '_state';
const NO_DRAFTS: IncidentDrafts = {};

/** One message: its fields, how it will look, and the copy bar that never leaves the screen. */
export function MessageEditor({ incident, playbook, composable, onCopy }: MessageEditorProps) {
  const { settings } = useSnapshot();
  const incidents = useLive((live) => live.incidents);
  const drafts = useDrafts(({ byIncident }) => byIncident[incident.id]) ?? NO_DRAFTS;
  const [form, setForm] = useState<MessageForm>('slack');
  const fieldsBox = useRef<HTMLDivElement>(null);
  // To the minute since detection: a message says nothing in seconds.
  const minutes = Math.max(0, Math.floor((useNow() - incident.detectedAt) / MINUTE_MS));
  const fields = composable.kind === 'message' ? composable.template.fields : composable.page.fields;
  const filled = filledFields(fields, composable.id, {
    incident,
    playbook,
    drafts,
    me: settings.name,
    takenChannels: channelsOf(incidents.values()),
    now: incident.detectedAt + minutes * MINUTE_MS,
  });
  const values = Object.fromEntries(filled.map(({ field, value }) => [field.id, value]));
  const state = stateOf(composable, drafts[composable.id]?.[STATE_KEY]);
  const { parts, gaps } = composition(composable, values, state);
  const gapIds = new Set(gaps.map(({ id }) => id));
  const save = (field: string, value: FieldValue | undefined): void =>
    saveDraft(incident.id, composable.id, field, value);
  const focusGap = (): void => {
    // After the question has closed and given the focus back.
    setTimeout(() => fieldsBox.current?.querySelector<HTMLElement>('[data-empty="true"]')?.focus(), 0);
  };

  return (
    <>
      <div className="composer-scroll">
        <div className="composer-fields" ref={fieldsBox}>
          {composable.kind === 'status' && (
            <StateInput page={composable.page} value={state} onChange={(next) => save(STATE_KEY, next)} />
          )}
          {filled.map((each) => (
            <FieldInput
              key={each.field.id}
              filled={each}
              isGap={gapIds.has(each.field.id)}
              onChange={(value) => save(each.field.id, value)}
              onReset={() => save(each.field.id, undefined)}
            />
          ))}
        </div>
        <Preview parts={parts} form={form} composable={composable} />
      </div>
      <CopyBar
        incident={incident}
        playbook={playbook}
        composable={composable}
        parts={parts}
        gaps={gaps}
        values={values}
        form={form}
        onForm={setForm}
        onFill={focusGap}
        onCopy={onCopy}
      />
    </>
  );
}

function stateOf(composable: Composable, drafted: FieldValue | undefined): string {
  if (composable.kind === 'message') return '';
  const known = composable.page.states.find(({ id }) => id === drafted) ?? composable.page.states[0];
  return known?.id ?? '';
}
