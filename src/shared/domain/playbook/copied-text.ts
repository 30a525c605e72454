/**
 * The text of a playbook under another id and title, for a copy: every other line, comments too, stays as it was. Its
 * services become a comment: two playbooks that name one service would leave it to neither.
 *
 * Keys at the first column belong to the playbook itself: whatever is inside is indented. A text in which they do not
 * stand so (a single flow mapping) comes back without the change.
 */
export function copiedText(text: string, changes: { readonly id: string; readonly title?: string }): string {
  const lines = text.split('\n');
  let isService = false;
  let isReplaced = false;
  return lines
    .flatMap((line) => {
      const key = /^["']?([A-Za-z]+)["']?[ \t]*:/.exec(line)?.[1];
      isService = key === 'services' || (isService && key === undefined && /^(?:[ \t-]|\r?$)/.test(line));
      // What a title goes on with is a part of it.
      isReplaced = isReplaced && key === undefined && /^(?:[ \t]|\r?$)/.test(line);
      if (isReplaced) return line.trim() === '' ? [line] : [];
      if (isService && line.trim() !== '') return `# ${line}`;
      const end = line.endsWith('\r') ? '\r' : '';
      if (key === 'id') return `id: ${changes.id}${end}`;
      if (key === 'title' && changes.title !== undefined) {
        isReplaced = true;
        return `title: ${quoted(changes.title)}${end}`;
      }
      return line;
    })
    .join('\n');
}

/** A YAML scalar that is this text, whatever is in it: JSON is YAML. */
function quoted(title: string): string {
  return JSON.stringify(title);
}

/** The first id made of this one that is free. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  const base = `${id.replace(/-copy(-\d+)?$/, '')}-copy`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(candidate)) return candidate;
  }
}
