/** Whether two names are one but for their short form in brackets, and for capitals. */
export function sameName(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/\(.*?\)/g, '')
      .trim()
      .toLowerCase();
  return plain(one) !== '' && plain(one) === plain(other);
}
