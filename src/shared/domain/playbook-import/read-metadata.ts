import { leftOut, taken, type Verdict } from './verdict.ts';

/**
 * Front matter: the title, version and owner of the document, whatever else it has. Read line by line: people write
 * `owner: @name` there, which is no YAML.
 */
export function readMetadata(text: string): Verdict {
  const given = new Map(
    text.split('\n').flatMap((line) => {
      const [, key = '', value = ''] = /^([\p{L}_-]{1,40})\s*:\s*(.{1,200}?)\s*$/u.exec(line) ?? [];
      const bare = value.replace(/^(["'])(.*)\1$/, '$2').trim();
      return key === '' || bare === '' ? [] : [[key.toLowerCase(), bare] as const];
    }),
  );
  const textOf = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => given.get(key)).find((value) => value !== undefined);
  const title = textOf('title', 'name', '제목');
  const version = textOf('version', '버전');
  const owner = textOf('owner', 'author', 'maintainer', '작성자', '담당자');
  if (title === undefined && version === undefined && owner === undefined) return leftOut('unknown-code');
  return taken(
    {
      kind: 'metadata',
      ...(title === undefined ? {} : { title }),
      ...(version === undefined ? {} : { version }),
      ...(owner === undefined ? {} : { owner }),
    },
    'high',
    'front-matter',
  );
}
