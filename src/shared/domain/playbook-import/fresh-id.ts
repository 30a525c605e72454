/** What becomes an id of a text: its Latin letters and digits; empty where it has too few to be told by. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const letters = text.replaceAll(/[\s\p{P}\p{S}\d]/gu, '').length;
  // A Latin word in a Korean sentence does not tell one item from another.
  return slug.length >= 2 && slug.replaceAll(/[-\d]/g, '').length * 2 >= letters ? slug : '';
}

/** An id for a text that none of `used` is: its slug, or `kind-N`. */
export function freshId(text: string, kind: string, used: ReadonlySet<string>): string {
  const slug = slugOf(text);
  if (slug !== '' && !used.has(slug)) return slug;
  const stem = slug === '' ? kind : slug;
  let number = slug === '' ? 1 : 2;
  while (used.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
