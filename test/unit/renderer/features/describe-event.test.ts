import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { describeEvent } from '../../../../src/renderer/features/incident/timeline/describe-event.ts';
import { INCIDENT, Minter } from '../../shared/domain/event/events.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const t = ((key: string, words: Record<string, unknown>) =>
  [key, ...Object.values(words)].join(': ')) as TFunction;
const ticked = (item: string, channel?: string): string =>
  describeEvent(
    new Minter().event(
      'checklist.ticked',
      { checklist: 'procedure:major-incident', item },
      { incidentId: INCIDENT },
    ),
    { t, playbook: EN, time: String, target: undefined, channel },
  );

it('the timeline words an item as the checklist does: by the incident’s own channel, else by the day', () => {
  expect(ticked('create-channel', '#incident-20261123-2')).toBe(
    'event.checklist-ticked: Create the Slack channel #incident-20261123-2',
  );
  expect(ticked('create-channel')).toBe(
    'event.checklist-ticked: Create the Slack channel #incident-20261123',
  );
  expect(ticked('of-another-playbook')).toBe('event.checklist-ticked: of-another-playbook');
});
