import type { TFunction } from 'i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Scope } from '#shared/domain/metrics/dashboard.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { LeftOut } from '#shared/domain/metrics/measure.ts';
import type { Month } from '#shared/domain/metrics/months.ts';
import type { TileId } from '#shared/domain/metrics/tiles.ts';
import { toZonedInput } from '#shared/domain/zoned-time.ts';
import type { Language } from '#shared/settings.ts';
import { durationWords } from '../../ui/format.ts';

/** A mean need not be a whole second: to the nearest minute, under one to the nearest second. */
export function spanWords(t: TFunction, ms: number): string {
  return durationWords(
    t,
    ms < MINUTE_MS ? Math.round(ms / 1000) * 1000 : Math.round(ms / MINUTE_MS) * MINUTE_MS,
  );
}

/** A tile's value. */
export function valueWords(t: TFunction, id: TileId, value: number, language: Language): string {
  if (id === 'incident-rate')
    return t('history.perMonth', { rate: value.toLocaleString(language, { maximumFractionDigits: 1 }) });
  if (id === 'action-item-completion') return shareWords(value, language);
  return spanWords(t, value);
}

/** One half of a tile's trend: shorter than the value above it. */
export function trendWords(t: TFunction, id: TileId, value: number, language: Language): string {
  if (id === 'incident-rate') return value.toLocaleString(language, { maximumFractionDigits: 1 });
  return valueWords(t, id, value, language);
}

/** Never 100 % while one is missing. */
export function shareWords(share: number, language: Language): string {
  const shown = share < 1 ? Math.min(0.99, share) : 1;
  return shown.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
}

/** `Nov 2026`, or without its year where the axis has no room for it. */
export function monthWords({ key }: Pick<Month, 'key'>, language: Language, withYear = true): string {
  const [year = 0, month = 1] = key.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, 15)).toLocaleDateString(language, {
    month: 'short',
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
  });
}

/** `2026-11-23 02:11` in a time zone. */
export function dateWords(at: Instant, timeZone: string): string {
  return toZonedInput(at, timeZone).replace('T', ' ');
}

export function leftOutWords(t: TFunction, leftOut: readonly LeftOut[]): string {
  return leftOut
    .map(({ reason, ids }) => t(`history.leftOutReason.${reason}`, { count: ids.length }))
    .join(', ');
}

export function scopeWords(t: TFunction, scope: Scope): string {
  return scope === 'all' ? t('history.all') : scope;
}

export function stateWords(t: TFunction, { notCounted, closedAt, resolvedAt }: IncidentFigures): string {
  if (notCounted === 'merged') return t('history.state.merged');
  if (closedAt !== undefined) return t('history.state.closed');
  return t(resolvedAt === undefined ? 'history.state.open' : 'history.state.resolved');
}
