import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
import { cleanValue } from '#shared/domain/message/clean-value.ts';
import { findGaps } from '#shared/domain/post-mortem/gaps.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { PaperLog } from '../command/paper-log.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { documentOf, liveThrough, type Story } from './story.ts';

const EN = builtInPlaybook('en');
function withActions(story: Story): Story {
  const { log, incidentId } = story;
  const action = { type: 'add-action', incidentId, priority: 'high', category: 'prevention' } as const;
  const alarm = { ...action, description: 'Alarm on the pool | at 80%', owner: 'jun', dueOn: '2026-12-01' };
  log.do({ ...alarm, status: 'open' });
  log.do({ ...action, description: 'Pin the driver', owner: '', dueOn: '2026-12-08', status: 'completed' });
  return story;
}
const expected = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, 'documents', `${name}.md`), 'utf8');
const gapsOf = (text: string, { postMortem }: Playbook = EN): string[] =>
  postMortem === undefined ? [] : findGaps(text, postMortem).map(({ label }) => label);
const timelineOf = (text: string): string[] =>
  text.split('## Timeline')[1]?.split('\n\n')[0]?.split('\n').slice(3) ?? [];

/** The cells of every table as they read, row by row. */
function tablesIn(text: string): string[][][] {
  const html = renderToStaticMarkup(
    createElement(Markdown, { remarkPlugins: [remarkGfm], skipHtml: true }, text),
  );
  return [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => unescaped(cell)),
    ),
  );
}

