import { MINUTE_MS } from '../duration.ts';
import type { DraftSeverity } from './draft-severities.ts';
import type { DraftSource, FoundAs } from './draft-source.ts';
import { durationsIn, writeDuration } from './durations.ts';
import { fieldEntry } from './field-entry.ts';
import { freshId, slugOf } from './fresh-id.ts';
import { type MessageTemplate, readTemplate, type TemplateField } from './read-template.ts';
import { sameName } from './same-name.ts';
import { severitiesIn } from './severity-labels.ts';
import { HINTS } from './word-hints.ts';

type Kind = 'declaration' | 'update' | 'resolution' | 'other';
interface Channel {
  readonly id: string;
  readonly [key: string]: unknown;
}
type Found = FoundAs<'template'>;

/** Channels (process document 4.1), templates (4.2), the status page (4.3), when updates are due. */
export function draftMessages(
  source: DraftSource,
  severities: readonly DraftSeverity[],
  roles: readonly { readonly id: string; readonly title: string }[],
) {
  const channels = channelsOf(source, severities);
  const incident = channels.find(({ id }) => id === 'incident') ?? channels[0];
  const known: KnownFields = new Map();
  const kinds = kindsOf(source.all('template'));
  const used = new Set<string>(['escalation']);
  const templates: Record<string, unknown>[] = source.all('template').map((finding, index) => {
    const kind = kinds[index] ?? 'other';
    const { title, template } = finding.content;
    const id = freshId(slugOf(title) || kind, 'template', used);
    used.add(id);
    source.from(`templates.${index}`, finding);
    const { body, fields } = withOwnNames(template, known, roles);
    return {
      id,
      title: title || id,
      kind,
      channels: incident === undefined ? [] : [incident.id],
      fields,
      body,
    };
  });
  let update = templates.find(({ kind }) => kind === 'update')?.['id'];
  if (update === undefined) {
    source.lacks('update-template', 'default');
    const standing = source.baseTemplates(source.base.updates.template, channels, roles);
    templates.push(...standing);
    update = source.base.updates.template;
  }
  const every = everyOf(source);
  if (every === undefined) source.lacks('updates', 'default');
  return {
    channels,
    templates,
    updates: { every: writeDuration(every ?? source.base.updates.every), template: update },
    statusPage: statusPageOf(source, channels, used, known),
    incidentChannel: incidentChannelOf(source),
  };
}

