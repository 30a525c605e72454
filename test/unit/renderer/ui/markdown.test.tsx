import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { findGaps } from '#shared/domain/post-mortem/gaps.ts';
import type { PlaybookPostMortem } from '#shared/domain/playbook/schema-after.ts';
import { Markdown } from '../../../../src/renderer/ui/Markdown.tsx';

const POST_MORTEM: PlaybookPostMortem = {
  title: 'Post-mortem',
  meeting: { attendees: [], times: [], principles: [] },
  fields: [
    { id: 'cause', label: 'Root cause', type: 'text' },
    { id: 'thread', label: 'Slack | thread', type: 'text' },
  ],
  template: '{cause} {thread}',
};
const htmlOf = (text: string, onLink?: (url: string) => void): string =>
  renderToStaticMarkup(
    <Markdown
      text={text}
      gaps={findGaps(text, POST_MORTEM)}
      imageWords={(alt) => `no image: ${alt}`}
      literalWords="As written"
      {...(onLink && { onLink })}
    />,
  );

describe('Markdown as it reads', () => {
  it('loads no image, shows HTML as text and has no control of its own', () => {
    const html = htmlOf('<img src=x onerror=y> ![a cat](https://x.example/c.png)\n\n- [x] done\n- [ ] open');
    expect(html).not.toMatch(/<(img|input|script)/);
    expect(html).toContain('&lt;img src=x onerror=y&gt;');
    expect(html).toContain('no image: a cat');
    expect(html).toContain('[x] ');
  });

  it.each([
    ['https://a.example/x', 1],
    ['http://a.example', 0],
    ['javascript:alert(1)', 0],
    ['file:///etc/passwd', 0],
    ['app://tplus/index.html', 0],
    ['//a.example', 0],
    ['#heading', 0],
    ['https%3A//a.example', 0],
    ['%zz', 0],
  ])('a link to %s', (address, links) => {
    const html = htmlOf(`[text](${address})`);
    expect(html.match(/<a /g) ?? []).toHaveLength(links);
    expect(html).toContain('text');
  });

  it('marks gaps where they are, also in a table and as an address', () => {
    const html = htmlOf('a {Root cause}\n\n| h |\n|---|\n| {Slack \\| thread} |\n\n[Thread]({Root cause})');
    expect(html.match(/<mark class="gap">/g)).toHaveLength(3);
    expect(html).toContain('{Slack | thread}');
    expect(html).toContain('Thread <mark class="gap">{Root cause}</mark>');
  });

  it('marks none that is escaped, is not of the playbook, or pretends to be one', () => {
    expect(htmlOf('\\{Root cause} {Nobody knows} \ue0000\ue001')).not.toContain('<mark');
  });

  it('shows what would take too long as it is written, with its gaps, and reads the rest', () => {
    const html = htmlOf(`# Before\n\n${'*a_ '.repeat(50_000)}{Root cause}\n\n# After`);
    expect(html).toMatch(
      /^<div class="markdown"><h1>Before<\/h1>\s*<p class="muted">As written<\/p><pre>\*a_ /,
    );
    expect(html).toMatch(/\*a_ \{Root cause\}\s*<\/pre><h1>After<\/h1><\/div>$/);
  });

  it('shows what ends the stack of the parser as it is written', () => {
    expect(htmlOf(`${'> '.repeat(5000)}a`)).toContain('<p class="muted">As written</p><pre>&gt; &gt; ');
  });
});
