import { hasChannel, hasContact, shareOf } from './markers.ts';
import { sameName } from './same-name.ts';
import type { Table } from './table-columns.ts';
import { raised, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS, LABELS } from './word-hints.ts';

/** Tables of channels (process document 4.1), of contacts (9.3), of roles (3.1). */
export function asChannels({ header, columns, rows }: Table, around: Surroundings): Verdict | undefined {
  const shares = columns.map((texts) => shareOf(texts, hasChannel));
  const best = shares.reduce((found, share, index) => (share > (shares[found] ?? 0) ? index : found), 0);
  const isNamed = HINTS.channel.test(header[best] ?? '') || titled(HINTS.channel, around.titles.slice(0, 1));
  const share = shares[best] ?? 0;
  // A column of people and their channels is one of contacts.
  const people = columns.some(
    (texts) => shareOf(texts, (text) => /(?:^|\s)@[\w.-]+|[\w.+-]+@[\w-]+\.\w/.test(text)) >= 0.3,
  );
  if (share < (isNamed ? 0.3 : 0.5) || people) return undefined;
  const others = header.map((label, index) => ({ label, index })).filter(({ index }) => index !== best);
  const purpose =
    others.find(({ label }) => LABELS.purpose.test(label) && !LABELS.audience.test(label)) ?? others[0];
  const audience =
    others.find(({ label, index }) => index !== purpose?.index && LABELS.audience.test(label)) ??
    others.find(({ index }) => index !== purpose?.index);
  const found = rows.map((row) => ({
    name: row[best]?.text ?? '',
    purpose: row[purpose?.index ?? -1]?.text ?? '',
    audience: row[audience?.index ?? -1]?.text ?? '',
  }));
  return taken({ kind: 'channels', rows: found }, raised('medium', isNamed), 'channel-names');
}

export function asContacts({ header, columns, rows }: Table, around: Surroundings): Verdict | undefined {
  const shares = columns.map((texts) => shareOf(texts, hasContact));
  const named = header.findIndex((label, index) => LABELS.how.test(label) && (shares[index] ?? 0) >= 0.4);
  const best =
    named === -1
      ? shares.reduce((found, share, index) => (share >= (shares[found] ?? 0) ? index : found), 0)
      : named;
  if ((shares[best] ?? 0) < 0.5 || header.length < 2) return undefined;
  const others = header.map((label, index) => ({ label, index })).filter(({ index }) => index !== best);
  const role =
    others.find(({ label }) => HINTS.role.test(label) && !LABELS.who.test(label)) ??
    others.find(({ label }) => !LABELS.who.test(label)) ??
    others[0];
  const who = others.find(({ index }) => index !== role?.index);
  const found = rows.map((row) => {
    const how = row[best]?.text ?? '';
    return {
      role: row[role?.index ?? -1]?.text || how,
      who: row[who?.index ?? -1]?.text || (row[role?.index ?? -1]?.text ?? ''),
      how,
    };
  });
  const isNamed = titled(HINTS.contact, [...header, ...around.titles]);
  return taken({ kind: 'contacts', rows: found }, raised('medium', isNamed), 'contact-means');
}

/** Names with what they answer for (process document 3.1): the faintest of marks, so it comes last. */
export function asRoles({ header, columns, rows }: Table, around: Surroundings): Verdict | undefined {
  const [names = []] = columns;
  const isNamed =
    header.some((label) => HINTS.role.test(label)) || titled(HINTS.role, around.titles.slice(0, 2));
  const isBold = rows.every(([first]) => first?.bold === true);
  const recurs = names.filter((name) => around.headings.some((heading) => sameName(heading, name))).length;
  const isShort = names.every((name) => name !== '' && name.length <= 60);
  if (
    header.length < 2 ||
    header.length > 4 ||
    rows.length < 2 ||
    !isShort ||
    !(isNamed || isBold || recurs >= 2)
  )
    return undefined;
  const who = header.findIndex(
    (label, index) => index > 0 && LABELS.who.test(label) && !LABELS.purpose.test(label),
  );
  const whoColumn = who === -1 ? (header.length > 2 ? header.length - 1 : -1) : who;
  const purpose = header.findIndex((_, index) => index > 0 && index !== whoColumn);
  const found = rows.map((row) => ({
    title: row[0]?.text ?? '',
    purpose: row[purpose]?.text || (row[0]?.text ?? ''),
    who: row[whoColumn]?.text ?? '',
  }));
  const why = [
    ...(isBold ? (['bold-names'] as const) : []),
    ...(recurs > 0 ? (['names-used-elsewhere'] as const) : []),
    ...(isNamed ? (['words'] as const) : []),
  ];
  return taken(
    { kind: 'roles', rows: found },
    isNamed && (isBold || recurs > 0) ? 'high' : isNamed ? 'medium' : 'low',
    ...why,
  );
}