function channelsOf(source: DraftSource, severities: readonly DraftSeverity[]): Channel[] {
  const used = new Set<string>();
  const known = new Set(severities.map(({ id }) => id));
  const channels = source.all('channels').flatMap((finding) =>
    finding.content.rows.flatMap(({ name, purpose, audience }): Channel[] => {
      const written = datedName(name);
      if (written === '') return [];
      const isIncident = written.includes('{date}') && !used.has('incident');
      const id = isIncident ? 'incident' : freshId(written.replace(/^.*#/, ''), 'channel', used);
      used.add(id);
      source.from(`channels.${used.size - 1}`, finding);
      const only = severitiesIn(`${audience} ${purpose}`, source.grading).filter((severity) =>
        known.has(severity),
      );
      const limits = only.length > 0 ? { severities: only } : {};
      const words = { purpose: purpose || written, audience: audience || purpose || written };
      return [{ id, name: written, ...words, form: formOf(written), ...limits }];
    }),
  );
  if (channels.length === 0) source.lacks('channels', 'empty');
  return channels;
}

/** A channel's name may have the day in it, and nothing else in braces. */
function datedName(name: string): string {
  return name
    .replaceAll(
      /<[^<>]*(?:date|yyyy|날짜|일자)[^<>]*>|\{[^{}]*(?:date|yyyy|날짜|일자)[^{}]*\}|Y{4}-?M{2}-?D{2}/gi,
      '{date}',
    )
    .replaceAll(/\{(?!date\})|(?<!\{date)\}/g, '')
    .trim();
}

function formOf(name: string): string {
  if (/status ?page|상태 ?페이지/i.test(name)) return 'status-page';
  if (/mail|메일/i.test(name)) return 'email';
  if (/#|slack/i.test(name)) return 'slack';
  return /teams|wiki|notion|github|confluence|mattermost|discord/i.test(name) ? 'markdown' : 'plain';
}

/** What each message is for: by its blanks and its words; else by its place, first to last. */
function kindsOf(found: readonly Found[]): Kind[] {
  const kinds = found.map(({ content: { title, template } }): Kind => {
    const isTimed = template.fields.some(({ source }) => source === 'minutes-since-detection');
    const head = `${title}\n${template.body.split('\n').find((line) => line.trim() !== '') ?? ''}`;
    if (isTimed || HINTS.update.test(head)) return 'update';
    if (HINTS.resolution.test(head)) return 'resolution';
    return HINTS.declaration.test(head) ? 'declaration' : 'other';
  });
  if (kinds.some((kind) => kind !== 'other') || found.length < 3) return kinds;
  return kinds.map((_, index) =>
    index === 0
      ? 'declaration'
      : index === kinds.length - 1
        ? 'resolution'
        : index === 1
          ? 'update'
          : 'other',
  );
}

/** Fields of the messages before, by their names. */
type KnownFields = Map<string, { readonly type: TemplateField['type']; readonly label: string }>;

/**
 * A field's name means the same in every message: one of another type gets a name of its own, and so does one that is only
 * numbered and asks for something else. A person's field that is called as a role is filled with who holds that.
 */
function withOwnNames(
  { body, fields }: MessageTemplate,
  known: KnownFields,
  roles: readonly { readonly id: string; readonly title?: string }[] = [],
): MessageTemplate {
  let written = body;
  const own = fields.map((field): TemplateField => {
    const before = known.get(field.id);
    const isSame =
      before === undefined ||
      (before.type === field.type && (before.label === field.label || !/-\d+$/.test(field.id)));
    const others = new Set([...known.keys(), ...fields.map(({ id }) => id)]);
    const id = isSame
      ? field.id
      : freshId(before.type === field.type ? '' : `${field.id}-${field.type}`, 'field', others);
    if (id !== field.id) written = written.replaceAll(`{${field.id}}`, `{${id}}`);
    known.set(id, field);
    const role =
      field.type === 'person' ? roles.find(({ title = '' }) => sameName(title, field.label)) : undefined;
    return { ...field, id, ...(role === undefined ? {} : { role: role.id }) };
  });
  return { body: written, fields: own };
}

function statusPageOf(
  source: DraftSource,
  channels: readonly Channel[],
  used: ReadonlySet<string>,
  known: KnownFields,
): Record<string, unknown> {
  const { statusPage } = source.base;
  const finding = source.only('status-page');
  const own = channels.filter(({ form }) => form === 'status-page').map(({ id }) => id);
  const id = freshId(statusPage.id, 'status-page', used);
  if (finding === undefined) {
    source.lacks('status-page', 'default');
    return {
      ...statusPage,
      id,
      channels: own,
      fields: statusPage.fields.map((field) => fieldEntry(field, [])),
    };
  }
  source.from('statusPage', finding);
  const { states } = finding.content;
  const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const texts = states.flatMap(({ title, message }) => [`» ${oneLine(title)}`, `» ${oneLine(message)}`]);
  const read = withOwnNames(readTemplate(texts.join('\n')), known);
  const written = read.body.split('\n').map((line) => line.replace(/^» /, ''));
  const ids = new Set<string>();
  return {
    id,
    title: statusPage.title,
    channels: own,
    fields: read.fields,
    states: states.map(({ name, colour }, index) => {
      const state = freshId(name, 'state', ids);
      ids.add(state);
      return {
        id: state,
        label: name.charAt(0).toUpperCase() + name.slice(1),
        title: written[index * 2] ?? name,
        message: written[index * 2 + 1] ?? name,
        colour: colour ?? 'yellow',
      };
    }),
  };
}

function incidentChannelOf(source: DraftSource): string {
  for (const finding of source.all('channels')) {
    for (const { name } of finding.content.rows) {
      const dated = /#[\p{L}\d_-]*\{date\}[\p{L}\d_-]*/u.exec(datedName(name))?.[0];
      if (dated !== undefined) {
        source.from('incidentChannel', finding);
        return dated;
      }
    }
  }
  source.lacks('incident-channel', 'default');
  return source.base.incidentChannel;
}

/** "Updates every 15 minutes", in a message or among the duties. */
function everyOf(source: DraftSource): number | undefined {
  const said = [
    ...source
      .all('template')
      .flatMap((finding) => finding.content.template.body.split('\n').map((text) => ({ text, finding }))),
    ...source.all('duties').flatMap((finding) => finding.content.items.map((text) => ({ text, finding }))),
    ...source
      .all('quick-reference')
      .flatMap((finding) => finding.content.items.map((text) => ({ text, finding }))),
  ];
  for (const { text, finding } of said) {
    const ms = durationsIn(text)[0]?.ms ?? 0;
    if (ms >= MINUTE_MS && /every|간격|마다|alle |cada|toutes/i.test(text)) {
      source.from('updates', finding);
      return ms;
    }
  }
  return undefined;
}
