import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/domain/duration.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { channelsOf, pickChannel } from '#shared/domain/message/channels.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { incidentOf } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const DECLARED = ['incident', 'general', 'email'];

describe('the channels of a message (4.1)', () => {
  it.each(SEVERITIES)('has everyone’s for SEV-1 and SEV-2 only: %s', (severity) => {
    const channels = channelsOf(DECLARED, incidentOf({ severity }), EN, {
      now: T0,
      takenChannels: new Set(),
    });
    expect(channels.map(({ id }) => id)).toEqual(DECLARED);
    const barred = channels.filter(({ onlyFor }) => onlyFor !== undefined);
    expect(barred.map(({ id, onlyFor }) => [id, onlyFor])).toEqual(
      severity === 'SEV-1' || severity === 'SEV-2' ? [] : [['general', ['SEV-1', 'SEV-2']]],
    );
  });

  it.each([
    ['en', ['Response team', 'Everyone (SEV-1/2 only)', 'Stakeholders']],
    ['ko', ['대응팀', '전체 (SEV-1/2만)', '이해관계자']],
  ] as const)('says who reads it, and which form it takes there: %s', (language, audiences) => {
    const channels = channelsOf(DECLARED, incidentOf(), builtInPlaybook(language), {
      now: T0,
      takenChannels: new Set(),
    });
    expect(channels.map(({ audience }) => audience)).toEqual(audiences);
    expect(channels.map(({ form }) => form)).toEqual(['slack', 'slack', 'email']);
    expect(
      channelsOf(['status-page'], incidentOf(), EN, { now: T0, takenChannels: new Set() })[0]?.form,
    ).toBe('status-page');
  });

  it('names the incident’s own channel, before it is declared by the name it would get', () => {
    const nameOf = (channel?: string) =>
      channelsOf(['incident'], incidentOf(channel === undefined ? {} : { channel }), EN, {
        now: T0,
        takenChannels: new Set(),
      })[0]?.name;
    expect(nameOf()).toBe('Slack #incident-20261123');
    expect(nameOf('#incident-20261123-2')).toBe('Slack #incident-20261123-2');
    expect(nameOf('#$&')).toBe('Slack #$&');
  });

  it('writes the day into the name of any other channel of a playbook', () => {
    const channels = EN.channels.map((channel) => ({ ...channel, name: 'Teams Outage {date}' }));
    const nameOf = (incident: Partial<Incident>) =>
      channelsOf(
        ['email'],
        incidentOf(incident),
        { ...EN, channels },
        { now: T0, takenChannels: new Set() },
      )[0]?.name;
    expect(nameOf({})).toBe('Teams Outage 20261123');
    expect(nameOf({ channel: '#x', declaredAt: T0 - DAY_MS })).toBe('Teams Outage 20261122');
  });

  it('is Slack’s where a playbook does not say, and none where it names a channel there is not', () => {
    const channels = EN.channels.map(({ form: _form, ...channel }) => channel);
    expect(
      channelsOf(
        ['email', 'pigeon'],
        incidentOf(),
        { ...EN, channels },
        { now: T0, takenChannels: new Set() },
      ),
    ).toMatchObject([{ id: 'email', form: 'slack' }]);
  });
});

describe('the channel to begin with', () => {
  const minor = channelsOf(['general', 'email'], incidentOf({ severity: 'SEV-3' }), EN, {
    now: T0,
    takenChannels: new Set(),
  });
  it.each([
    ['the one chosen', 'email', 'email'],
    ['the first that is offered', undefined, 'email'],
    ['another when the one chosen is not offered any more', 'general', 'email'],
  ])('%s', (_name, wanted, expected) => {
    expect(pickChannel(minor, wanted)?.id).toBe(expected);
  });

  it('is none where none is offered', () => {
    expect(pickChannel(minor.slice(0, 1), undefined)).toBeUndefined();
  });
});
