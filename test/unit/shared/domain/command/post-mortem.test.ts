import { describe, expect, it } from 'vitest';
import { DOCUMENT_TEXT_LIMIT } from '#shared/domain/command/limits.ts';
import { commandSchema } from '#shared/domain/command/command.ts';
import { readEvent } from '#shared/domain/event/event.ts';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
import { redact } from '#shared/domain/event/redact.ts';
import { versionsOf } from '#shared/domain/post-mortem/versions.ts';
import * as v from 'valibot';
import { PaperLog } from './paper-log.ts';

function begin() {
  const log = new PaperLog();
  const incidentId = log.incident();
  const save = (text: string, language: 'en' | 'ko' = 'en') =>
    log.do({ type: 'save-post-mortem', incidentId, text, language });
  const versions = () => versionsOf(effectiveEvents(log.events));
  return { log, incidentId, save, versions };
}

describe('saving a post-mortem', () => {
  it('keeps every version, the newest first', () => {
    const { save, versions } = begin();
    save('one');
    save('two');
    expect(versions().map(({ number, text, by }) => [number, text, by])).toEqual([
      [2, 'two', 'Ada'],
      [1, 'one', 'Ada'],
    ]);
  });

  it('makes no version of what is the newest already, and one of what was before it', () => {
    const { save, versions } = begin();
    save('one');
    expect(save('one')).toEqual([]);
    expect(save('one', 'ko')).toHaveLength(1);
    save('two');
    save('one');
    expect(versions()).toHaveLength(4);
  });

  it('is undone by itself, whatever came later', () => {
    const { log, save, versions } = begin();
    save('one');
    const first = log.last('post-mortem.saved');
    save('two');
    log.do({ type: 'undo', eventId: first.id });
    expect(versions().map(({ text }) => text)).toEqual(['two']);
  });

  it('loses its text when that is removed, in every replica, and stays a version', () => {
    const { log, save, versions } = begin();
    save('the password is hunter2');
    const saved = log.last('post-mortem.saved');
    log.do({ type: 'redact', eventId: saved.id });
    expect(JSON.stringify(versions())).not.toContain('hunter2');
    expect(versions()).toMatchObject([{ redacted: true, language: 'en' }]);
    expect(readEvent(JSON.parse(JSON.stringify(redact(saved))))).toBeDefined();
  });

  it('is refused for an incident that is not there, or that was merged', () => {
    const { log, incidentId } = begin();
    const other = log.incident({ title: 'other' });
    const command = { type: 'save-post-mortem', text: 'x', language: 'en' } as const;
    expect(log.refusal({ ...command, incidentId: 'none' })).toBe('no-such-incident');
    log.do({ type: 'merge-incidents', from: incidentId, into: other });
    expect(log.refusal({ ...command, incidentId })).toBe('incident-merged');
  });

  it('takes a long document, and none that is empty or without end', () => {
    const fits = (text: string) =>
      v.safeParse(commandSchema, { type: 'save-post-mortem', incidentId: 'i', text, language: 'ko' }).success;
    expect(fits('x'.repeat(DOCUMENT_TEXT_LIMIT))).toBe(true);
    expect(fits('x'.repeat(DOCUMENT_TEXT_LIMIT + 1))).toBe(false);
    expect(fits('')).toBe(false);
  });
});
