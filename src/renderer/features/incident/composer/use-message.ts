import { MINUTE_MS } from '#shared/domain/duration.ts';
import { channelsTaken } from '#shared/domain/incident/channel.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { channelsOf, type MessageChannel, pickChannel } from '#shared/domain/message/channels.ts';
import {
  type ChannelForm,
  MESSAGE_CHANNEL_FORMS,
  STATUS_CHANNEL_FORMS,
} from '#shared/domain/message/outgoing.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { type DraftValues, type IncidentDrafts, saveDraft, useDrafts } from '../../../db/drafts.ts';
import { otherEditionOf, useLive } from '../../../db/live.ts';
import { useTicked } from '../../../ui/ticker.ts';
import { type Composable, own, type Sources } from './composer-model.ts';
import { CHANNEL_KEY, FORM_KEY, writeInOther, writeMessage, type Written } from './write-message.ts';

const NO_DRAFTS: IncidentDrafts = {};

/** One message as it stands: where it goes, in which form, and what it says in each language. */
export interface Message {
  readonly draft: DraftValues | undefined;
  readonly channels: readonly MessageChannel[];
  readonly channel: MessageChannel | undefined;
  readonly form: ChannelForm;
  readonly forms: readonly ChannelForm[];
  readonly own: Written;
  readonly other: Written | undefined;
  readonly save: (key: string, value: DraftValues[string] | undefined) => void;
  /** A channel brings its form with it. */
  readonly chooseChannel: (id: string) => void;
}

export function useMessage(incident: Incident, playbook: Playbook, composable: Composable): Message {
  const { settings } = useSnapshot();
  const drafts = useDrafts(({ byIncident }) => byIncident[incident.id]) ?? NO_DRAFTS;
  const edition = useLive(({ playbooks }) => otherEditionOf(incident, playbooks, playbook.language));
  // To the minute since detection: a message says nothing in seconds.
  const minutes = useTicked((at) => Math.max(0, Math.floor((at - incident.detectedAt) / MINUTE_MS)));
  const now = incident.detectedAt + minutes * MINUTE_MS;
  const takenChannels = channelsTaken(useLive((live) => live.incidents).values());
  const draft = drafts[composable.id];
  const ids = composable.kind === 'message' ? composable.template.channels : composable.page.channels;
  const channels = channelsOf(ids, incident, playbook, { now, takenChannels });
  const channel = pickChannel(channels, textOf(draft, CHANNEL_KEY));
  const forms: readonly ChannelForm[] =
    composable.kind === 'message' ? MESSAGE_CHANNEL_FORMS : STATUS_CHANNEL_FORMS;
  const form =
    [textOf(draft, FORM_KEY), channel?.form].flatMap(
      (wanted) => forms.find((each) => each === wanted) ?? [],
    )[0] ??
    forms[0] ??
    'plain';
  const sources: Sources = { incident, playbook, drafts, me: settings.name, takenChannels, now };
  const save: Message['save'] = (key, value) => saveDraft(incident.id, composable.id, key, value);
  return {
    draft,
    channels,
    channel,
    form,
    forms,
    own: writeMessage(composable, form, sources),
    other: edition === undefined ? undefined : writeInOther(composable, edition, form, sources),
    save,
    chooseChannel: (id) => {
      save(CHANNEL_KEY, id);
      save(FORM_KEY, undefined);
    },
  };
}

function textOf(draft: DraftValues | undefined, key: string): string | undefined {
  const value = own(draft, key);
  return typeof value === 'string' ? value : undefined;
}