function unescaped(html: string): string {
  return html
    .replaceAll(/<\/?a[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

it.each([
  ['en', '[DRILL]'],
  ['ko', '[훈련]'],
] as const)('says in its title that it is of a drill (%s)', (language, mark) => {
  const story = liveThrough();
  const real = documentOf(story, { language });
  const title = real.split('\n').find((line) => line.startsWith('# ')) ?? '';
  const text = documentOf(story, { language, drill: 'drill-1' });
  expect(text.replace(`# ${mark} `, '# ')).toBe(real);
  expect(text).toContain(title.replace('# ', `# ${mark} `));
});

describe('the document of an incident, whole', () => {
  it.each(['en', 'ko'] as const)('reads as expected in %s', async (language) => {
    const text = documentOf(withActions(liveThrough()), { language });
    expect(text).toBe(await expected(`closed.${language}`));
  });

  it('has every blank of the 6.2 template that nobody filled as a gap, and no other', () => {
    expect(gapsOf(documentOf(withActions(liveThrough())))).toEqual([
      'Revenue impact',
      'SLA breach',
      'Contributing factors',
      'What went well',
      'What went wrong',
      'Lessons learned',
      'Slack thread',
      'PR/commit',
    ]);
  });
});

describe('what the log does not know', () => {
  it('is marked: moments that nobody recorded, roles that nobody took, a cause that nobody wrote', () => {
    const log = new PaperLog();
    const story: Story = { log, incidentId: log.incident({ title: 'Disk full' }) };
    log.now = T0 + 10 * MINUTE_MS;
    log.do({ type: 'meet-milestone', incidentId: story.incidentId, milestone: 'resolve' });
    const text = documentOf(story);
    expect(timelineOf(text)).toEqual([
      '| 2026-11-23 11:00 | Incident detected |',
      '| 2026-11-23 11:00 | First alert: Disk full |',
      '| {IC declared} | IC declared |',
      '| {Cause found} | Cause found |',
      '| {Fix deployed} | Fix deployed |',
      '| {Incident closed} | Incident closed |',
      '| 2026-11-23 11:00 | Acknowledged (Ada) |',
      '| 2026-11-23 11:10 | Resolved (Ada) |',
    ]);
    expect(gapsOf(text)).toEqual(
      expect.arrayContaining(['Incident Commander', 'Root cause', 'IC declared', 'Action items']),
    );
    expect(text).toContain('- Declare not recorded, asked for within 5 min');
  });

  it('asks a SEV-3 for no Incident Commander', () => {
    const log = new PaperLog();
    const story: Story = { log, incidentId: log.incident({ title: 'Slow', severity: 'SEV-3' }) };
    expect(timelineOf(documentOf(story)).join()).not.toContain('IC declared');
  });

  it('takes the role of who gave it up', () => {
    const story = liveThrough();
    story.log.do({
      type: 'assign-role',
      incidentId: story.incidentId,
      role: 'incident-commander',
      name: '',
    });
    expect(documentOf(story)).toContain('| Incident Commander | @mina |');
  });
});

describe('the timeline', () => {
  it('says what was removed, and not what it said', () => {
    const story = liveThrough();
    story.log.do({ type: 'redact', eventId: story.log.last('note.added').id });
    const text = documentOf(story);
    expect(text).not.toContain('provider says');
    expect(text).toContain('(text removed)');
  });

  it('says of a message, a name and a page only that their text was removed', () => {
    const story = liveThrough();
    const { log, incidentId } = story;
    log.do({ type: 'retitle', incidentId, title: 'Secret name' });
    for (const type of ['incident.retitled', 'message.copied'] as const)
      log.do({ type: 'redact', eventId: log.last(type).id });
    const rows = timelineOf(documentOf(story));
    expect(rows.join()).not.toContain('Secret name');
    expect(rows.filter((row) => row.endsWith('| (text removed) |'))).toHaveLength(2);
  });

  it('takes the first time for a moment that came twice', () => {
    const log = new PaperLog();
    const incidentId = log.incident({ title: 'Disk full', severity: 'SEV-3' });
    for (const minutes of [10, 20]) {
      log.now = T0 + minutes * MINUTE_MS;
      log.append({ type: 'incident.step-entered', incidentId, payload: { step: 'mitigation' } });
    }
    const rows = timelineOf(documentOf({ log, incidentId }));
    expect(rows.find((row) => row.includes('Cause found'))).toContain('2026-11-23 11:10');
  });

  it('tells a storm of pages, and their going, in a row each', () => {
    const log = new PaperLog();
    const incidentId = log.incident({ title: 'db-0 down' });
    const pageIds = Array.from({ length: 40 }, (_, index) =>
      log.page(`p${index}`, { title: `db-${index} down` }),
    );
    log.do({ type: 'acknowledge', pageIds, incidentId });
    for (const pageId of pageIds) log.do({ type: 'resolve-page', pageId });
    const rows = timelineOf(documentOf({ log, incidentId }));
    expect(rows.filter((row) => row.includes('db-2 down'))).toEqual([
      '| 2026-11-23 11:00 | 40 pages: db-0 down, db-1 down, db-2 down, db-3 down, db-4 down, db-5 down and 34 more |',
      '| 2026-11-23 11:00 | 40 pages resolved: db-0 down, db-1 down, db-2 down, db-3 down, db-4 down, db-5 down and 34 more |',
    ]);
  });

  it('names the zone on every row where clocks are changed meanwhile', () => {
    const log = new PaperLog();
    // Clocks in New York are set back on 1 November 2026 at 06:00 UTC.
    log.now = Date.UTC(2026, 10, 1, 5, 30);
    const incidentId = log.incident({ title: 'Night', startedAt: log.now });
    log.now += 60 * MINUTE_MS;
    log.do({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    const rows = timelineOf(
      documentOf({ log, incidentId }, { playbook: { ...EN, timeZone: 'America/New_York' } }),
    );
    expect(rows[0]).toBe('| 2026-11-01 01:30 EDT | Incident detected |');
    expect(rows.at(-1)).toBe('| 2026-11-01 01:30 EST | Resolved (Ada) |');
  });
});

describe('hostile text', () => {
  const storyOf = (title: string, note: string, name = 'mina'): Story => {
    const log = new PaperLog();
    const incidentId = log.incident({ title });
    log.do({ type: 'assign-role', incidentId, role: 'incident-commander', name });
    log.now = T0 + DAY_MS;
    log.do({ type: 'add-note', incidentId, text: note });
    return { log, incidentId };
  };

  it('never breaks a row, starts markup or makes a gap', () => {
    const shown = (value: string): boolean => cleanValue(value).replaceAll('@', '') !== '';
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[|\\`*_{}[\]()<>#+\-!~:.a &@\n]{1,30}$/),
    );
    fc.assert(
      fc.property(part, part, part, (title, said, name) => {
        const note = shown(said) ? said : 'note';
        const text = documentOf(storyOf(shown(title) ? title : 'title', note, shown(name) ? name : 'mina'));
        const plain = documentOf(storyOf('title', 'note'));
        expect(gapsOf(text)).toEqual(gapsOf(plain));
        const [tables, plainTables] = [tablesIn(text), tablesIn(plain)];
        expect(tables.map((table) => table.map((row) => row.length))).toEqual(
          plainTables.map((table) => table.map((row) => row.length)),
        );
        // No markup of theirs: every cell is text, and nothing else.
        for (const cell of tables.flat(2))
          expect(cell).not.toMatch(/<\/?(?:em|strong|code|del|img|input|sup)\b[^<>]*>$/);
      }),
      { numRuns: 150 },
    );
  });

  it('stays readable as it was written', () => {
    const note = 'a|b \\| `c` **d** <i>e</i> {Root cause} [f](https://g.example) #h ~~i~~ _j_';
    const rows = tablesIn(documentOf(storyOf('title', note)))[1] ?? [];
    expect(rows.at(-1)?.[1]).toBe(`${note} (note, Ada)`);
  });
});

describe('another team’s playbook', () => {
  it('without fields has every name in braces as a gap', () => {
    const { fields: _fields, moments: _moments, ...postMortem } = EN.postMortem ?? { meeting: undefined };
    const playbook = { ...EN, postMortem: { ...postMortem, template: '# {what}\n{why}' } } as Playbook;
    const text = documentOf(liveThrough(), { playbook });
    expect(text).toBe('# {what}\n{why}\n');
    expect(gapsOf(text, playbook)).toEqual(['what', 'why']);
  });

  it('may list its timeline outside of a table', () => {
    const postMortem = EN.postMortem && { ...EN.postMortem, template: 'Happened:\n{timeline}' };
    const text = documentOf(liveThrough(), { playbook: { ...EN, ...(postMortem && { postMortem }) } });
    expect(text.split('\n')[1]).toBe('- 2026-11-23 11:00 Incident detected');
  });
});

it('is derived from the log each time: an undone entry is not in it, and its undoing neither', () => {
  const story = liveThrough();
  const events = effectiveEvents(story.log.events);
  expect(documentOf(story, { events })).toBe(documentOf(story));
  expect(documentOf(story)).not.toContain('taken back');
});
