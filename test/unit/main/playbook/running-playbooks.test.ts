import { describe, expect, it } from 'vitest';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { PlaybookShelf, WholePlaybook } from '#shared/domain/playbook/shelf.ts';
import { RunningPlaybooks } from '../../../../src/main/playbook/running-playbooks.ts';
import { OPENED } from '../../shared/domain/event/events.ts';
import { incidentOf } from '../../shared/domain/incident/incidents.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const OLD = { ...EN, version: '0.9.0' };
const current: WholePlaybook = {
  ref: { id: EN.id, version: EN.version, editions: { en: 'new-en', ko: 'new-ko' } },
  editions: { en: EN, ko: KO },
};
const shelf: PlaybookShelf = { playbooks: [current], defaultId: EN.id };
const by = (editions: Record<string, string>) => incidentOf({ playbook: { ...OPENED.playbook, editions } });

function running(logged: Record<string, Playbook> = {}) {
  const asked: string[] = [];
  const playbooks = new RunningPlaybooks(shelf, async (hash) => {
    asked.push(hash);
    return logged[hash] ?? null;
  });
  return { playbooks, asked };
}

describe('the playbook of an incident', () => {
  it.each([
    ['in the language asked for', { en: 'new-en', ko: 'new-ko' }, 'ko', KO],
    ['in another where it lacks that', { en: 'new-en' }, 'ko', EN],
    ['not known yet', { en: 'old' }, 'en', undefined],
    ['of none', {}, 'en', undefined],
  ] as const)('%s', (_, editions, language, expected) => {
    expect(running().playbooks.of(by(editions), language)).toBe(expected);
  });

  it('is the one it began with, fetched from the log once', async () => {
    const { playbooks, asked } = running({ old: OLD });
    const incident = by({ en: 'old' });
    const both = [playbooks.fetchMissing([incident]), playbooks.fetchMissing([incident])];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect(playbooks.of(incident, 'en')).toBe(OLD);
    expect(await playbooks.fetchMissing([incident])).toBe(false);
    expect(asked).toEqual(['old']);
  });

  it('that the log lacks is asked for again', async () => {
    const { playbooks, asked } = running();
    expect(await playbooks.fetchMissing([by({ en: 'lost' })])).toBe(false);
    await playbooks.fetchMissing([by({ en: 'lost' })]);
    expect(asked).toEqual(['lost', 'lost']);
  });

  it('that could not be asked for is asked for again', async () => {
    let fails = true;
    const playbooks = new RunningPlaybooks(shelf, async () => {
      if (fails) throw new Error('no log');
      return OLD;
    });
    await expect(playbooks.fetchMissing([by({ en: 'old' })])).rejects.toThrow('no log');
    fails = false;
    expect(await playbooks.fetchMissing([by({ en: 'old' })])).toBe(true);
  });
});

describe('an edition that is not on the shelf any more', () => {
  const ours = (version: string): WholePlaybook => ({
    ref: { id: EN.id, version, editions: { en: `hash-${version}` } },
    editions: { en: { ...EN, version } },
  });

  it('is held while an open incident runs by it, and let go of after that', async () => {
    const { playbooks, asked } = running();
    const incident = by({ en: 'new-en', ko: 'new-ko' });
    playbooks.use({ playbooks: [ours('2.0.0')], defaultId: EN.id });
    await playbooks.fetchMissing([incident]);
    expect(playbooks.of(incident, 'ko')).toBe(KO);
    expect(asked).toEqual([]);
    await playbooks.fetchMissing([]);
    expect(playbooks.of(incident, 'ko')).toBeUndefined();
    expect(playbooks.inLanguage('en').version).toBe('2.0.0');
  });

  it('does not add up, however often a playbook is saved', async () => {
    const { playbooks } = running();
    const versions = Array.from({ length: 50 }, (_, index) => `1.0.${index}`);
    for (const version of versions) {
      playbooks.use({ playbooks: [ours(version)], defaultId: EN.id });
      await playbooks.fetchMissing([]);
    }
    const held = versions.filter(
      (version) => playbooks.of(by({ en: `hash-${version}` }), 'en') !== undefined,
    );
    expect(held).toEqual(['1.0.49']);
  });

  it('is fetched from the log again for an incident that is reopened', async () => {
    const { playbooks, asked } = running({ old: OLD });
    const incident = by({ en: 'old' });
    for (const open of [[incident], [], [incident]]) await playbooks.fetchMissing(open);
    expect(asked).toEqual(['old', 'old']);
    expect(playbooks.of(incident, 'en')).toBe(OLD);
  });
});

describe('the playbook of now', () => {
  it('is the default, also once that is another; what ran before is still known', () => {
    const { playbooks } = running();
    const team = { ...EN, id: 'team', title: 'Ours' };
    const ours = { ref: { id: 'team', version: '1.0.0', editions: { en: 'ours' } }, editions: { en: team } };
    playbooks.use({ playbooks: [ours], defaultId: 'team' });
    expect(playbooks.inLanguage('en')).toBe(team);
    expect(playbooks.of(by({ en: 'new-en' }), 'en')).toBe(EN);
    expect(playbooks.of(by({ en: 'ours' }), 'en')).toBe(team);
  });

  it('is in the language asked for, else in what there is', () => {
    expect(running().playbooks.inLanguage('ko')).toBe(KO);
    const only = new RunningPlaybooks(
      { ...shelf, playbooks: [{ ...current, editions: { en: EN } }] },
      async () => null,
    );
    expect(only.inLanguage('ko')).toBe(EN);
  });
});
