import { channelName } from '../incident/channel.ts';
import { itemWords } from '../incident/item-words.ts';
import type { Incident } from '../incident/incident.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { FillContext } from './fill.ts';
import type { ChannelForm } from './outgoing.ts';

/** A channel of a message, for one incident (process document 4.1). */
export interface MessageChannel {
  readonly id: string;
  /** With the incident's own channel in it, such as `Slack #incident-20261123-2`. */
  readonly name: string;
  readonly purpose: string;
  readonly audience: string;
  readonly form: ChannelForm;
  /** The severities it is for, when the incident's is none of them: it is not offered. */
  readonly onlyFor?: readonly string[];
}

/** The channels a message goes to, in its order. Those that are not for this severity say so. */
export function channelsOf(
  ids: readonly string[],
  incident: Pick<Incident, 'severity' | 'channel' | 'declaredAt'>,
  playbook: Playbook,
  { now, takenChannels }: Pick<FillContext, 'now' | 'takenChannels'>,
): MessageChannel[] {
  const named = {
    channel: incident.channel ?? channelName(playbook, now, takenChannels),
    detectedAt: incident.declaredAt ?? now,
  };
  return ids.flatMap((id): MessageChannel[] => {
    const channel = playbook.channels.find((each) => each.id === id);
    if (channel === undefined) return [];
    const { name, purpose, audience, form = 'slack', severities } = channel;
    const barred = severities !== undefined && !severities.includes(incident.severity);
    return [
      {
        id,
        name: itemWords(name, playbook, named),
        purpose,
        audience,
        form,
        ...(barred ? { onlyFor: severities } : {}),
      },
    ];
  });
}

/** The channel to begin with: the one wanted while it is offered, else the first that is. */
export function pickChannel(
  channels: readonly MessageChannel[],
  wanted: string | undefined,
): MessageChannel | undefined {
  const offered = channels.filter(({ onlyFor }) => onlyFor === undefined);
  return offered.find(({ id }) => id === wanted) ?? offered[0];
}
