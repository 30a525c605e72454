/** Where a template of a playbook's text begins: the offset of its `id`, in UTF-16 units. */
export interface TemplatePlace {
  readonly id: string;
  readonly offset: number;
}

/** The templates of a text that is being written. By lines: at the moment it may be no YAML. */
export function templatesIn(text: string): TemplatePlace[] {
  const found: TemplatePlace[] = [];
  let offset = 0;
  let isInside = false;
  /** The column at which the keys of an entry stand: further in are those of its fields. */
  let column: number | undefined;
  for (const line of text.split('\n')) {
    const key = /^["']?([A-Za-z]+)["']?[ \t]*:/.exec(line)?.[1];
    if (key !== undefined) isInside = key === 'templates';
    const start = /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0] ?? '';
    if (isInside && start.includes('-')) column ??= start.length;
    const id = /^id:[ \t]*["']?([^"'\s#]+)/.exec(line.slice(start.length))?.[1];
    if (isInside && id !== undefined && start.length === column) {
      found.push({ id, offset: offset + start.length });
    }
    offset += line.length + 1;
  }
  return found;
}
