import { describe, expect, it } from 'vitest';
import { readYaml, type YamlSource } from '#shared/domain/playbook/source.ts';

function sourceOf(text: string): YamlSource {
  const source = readYaml(text);
  if (!('locate' in source)) throw new Error(JSON.stringify(source));
  return source;
}

describe('a YAML text', () => {
  it('has its problems told in the order of the file, whoever found them', () => {
    const problems = readYaml('a: 1\na: 2\nb: *gone\nc: !mine x\nd: 1\nd: 2\n');
    expect('locate' in problems ? [] : problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 1],
      [3, 4],
      [4, 4],
      [6, 1],
    ]);
  });

  it('has a line of a text placed where that text stands, though another has the same line', () => {
    const source = sourceOf('a: |\n  {x}\nb: |\n  {y}\n  {x}\nc: "{x}"\n');
    const at = (key: string, index = 0) =>
      source.locate({ path: [key], atKey: false, within: { lineText: '{x}', index } });
    expect(at('a')).toEqual({ line: 2, column: 3 });
    expect(at('b', 1)).toEqual({ line: 5, column: 4 });
    expect(at('c')).toEqual({ line: 6, column: 5 });
  });

  it('has what is not there placed at the deepest part that is', () => {
    const source = sourceOf('a:\n  - b: 1\n');
    expect(source.locate({ path: ['a', 0, 'c'], atKey: false })).toEqual({ line: 2, column: 5 });
    expect(source.locate({ path: ['a', 1], atKey: false })).toEqual({ line: 2, column: 3 });
    expect(source.locate({ path: ['a', 0, 'b'], atKey: true })).toEqual({ line: 2, column: 5 });
    expect(source.locate({ path: ['a', 0, 'b'], atKey: false })).toEqual({ line: 2, column: 8 });
    // A line that is written otherwise in the file is placed at its text.
    const within = { lineText: 'other', index: 2 };
    expect(source.locate({ path: ['a', 0, 'b'], atKey: false, within })).toEqual({ line: 2, column: 8 });
  });
});
