import type { ListBlock } from './document.ts';
import { textsOf, wholeText } from './list-texts.ts';
import { hasChannel, hasContact } from './markers.ts';
import { sameName } from './same-name.ts';
import { raised, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS } from './word-hints.ts';

/** 3.2: what a role answers for, under a heading that names it. */
export function asDuties(list: ListBlock, { titles, roleNames }: Surroundings): Verdict | undefined {
  const level = titles.findIndex((title) => roleNames.some((name) => isAbout(title, name)));
  if (level === -1 || level > 2) return undefined;
  const role = roleNames.find((name) => isAbout(titles[level] ?? '', name)) ?? '';
  const group = level === 0 ? '' : (titles[0] ?? '');
  return taken({ kind: 'duties', role, group, items: textsOf(list) }, 'high', 'under-a-role');
}

function isAbout(title: string, name: string): boolean {
  if (sameName(title, name)) return true;
  const at = title.toLowerCase().indexOf(name.toLowerCase());
  return (
    at !== -1 &&
    name.length >= 2 &&
    !/[a-z]/i.test(title[at - 1] ?? ' ') &&
    !/[a-z]/i.test(title[at + name.length] ?? ' ') &&
    title.length < name.length + 30
  );
}

export function asChannels({ items }: ListBlock, { titles }: Surroundings): Verdict | undefined {
  const isNamed = titled(HINTS.channel, titles.slice(0, 2));
  const labelled = items.filter(({ label }) => hasChannel(label));
  if (items.length < 2 || labelled.length < items.length * (isNamed ? 0.3 : 0.6)) return undefined;
  const rows = items.map(({ label, rest, text }) => {
    const [purpose = '', ...audience] = rest.split(/[;(]|\s[-–—]\s/);
    return {
      name: label || text,
      purpose: purpose.trim(),
      audience: audience
        .join(' ')
        .replace(/\)\s*$/, '')
        .trim(),
    };
  });
  return taken({ kind: 'channels', rows }, raised('medium', isNamed), 'channel-names');
}

export function asContacts({ items }: ListBlock, { titles }: Surroundings): Verdict | undefined {
  const isNamed = titled(HINTS.contact, titles.slice(0, 2));
  const reached = items.filter(
    (item) => item.label !== '' && hasContact(wholeText(item).slice(item.label.length)),
  );
  if (items.length < 2 || reached.length < items.length * 0.6) return undefined;
  const rows = reached.map((item) => {
    const said = [item.rest, ...item.items.map(({ text }) => text)].filter((text) => text !== '').join(', ');
    const [who = '', ...how] = said.split(/,\s*|\s[-–—|]\s/);
    return how.length === 0
      ? { role: item.label, who: item.label, how: who }
      : { role: item.label, who: who.trim(), how: how.join(', ').trim() };
  });
  return taken({ kind: 'contacts', rows }, raised('medium', isNamed), 'contact-means');
}

export function asRoles({ items }: ListBlock, { titles, headings }: Surroundings): Verdict | undefined {
  const isNamed = titled(HINTS.role, titles.slice(0, 2));
  const labelled = items.filter(
    ({ label, rest, items: nested }) =>
      label !== '' && label.length <= 60 && (rest !== '' || nested.length > 0),
  );
  const isBold = labelled.every(({ bold }) => bold);
  const recurs =
    labelled.filter(({ label }) => headings.some((heading) => sameName(heading, label))).length > 0;
  if (labelled.length < 2 || labelled.length < items.length || !(isNamed || (recurs && isBold)))
    return undefined;
  const rows = labelled.map(({ label, rest, items: nested }) => {
    const who = /\(([^()]+)\)\s*\.?$/.exec(rest)?.[1] ?? '';
    const purpose = who === '' ? rest : rest.slice(0, rest.lastIndexOf('(')).trim();
    return { title: label, purpose: purpose || nested.map(({ text }) => text).join(', '), who };
  });
  return taken(
    { kind: 'roles', rows },
    isNamed && isBold ? 'high' : isNamed ? 'medium' : 'low',
    ...(isBold ? (['bold-names'] as const) : []),
    ...(recurs ? (['names-used-elsewhere'] as const) : []),
    ...(isNamed ? (['words'] as const) : []),
  );
}
