import type { PageLink, PageWarning } from '#shared/domain/event/payloads.ts';
import { readLabels, readLinks } from '#shared/domain/page/generic-page.ts';
import {
  LIMITS,
  type PageInput,
  readInstant,
  readKey,
  readPlausibleInstant,
  readSeverity,
  readSourceStart,
  type ReadingContext,
} from '#shared/domain/page/page-input.ts';
import { shorten } from '#shared/domain/page/hostile-text.ts';
import { Warnings } from '#shared/domain/page/warning.ts';
import { asFields, type Candidate, type Fields, firstText } from './fields.ts';

/** What the alerts of one webhook have in common. */
export interface AlertmanagerGroup {
  readonly status: unknown;
  readonly commonLabels: Fields;
  readonly commonAnnotations: Fields;
  readonly externalURL: unknown;
  readonly warnings: readonly PageWarning[];
}

/** Alertmanager is written in Go, whose zero time stands for "none". Nothing fires before this one ends. */
const ZERO_TIME_ENDS = Date.parse('0002-01-01T00:00:00Z');

/**
 * Reads one alert. It always becomes a page, whatever is odd about it.
 * @param path where the alert stands in the webhook (JSON Pointer)
 */
export function readAlert(
  alert: Fields,
  path: string,
  group: AlertmanagerGroup,
  context: ReadingContext,
): PageInput {
  const warnings = new Warnings();
  warnings.list.push(...group.warnings);
  const labels = lookUp(alert.labels, `${path}/labels`, group.commonLabels, '/commonLabels');
  const notes = lookUp(
    alert.annotations,
    `${path}/annotations`,
    group.commonAnnotations,
    '/commonAnnotations',
  );
  const named = firstText([...notes('summary'), ...notes('title')], LIMITS.title, warnings);
  const title = named === '' ? alertName(labels, warnings) : named;
  const key = keyOf(alert, title, path, context, warnings);
  const summary = [...notes('description'), ...notes('message')];
  return {
    source: 'alertmanager',
    key,
    ...startOf(alert.startsAt, `${path}/startsAt`, context, warnings),
    action: actionOf(alert.status, `${path}/status`, group.status, warnings),
    title: title === '' ? untitled(key, path, warnings) : title,
    ...severityOf([...labels('severity'), ...labels('priority')], context, warnings),
    summary: firstText(summary, LIMITS.summary, warnings, 'many'),
    service: firstText([...labels('service'), ...labels('job')], LIMITS.service, warnings),
    links: linksOf(alert, path, notes, group, warnings),
    labels: readLabels(alert.labels, `${path}/labels`, warnings),
    warnings: warnings.list,
    test: false,
  };
}

type LookUp = (name: string) => Candidate[];

/** An alert's own value, then that of its group. */
function lookUp(own: unknown, ownPath: string, common: Fields, commonPath: string): LookUp {
  const fields = asFields(own) ?? {};
  return (name) =>
    [
      { value: fields[name], path: `${ownPath}/${name}` },
      { value: common[name], path: `${commonPath}/${name}` },
    ].filter(({ value }) => value !== undefined && value !== null);
}

/** `alertname (instance)`: without the instance, ten hosts with one trouble read alike. */
function alertName(labels: LookUp, warnings: Warnings): string {
  const name = firstText(labels('alertname'), LIMITS.title - LIMITS.service, warnings);
  const instance = firstText(labels('instance'), LIMITS.service - 3, warnings);
  return name === '' || instance === '' ? name : `${name} (${instance})`;
}

function untitled(key: string, path: string, warnings: Warnings): string {
  warnings.add(path, 'no-name');
  return shorten(`Alert ${key}`, LIMITS.title);
}

function keyOf(
  alert: Fields,
  title: string,
  path: string,
  { hash }: ReadingContext,
  warnings: Warnings,
): string {
  const { fingerprint } = alert;
  if (typeof fingerprint === 'string' && fingerprint.trim() !== '') return readKey(fingerprint, hash);
  warnings.add(`${path}/fingerprint`, 'no-fingerprint');
  const labels = Object.entries(asFields(alert.labels) ?? {}).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  // Alerts without any label would all have one key.
  const identity = labels.length === 0 ? [title, asFields(alert.annotations) ?? null] : labels;
  return `~${hash(JSON.stringify(identity)).slice(0, 32)}`;
}

/** `startsAt` as identity and as time. Go's zero time is none: as identity, it would make every firing one. */
function startOf(
  value: unknown,
  path: string,
  { now }: ReadingContext,
  warnings: Warnings,
): Pick<PageInput, 'startedAt' | 'sourceStartedAt'> {
  const startedAt = readPlausibleInstant(value, path, now, warnings, 'start') ?? now;
  const sourceStartedAt = (readInstant(value) ?? now) < ZERO_TIME_ENDS ? undefined : readSourceStart(value);
  return { startedAt, ...(sourceStartedAt === undefined ? {} : { sourceStartedAt }) };
}

function actionOf(value: unknown, path: string, ofGroup: unknown, warnings: Warnings): PageInput['action'] {
  if (value === 'firing' || value === 'resolved') return value;
  // A group is resolved only when all of its alerts are.
  const action = (value === undefined || value === null) && ofGroup === 'resolved' ? 'resolved' : 'firing';
  warnings.add(path, 'unknown-status', { action });
  return action;
}

function severityOf(candidates: readonly Candidate[], context: ReadingContext, warnings: Warnings) {
  const given = candidates.find(({ value }) => value !== '');
  return readSeverity(given?.value, given?.path ?? '', context, warnings);
}

function linksOf(
  alert: Fields,
  path: string,
  notes: LookUp,
  group: AlertmanagerGroup,
  warnings: Warnings,
): PageLink[] {
  const named = [
    ...[...notes('runbook_url'), ...notes('runbook')]
      .slice(0, 1)
      .map((each) => ({ label: 'Runbook', ...each })),
    ...[...notes('dashboard'), ...notes('dashboard_url')]
      .slice(0, 1)
      .map((each) => ({ label: 'Dashboard', ...each })),
    { label: 'Source', value: alert.generatorURL, path: `${path}/generatorURL` },
    { label: 'Alertmanager', value: group.externalURL, path: '/externalURL' },
  ];
  return named.flatMap(({ label, value, path: at }) => {
    if (value === undefined || value === null || value === '') return [];
    const links = readLinks([{ label, url: value }], at, new Warnings());
    if (links.length === 0) warnings.add(at, 'bad-link');
    return links;
  });
}
