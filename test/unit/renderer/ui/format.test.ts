import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import {
  clockFigures,
  durationWords,
  elapsedFigures,
  timeOfDay,
} from '../../../../src/renderer/ui/format.ts';
import { fromZonedInput, toZonedInput } from '#shared/domain/zoned-time.ts';

describe('figures', () => {
  it('count as a clock does', () => {
    expect(clockFigures(468_999)).toBe('7:48');
    expect(clockFigures(-1)).toBe('0:00');
    expect(elapsedFigures(432_000)).toBe('T+07:12');
    expect(elapsedFigures(HOUR_MS + 432_000)).toBe('T+1:07:12');
    expect(elapsedFigures(3 * DAY_MS + 5 * MINUTE_MS)).toBe('T+3d 00:05:00');
    expect(elapsedFigures(DAY_MS + 4 * HOUR_MS)).toBe('T+1d 04:00:00');
  });

  it('become words to two units, in either language', () => {
    const t = createTranslator('ko', catalogues).getFixedT('ko');
    expect(durationWords(t, 26 * HOUR_MS)).toBe('1일 2시간');
    expect(durationWords(t, HOUR_MS + 12 * MINUTE_MS)).toBe('1시간 12분');
    expect(durationWords(t, 4000)).toBe('4초');
  });

  it('name the day when it is another one', () => {
    const at = Date.parse('2026-11-23T17:11:00Z');
    expect(timeOfDay(at, 'Asia/Seoul', 'en', at + HOUR_MS)).toBe('02:11');
    expect(timeOfDay(at, 'Asia/Seoul', 'en', at - DAY_MS)).toBe('Nov 24 02:11');
  });
});

describe('a time typed in the playbook’s zone', () => {
  it('comes back as the same instant, on either side of a change of clocks', () => {
    const zones = fc.constantFrom('Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC');
    // Not the hour that a change of clocks repeats: it has two meanings.
    const days = fc.integer({ min: 20_000, max: 24_000 }).map((day) => day * DAY_MS + 12 * HOUR_MS);
    fc.assert(
      fc.property(zones, days, (zone, at) => {
        expect(fromZonedInput(toZonedInput(at, zone), zone)).toBe(at);
      }),
    );
  });

  it('is nothing when it cannot be read', () => {
    expect(fromZonedInput('', 'Asia/Seoul')).toBeUndefined();
  });
});
