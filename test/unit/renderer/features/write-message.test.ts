import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { ChannelForm } from '#shared/domain/message/outgoing.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { IncidentDrafts } from '../../../../src/renderer/db/drafts.ts';
import { otherEditionOf } from '../../../../src/renderer/db/live.ts';
import {
  type Composable,
  composablesOf,
} from '../../../../src/renderer/features/incident/composer/composer-model.ts';
import {
  lacks,
  textKey,
  writeInOther,
  writeMessage,
} from '../../../../src/renderer/features/incident/composer/write-message.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { incidentOf } from '../../shared/domain/incident/incidents.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const INCIDENT = incidentOf({ title: 'Checkout is down', resolvedAt: T0 + 62 * MINUTE_MS });

function composable(id: string, playbook: Playbook = EN): Composable {
  const found = composablesOf(playbook, id).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no message ${id}`);
  return found;
}
const sourcesOf = (drafts: IncidentDrafts, playbook: Playbook = EN) => ({
  incident: INCIDENT,
  playbook,
  drafts,
  me: 'Ada',
  takenChannels: new Set<string>(),
  now: T0 + 7 * MINUTE_MS,
});
const write = (id: string, form: ChannelForm, drafts: IncidentDrafts = {}) =>
  writeMessage(composable(id), form, sourcesOf(drafts));

describe('a message as it stands', () => {
  it('has a subject as an e-mail only, and a title and a text for the status page', () => {
    const namesOf = (id: string, form: ChannelForm) => write(id, form).parts.map(({ name }) => name);
    expect(namesOf('incident-declared', 'slack')).toEqual(['body']);
    expect(namesOf('incident-declared', 'email')).toEqual(['subject', 'body']);
    expect(namesOf('status-page-update', 'status-page')).toEqual(['title', 'body']);
  });

  it('posts the state of the status page that was chosen, else the first', () => {
    const titleOf = (drafts: IncidentDrafts) =>
      write('status-page-update', 'status-page', drafts).parts[0]?.text;
    expect(titleOf({})).toBe('Investigating Issues');
    expect(titleOf({ 'status-page-update': { _state: 'resolved' } })).toBe('Issue Resolved');
    expect(titleOf({ 'status-page-update': { _state: 'on-fire' } })).toBe('Investigating Issues');
  });

  it('names what is missing', () => {
    expect(write('incident-declared', 'slack').gaps.map(({ id }) => id)).toEqual([
      'impact',
      'technical-lead',
    ]);
  });
});

describe('a text that a person has written over the generated one', () => {
  const key = textKey('en', 'slack', 'body');
  const drafts = { 'incident-declared': { [key]: '*Down*, see {Impact}' } };

  it('is what is copied, with HTML that says the same', () => {
    const { parts } = write('incident-declared', 'slack', drafts);
    expect(parts).toMatchObject([
      { edited: true, text: '*Down*, see {Impact}', html: '<p><strong>Down</strong>, see {Impact}</p>' },
    ]);
  });

  it('is asked about only where it still shows a field in braces', () => {
    const { gaps, parts } = write('incident-declared', 'slack', drafts);
    expect(gaps.map(({ id }) => id)).toEqual(['impact']);
    expect(parts[0] !== undefined && gaps[0] !== undefined && lacks(parts[0], gaps[0])).toBe(true);
  });

  it('is of its own form and language', () => {
    expect(write('incident-declared', 'markdown', drafts).parts[0]?.edited).toBe(false);
    const other = writeInOther(composable('incident-declared'), KO, 'slack', sourcesOf(drafts));
    expect(other?.parts[0]?.edited).toBe(false);
  });

  it('keeps to one line where the piece is one', () => {
    const subject = { 'incident-declared': { [textKey('en', 'email', 'subject')]: 'one\ntwo' } };
    expect(write('incident-declared', 'email', subject).parts[0]).toMatchObject({
      text: 'one two',
      edited: true,
    });
  });
});

describe('the same message in the other language', () => {
  const resolved = {
    'incident-resolved': { 'root-cause': 'v1.2.3', resolution: 'rollback', 'action-item-count': '3' },
  };

  it('has that edition’s words, what was typed, and what the incident says in that language', () => {
    const other = writeInOther(composable('incident-resolved'), KO, 'plain', sourcesOf(resolved));
    expect(other).toMatchObject({ language: 'ko', title: '인시던트 해결' });
    expect(other?.parts[0]?.text).toContain('(1시간 2분)\nRoot Cause: v1.2.3\nResolution: rollback');
    expect(other?.parts[0]?.text).toContain('Action items: 3개');
    expect(other?.gaps.map(({ label }) => label)).toContain('영향 받은 사용자 수');
  });

  it('says a choice by its place in the list', () => {
    const status = { 'status-update': { status: 'Identified' } };
    const templates = KO.templates.map((template) => ({
      ...template,
      fields: template.fields.map((field) =>
        field.id === 'status' ? { ...field, options: ['조사 중', '원인 확인', '완화 중', '해결'] } : field,
      ),
    }));
    const other = writeInOther(composable('status-update'), { ...KO, templates }, 'plain', sourcesOf(status));
    expect(other?.parts[0]?.text).toContain('Current Status: 원인 확인');
  });

  it('is none where that edition has no such message', () => {
    const templates = KO.templates.filter(({ id }) => id !== 'status-update');
    expect(
      writeInOther(composable('status-update'), { ...KO, templates }, 'slack', sourcesOf({})),
    ).toBeUndefined();
  });
});

it('the other edition is one of the incident’s own playbook', () => {
  const playbooks = new Map([
    ['hash-en', EN],
    ['hash-ko', KO],
    ['hash-old', { ...KO, version: '0.9.0' }],
  ]);
  const editions = { en: 'hash-en', ko: 'hash-ko' };
  const playbook = { ...INCIDENT.playbook, editions };
  expect(otherEditionOf({ playbook }, playbooks, 'en')).toBe(KO);
  expect(otherEditionOf({ playbook }, playbooks, 'ko')).toBe(EN);
  expect(
    otherEditionOf({ playbook: { ...playbook, editions: { en: 'hash-en' } } }, playbooks, 'en'),
  ).toBeUndefined();
});
