// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { goTo } from '../../../../src/renderer/bridge/view.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const KEPT = [
  'schema',
  'id',
  'version',
  'language',
  'title',
  'owner',
  'timeZone',
  'severities',
  'milestones',
  'updates',
  'quickReference',
  'templates',
  'statusPage',
  'incidentChannel',
  'channels',
  'contacts',
];
/** What the schema asks for and no more. */
function bare(playbook: Playbook): Playbook {
  return Object.fromEntries(Object.entries(playbook).filter(([key]) => KEPT.includes(key))) as Playbook;
}

async function openPlaybook(language: 'en' | 'ko', playbook = builtInPlaybook(language)) {
  const main = openWindow(undefined, {
    language,
    playbook: {
      ref: { id: playbook.id, version: playbook.version, editions: {} },
      editions: { [language]: playbook },
    },
  });
  await screen.findByRole('main');
  goTo('playbook');
  await screen.findByRole('heading', { level: 1, name: language === 'en' ? 'Playbook' : '플레이북' });
  return main;
}

const section = (name: string) => within(screen.getByRole('region', { name }));
const names = (language: 'en' | 'ko' = 'en'): (string | null)[] =>
  section(language === 'en' ? 'Playbook' : '플레이북')
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent);

describe('the playbook place', () => {
  it('has every part, in the order of need, and a list that leads to each', async () => {
    await openPlaybook('en');
    const links = within(screen.getByRole('navigation', { name: 'Sections' })).getAllByRole('link');
    expect(names()).toEqual([
      'Incident checklist',
      'Contacts',
      'Commands',
      'Severities',
      'Response timeline',
      'Lifecycle',
      'Roles',
      'Escalation',
      'Channels',
      'Message templates',
      'Status page',
      'Procedures',
      'Rollback',
      'Post-mortem',
      'Action item categories',
      'Metrics',
      'Training',
      'Drills',
    ]);
    expect(links.map(({ textContent }) => textContent)).toEqual(names());
    await userEvent.setup().click(screen.getByRole('link', { name: 'Escalation' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Escalation' }));
    expect(window.location.hash).toBe('');
  });

  it('says in words what it draws', async () => {
    await openPlaybook('en');
    const timeline = section('Response timeline');
    const acknowledge = timeline.getByRole('row', { name: /^Acknowledge/ });
    expect(
      within(acknowledge)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['at oncelate after 5 min', '5 min', '1 h', '24 h']);
    expect(section('Lifecycle').getByText('Not resolved, back to diagnosis')).toBeTruthy();
    expect(section('Escalation').getByText(/Not resolved within 30 minutes or SEV-1/)).toBeTruthy();
    expect(section('Procedures').getAllByText('SEV-2 15 min')).toHaveLength(1);
    expect(section('Metrics').getByText('> 90%')).toBeTruthy();
  });

  it('copies a command and a contact', async () => {
    const main = await openPlaybook('en');
    const user = userEvent.setup();
    await user.click(section('Commands').getByRole('button', { name: 'Copy Check the service' }));
    await user.click(section('Contacts').getByRole('button', { name: 'Copy the contact of Security' }));
    expect(main.copied).toEqual([
      { text: 'curl -I https://talkstudio.app' },
      { text: 'Security Team security@talkstudio.app' },
    ]);
  });

  it.each(['en', 'ko'] as const)('leaves out what a playbook does without (%s)', async (language) => {
    const whole = builtInPlaybook(language);
    await openPlaybook(language, bare(whole));
    expect(names(language)).toHaveLength(7);
    expect(names(language)).toContain(whole.statusPage.title);
  });
});
