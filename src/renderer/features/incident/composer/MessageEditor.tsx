import { useRef, useState } from 'react';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useKey } from '../../../ui/keys.ts';
import { useMedia } from '../../../ui/media.ts';
import { ChannelInput } from './ChannelInput.tsx';
import type { Composable } from './composer-model.ts';
import { CopyBar } from './CopyBar.tsx';
import { DraftOffer } from './DraftOffer.tsx';
import { FieldInput } from './FieldInput.tsx';
import { GapsDialog } from './GapsDialog.tsx';
import { Preview } from './Preview.tsx';
import { PreviewBar, type Shown } from './PreviewBar.tsx';
import { targetField } from './snippets.ts';
import { SnippetMenu } from './SnippetMenu.tsx';
import { StateInput } from './StateInput.tsx';
import { useCopying } from './use-copying.ts';
import { useMessage } from './use-message.ts';
import { FORM_KEY, STATE_KEY, stateOf } from './write-message.ts';
import './composer-fields.css';

interface MessageEditorProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly composable: Composable;
  readonly onCopy: () => void;
}

/** Below this there is no room for two languages beside each other: one is shown at a time. */
const ONE_LANGUAGE = '(max-width: 1199px)';

/** One message: where it goes, its fields, how it will look, and the copy bar that never leaves the screen. */
export function MessageEditor({ incident, playbook, composable, onCopy }: MessageEditorProps) {
  const message = useMessage(incident, playbook, composable);
  const copying = useCopying(incident, composable, message, onCopy);
  const [shown, setShown] = useState<Shown>('own');
  const oneAtATime = useMedia(ONE_LANGUAGE);
  const fieldsBox = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();
  const { own, other, save } = message;
  const isOther = shown === 'other' && other !== undefined;
  const isBoth = shown === 'both' && other !== undefined && !oneAtATime;
  const current = isOther ? other : own;
  const gapIds = new Set(own.gaps.map(({ id }) => id));
  useKey('c', () => copying.ask(current), !copying.asking);
  const focusGap = (): void => {
    // After the question has closed and given the focus back.
    setTimeout(() => fieldsBox.current?.querySelector<HTMLElement>('[data-empty="true"]')?.focus(), 0);
  };

  return (
    <>
      <div className="composer-scroll" {...(isBoth ? { 'data-both': '' } : {})}>
        <div className="composer-fields" ref={fieldsBox}>
          <ChannelInput
            channels={message.channels}
            channel={message.channel}
            severity={incident.severity}
            onChange={message.chooseChannel}
          />
          {composable.kind === 'status' && (
            <StateInput
              page={composable.page}
              value={stateOf(composable, message.draft)}
              onChange={(next) => save(STATE_KEY, next)}
            />
          )}
          {composable.kind === 'message' && composable.template.kind === 'update' && (
            <DraftOffer
              // What was taken is over with the copy.
              key={incident.updatedAt ?? 0}
              incident={incident}
              playbook={playbook}
              filled={own.filled}
              message={message}
            />
          )}
          {own.filled.map((each) => (
            <FieldInput
              key={each.field.id}
              filled={each}
              isGap={gapIds.has(each.field.id)}
              onFocus={() => setFocused(each.field.id)}
              onChange={(value) => save(each.field.id, value)}
              onReset={() => save(each.field.id, undefined)}
            />
          ))}
        </div>
        <div className="previews">
          <PreviewBar
            message={message}
            shown={isBoth || isOther ? shown : 'own'}
            onShown={setShown}
            both={!oneAtATime}
          >
            <SnippetMenu
              target={targetField(own.filled, focused)}
              onInsert={(field, value) => save(field, value)}
              fieldsBox={fieldsBox}
            />
          </PreviewBar>
          {!isOther && <Preview written={own} message={message} copying={copying} isBeside={isBoth} />}
          {other !== undefined && (isOther || isBoth) && (
            <Preview written={other} message={message} copying={copying} isBeside={isBoth} />
          )}
        </div>
      </div>
      <CopyBar
        incident={incident}
        playbook={playbook}
        composable={composable}
        message={message}
        copying={copying}
        onCopy={() => copying.ask(current)}
        onForm={(form) => save(FORM_KEY, form)}
      />
      <GapsDialog copying={copying} onFill={focusGap} />
    </>
  );
}
