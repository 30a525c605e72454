import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Debrief } from '#shared/domain/drill/debrief.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { foldTraining } from '#shared/domain/training/training.ts';
import { cleanValue } from '#shared/domain/message/clean-value.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { debriefMarkdown } from '../../../../../src/renderer/features/drills/debrief-markdown.ts';
import { debriefWords } from '../../../../../src/renderer/features/drills/debrief-words.ts';
import { stepWords } from '../../../../../src/renderer/features/drills/step-words.ts';
import { peopleOf } from '../../../../../src/renderer/features/drills/training/people.ts';
import { trainingMarkdown } from '../../../../../src/renderer/features/drills/training/training-markdown.ts';
import { PaperLog } from '../../../shared/domain/command/paper-log.ts';
import { SCRIPT } from '../../../shared/domain/drill/drills.ts';
import { T0 } from '../../../shared/domain/event/events.ts';
import { builtInPlaybook } from '../../../shared/domain/playbook/built-in.ts';

const { t } = createTranslator('en', catalogues);
const iso = (at: number): string => new Date(at).toISOString().slice(11, 16);
const DRILL: Drill = {
  id: 'drill-1',
  scenario: 'outage',
  title: 'Outage',
  playbook: { id: 'p', version: '1', editions: {} },
  script: [],
  startedAt: T0,
  startedBy: 'Ada',
  delivered: {},
  ended: { at: T0 + 40 * MINUTE_MS, by: 'Ada', how: 'aborted' },
};
const DEBRIEF: Debrief = {
  participants: ['Ada', 'Mina'],
  lateSteps: 1,
  incidents: [
    {
      id: 'i',
      title: 'API <b>slow</b> | *very* @here',
      severity: 'SEV-2',
      timeZone: 'UTC',
      milestones: [
        { id: 'a', title: 'Acknowledge', verdict: 'met', target: 5 * MINUTE_MS, took: 2 * MINUTE_MS },
        {
          id: 'b',
          title: 'Declare',
          verdict: 'late',
          target: 15 * MINUTE_MS,
          took: 18 * MINUTE_MS,
          lateBy: 3 * MINUTE_MS,
        },
        { id: 'c', title: 'Assemble', verdict: 'missed', target: 30 * MINUTE_MS },
      ],
      missedSteps: [{ list: 'Checklist', items: ['Post an update'] }],
      messages: [{ at: T0, by: 'Mina', title: 'Incident declared' }],
      missing: [{ kind: 'updates', count: 2 }, { kind: 'resolution' }],
      escalations: [],
    },
  ],
};

it('writes a debrief as Markdown in which nothing that a page said takes effect', () => {
  const words = debriefWords(t, { time: iso, full: iso });
  expect(debriefMarkdown(t, DRILL, DEBRIEF, words)).toBe(
    `# \\[DRILL] Debrief: Outage

- **Began**: 02:00
- **Ended**: 02:40 (aborted)
- **Took part**: Ada, Mina

1 step came late, because Tplus was not running. Read the figures with that in mind.

## SEV-2 API \\<b>slow\\</b> | \\*very\\* @\u200bhere

### Milestones against their targets

| Milestone | Target | Took | Result |
| --- | --- | --- | --- |
| Acknowledge | 5 min | 2 min | on time |
| Declare | 15 min | 18 min | late by 3 min |
| Assemble | 30 min | – | missed |

### Messages sent

- 02:00 Incident declared (Mina)

### Messages missing

- 2 status updates
- The resolution

### Called in

Nobody

### Steps missed

**Checklist**

- Post an update
`,
  );
});

it('tells the steps of a script, those about a page by its title', () => {
  expect(SCRIPT.map((_, index) => stepWords(t, SCRIPT, index))).toEqual([
    'SEV-3 page: Database slow',
    'Raised to SEV-1: Database slow',
    'Told to everyone: The disk is full',
    'Resolved at its source: Database slow',
  ]);
  // The same alert fires again under another name; a step is told by the one that it is about.
  const again = [
    ...SCRIPT,
    { kind: 'page', at: 0, key: 'db', title: 'Database down', severity: 'SEV-2' } as const,
  ];
  expect(stepWords(t, again, 1)).toBe('Raised to SEV-1: Database slow');
  expect(stepWords(t, again, 4)).toBe('SEV-2 page: Database down');
  expect(stepWords(t, SCRIPT.slice(1), 0)).toBe('Raised to SEV-1: db');
  expect(stepWords(t, SCRIPT, 9)).toBe('');
});

it('has the same parts whatever a page or a person wrote', () => {
  const words = debriefWords(t, { time: iso, full: iso });
  /** The kinds of its nodes, as a reader of Markdown finds them, but for the words themselves. */
  const shapeOf = (hostile: string): string => {
    const incidents = DEBRIEF.incidents.map((each) => ({
      ...each,
      title: hostile,
      missedSteps: [{ list: hostile, items: [hostile] }],
      messages: [{ at: T0, by: hostile, title: hostile }],
      milestones: each.milestones.map((milestone) => ({ ...milestone, title: hostile })),
    }));
    const text = debriefMarkdown(
      t,
      { ...DRILL, title: hostile },
      { ...DEBRIEF, participants: [hostile], incidents },
      words,
    );
    const kinds = (node: Nodes): unknown => {
      if (!('children' in node)) return node.type === 'text' ? [] : [node.type];
      return [node.type, ...node.children.flatMap((child) => (child.type === 'text' ? [] : [kinds(child)]))];
    };
    return JSON.stringify(
      kinds(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
    );
  };
  const plain = shapeOf('Disk');
  const any = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.stringMatching(/^[|\\`*_{}[\]()<>#+\-!~:.a &\n1=]{1,30}$/),
  );
  fc.assert(
    fc.property(
      any.filter((text) => cleanValue(text) !== ''),
      (text) => {
        expect(shapeOf(text)).toBe(plain);
      },
    ),
  );
});

it('lists oneself first, also before anything was recorded, and writes everybody’s training down', () => {
  const log = new PaperLog();
  log.do({ type: 'tick-training', person: 'Zoe', course: 'quarterly', item: 'tabletop' });
  log.do({ type: 'join-training', person: 'Ben' });
  log.do({ type: 'join-training', person: 'Gone' });
  log.do({ type: 'leave-training', person: 'Gone' });
  const book = builtInPlaybook('en');
  const people = peopleOf(foldTraining(log.events), 'Mina', book, T0);
  expect(people.map(({ person, isMe }) => [person, isMe])).toEqual([
    ['Mina', true],
    ['Ben', false],
    ['Zoe', false],
  ]);
  // Somebody who took themselves off the list still sees what is theirs, once.
  log.do({ type: 'leave-training', person: 'Zoe' });
  expect(peopleOf(foldTraining(log.events), 'Zoe', book, T0).map(({ person }) => person)).toEqual([
    'Zoe',
    'Ben',
  ]);
  expect(peopleOf(foldTraining(log.events), '', book, T0).map(({ person }) => person)).toEqual(['Ben']);
  const courses = (book.training ?? []).filter(({ id }) => id === 'quarterly');
  expect(trainingMarkdown(t, courses, people).split('\n').slice(-3)).toEqual([
    '| Ben | not done | not done | not done |',
    '| Zoe | done, 2026-11-23, again by 2027-02-23 | not done | not done |',
    '',
  ]);
});
