import { parseDuration } from '../duration.ts';
import { drawingsOf } from './choices.ts';
import type { DraftSeverity } from './draft-severities.ts';
import { lines } from './draft-severities.ts';
import type { DraftSource } from './draft-source.ts';
import { durationIn, writeDuration } from './durations.ts';
import { freshId } from './fresh-id.ts';
import { type EscalationLevel, levelsInDrawing } from './read-escalation.ts';
import { sameName } from './same-name.ts';
import { severitiesIn } from './severity-labels.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
}
interface RoleEntry extends Entry {
  readonly [key: string]: unknown;
}

/** Roles and their duties (process document 3.1, 3.2), contacts (9.3), the escalation (3.3). */
export function draftCoordination(source: DraftSource, severities: readonly DraftSeverity[]) {
  const roles = rolesOf(source);
  const contacts = contactsOf(source);
  const flags: Entry[] = [];
  const escalation = escalationOf(source, contacts, severities, flags);
  return { roles, contacts, escalation, flags };
}

function rolesOf(source: DraftSource): RoleEntry[] {
  const used = new Set<string>();
  const roles = source.all('roles').flatMap((finding) =>
    finding.content.rows.map((row): RoleEntry => {
      const [, full = '', short = ''] = /^(.*?)\s*\(([^()]{1,12})\)\s*$/.exec(row.title) ?? [];
      const title = full || row.title;
      const id = freshId(title, 'role', used);
      used.add(id);
      source.from(`roles.${used.size - 1}`, finding);
      const duties = dutiesOf(source, id, [title, short]);
      return {
        id,
        title,
        ...(short === '' ? {} : { short }),
        purpose: row.purpose || title,
        who: row.who || title,
        duties,
      };
    }),
  );
  if (roles.length === 0) source.lacks('roles', 'empty');
  return roles;
}

function dutiesOf(source: DraftSource, role: string, names: readonly string[]): unknown[] {
  const groups = source
    .all('duties')
    .filter(({ content }) => names.some((name) => name !== '' && sameName(name, content.role)));
  const usedGroups = new Set<string>();
  let count = 0;
  return groups.map(({ content: { group, items } }) => {
    const id = freshId(group || 'responsibilities', 'duty', usedGroups);
    usedGroups.add(id);
    return {
      id,
      title: group || names[0],
      items: items.map((text) => {
        count += 1;
        return { id: `${role}-${count}`, text };
      }),
    };
  });
}

function contactsOf(source: DraftSource) {
  const used = new Set<string>();
  const contacts = source.all('contacts').flatMap((finding) =>
    finding.content.rows.flatMap(({ role, who, how }) => {
      if (role === '' || how === '') return [];
      const id = freshId(role, 'contact', used);
      used.add(id);
      source.from(`contacts.${used.size - 1}`, finding);
      return [{ id, role, who: who || role, how }];
    }),
  );
  if (contacts.length === 0) source.lacks('contacts', 'empty');
  return contacts;
}

function escalationOf(
  source: DraftSource,
  contacts: readonly { readonly id: string; readonly role: string }[],
  severities: readonly DraftSeverity[],
  flags: Entry[],
) {
  const [finding] = source.all('escalation');
  const written = source.answers('escalation');
  const levels = finding?.content.levels ?? (written === undefined ? [] : writtenLevels(written, source));
  if (finding !== undefined) source.from('escalation', finding);
  if (levels.length === 0) {
    source.lacks('escalation', 'empty');
    return undefined;
  }
  source.lacks('escalation-template', 'default');
  const known = new Set(severities.map(({ id }) => id));
  return {
    levels: levels.map(({ title, calls }, index) => {
      const contact = contacts.find(({ role }) => isCalled(role, title));
      return {
        id: `level-${index + 1}`,
        title,
        ...(contact === undefined ? {} : { contact: contact.id }),
        calledWhen: calls.flatMap((call): unknown[] => {
          const { text, unacknowledgedMs, unresolvedMs } = call;
          if (unacknowledgedMs !== undefined)
            return [{ when: 'unacknowledged', after: writeDuration(unacknowledgedMs), text }];
          if (unresolvedMs !== undefined)
            return [{ when: 'unresolved', after: writeDuration(unresolvedMs), text }];
          const named = (call.severities ?? []).filter((severity) => known.has(severity));
          if (named.length > 0) return [{ when: 'severity', severities: named, text }];
          if (call.severities !== undefined) return [];
          return [{ when: 'flag', flag: flagOf(text, flags), text }];
        }),
      };
    }),
    template: 'escalation',
  };
}

function isCalled(role: string, title: string): boolean {
  const one = role.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');
  const other = title.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');
  return (
    sameName(role, title) ||
    (one.length > 3 && other.includes(one)) ||
    (other.length > 3 && one.includes(other))
  );
}

function flagOf(title: string, flags: Entry[]): string {
  const known = flags.find((flag) => flag.title === title);
  if (known !== undefined) return known.id;
  const id = freshId(title, 'flag', new Set(flags.map((flag) => flag.id)));
  flags.push({ id, title });
  return id;
}

/** Levels as a person left them in the blanks. */
function writtenLevels(
  written: ReadonlyMap<string, string>,
  { grading, report }: DraftSource,
): EscalationLevel[] {
  const drawing = drawingsOf(report).get('escalation');
  const drawn =
    drawing === undefined ? [] : levelsInDrawing(drawing.text, grading).flatMap(({ calls }) => calls);
  const levels: EscalationLevel[] = [];
  for (let level = 1; level <= 9; level += 1) {
    const of = (part: string): string => written.get(`level.${level}.${part}`)?.trim() ?? '';
    const title = of('title');
    if (title === '') continue;
    const timed = (['unacknowledged', 'unresolved'] as const).flatMap((part) => {
      const ms = parseDuration(of(part)) ?? durationIn(of(part));
      if (ms === undefined) return [];
      const call = part === 'unacknowledged' ? { unacknowledgedMs: ms } : { unresolvedMs: ms };
      // In the document's own words, where it is what the document says.
      const said = drawn.find(
        (each) => each.unacknowledgedMs === call.unacknowledgedMs && each.unresolvedMs === call.unresolvedMs,
      );
      return [{ text: said?.text ?? of(part), ...call }];
    });
    const atOnce = (lines(of('at-once')) ?? []).map((text) => {
      const severities = severitiesIn(text, grading);
      return severities.length > 0 ? { text, severities } : { text };
    });
    levels.push({ title, calls: level === 1 ? [] : [...timed, ...atOnce] });
  }
  return levels;
}
