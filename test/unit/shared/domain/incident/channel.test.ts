import { describe, expect, it } from 'vitest';
import { channelName, dateStamp } from '#shared/domain/incident/channel.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');
const at = (text: string): number => Date.parse(text);

describe('the day of an instant', () => {
  it.each([
    ['2026-11-23T02:00:00Z', 'Asia/Seoul', '20261123'],
    ['2026-11-23T14:59:59.999Z', 'Asia/Seoul', '20261123'],
    ['2026-11-23T15:00:00Z', 'Asia/Seoul', '20261124'],
    ['2026-11-23T23:30:00Z', 'Asia/Seoul', '20261124'],
    ['2026-11-23T23:30:00Z', 'UTC', '20261123'],
    ['2026-11-24T03:00:00Z', 'America/New_York', '20261123'],
    ['2026-12-31T15:00:00Z', 'Asia/Seoul', '20270101'],
    ['2028-02-29T01:00:00Z', 'Asia/Seoul', '20280229'],
  ])('%s in %s', (text, timeZone, expected) => {
    expect(dateStamp(at(text), timeZone)).toBe(expected);
  });
});

describe('the channel of an incident', () => {
  const NOW = at('2026-11-23T02:00:00Z');
  it.each([
    ['the first of the day', [], '#incident-20261123'],
    ['the second', ['#incident-20261123'], '#incident-20261123-2'],
    ['the third', ['#incident-20261123', '#incident-20261123-2'], '#incident-20261123-3'],
    ['a name that became free', ['#incident-20261123', '#incident-20261123-3'], '#incident-20261123-2'],
    ['the first of another day', ['#incident-20261122'], '#incident-20261123'],
  ])('%s', (_, taken, expected) => {
    expect(channelName(EN, NOW, new Set(taken))).toBe(expected);
  });

  it('goes by the day in Seoul', () => {
    expect(channelName(EN, at('2026-11-23T23:30:00Z'), new Set())).toBe('#incident-20261124');
  });

  it('of a playbook without a date is numbered all the same', () => {
    const own = { ...EN, incidentChannel: '#fire' };
    expect(channelName(own, NOW, new Set(['#fire']))).toBe('#fire-2');
  });
});
