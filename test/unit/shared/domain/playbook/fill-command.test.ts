import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCommand } from '#shared/domain/playbook/fill-command.ts';
import type { PlaybookCommand } from '#shared/domain/playbook/schema-process.ts';
import { builtInPlaybook } from './built-in.ts';

const version = { id: 'version', label: 'Version' };
const deploy = { command: 'deploy -f version={version}', variables: [version] };

const playbooks = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') };

function builtIn(id: string, language: 'en' | 'ko'): PlaybookCommand {
  const found = playbooks[language].commands?.find((command) => command.id === id);
  if (found === undefined) throw new Error(`no command ${id}`);
  return found;
}

describe('the commands of 9.2 and 5.2', () => {
  it.each([
    ['check-service', 'curl -I https://talkstudio.app'],
    ['show-build', 'curl https://talkstudio.app/build-info.json | jq .'],
    ['rollback-cli', 'gh workflow run deploy-prod.yml -f version=v1.2.2'],
    ['show-logs', 'aws logs filter-log-events --log-group-name /talkstudio/prod'],
    ['list-versions', "git tag --list 'v*-prod' | tail -5"],
    ['deploy-version', '# Actions → Deploy to Production\n#   version: v1.2.2\n#   confirm_staging: true'],
    ['show-version', 'curl https://talkstudio.app/build-info.json | jq .version'],
  ])('%s', (id, text) => {
    for (const language of ['en', 'ko'] as const) {
      const filled = fillCommand(builtIn(id, language), { version: 'v1.2.2' });
      expect(filled).toMatchObject({ text, gaps: [], risks: [] });
    }
  });
});

describe('what is missing', () => {
  it('stays in braces, and is named once', () => {
    const twice = { command: '{version} to {version}', variables: [version] };
    const filled = fillCommand(twice, { version: ' \u200b ' });
    expect(filled.text).toBe('{version} to {version}');
    expect(filled.gaps).toEqual([version]);
    expect(filled.parts.map(({ kind }) => kind)).toEqual(['gap', 'text', 'gap']);
  });

  it('is only what the command declares: other braces are its own', () => {
    const awk = { command: "awk '{print $1}' {file} {toString}", variables: [] };
    expect(fillCommand(awk, { file: 'x' })).toMatchObject({ text: awk.command, gaps: [], risks: [] });
    const shell = { command: 'echo ${version} {version}', variables: [version] };
    expect(fillCommand(shell, { version: 'v1' }).text).toBe('echo ${version} v1');
  });
});

describe('a value', () => {
  it.each([
    ['v1.2.2', []],
    ['서울-1', []],
    ['a b', [' ']],
    ['v1; rm -rf /', [';', ' ']],
    ['$(id)`x`', ['$', '(', ')', '`']],
    ["it's", ["'"]],
    ['a|b&c>d<e', ['|', '&', '>', '<']],
    ['~/x*?[y]{z}!#\\"', ['~', '*', '?', '[', ']', '{', '}', '!', '#', '\\', '"']],
    ['--force', ['-']],
  ])('%s is risky for %j', (value, characters) => {
    const { risks, text } = fillCommand(deploy, { version: value });
    expect(risks.flatMap((risk) => risk.characters)).toEqual(characters);
    expect(text).toBe(`deploy -f version=${value}`);
  });

  it('never ends the line: what is pasted does not run by itself', () => {
    const { text, risks } = fillCommand(deploy, { version: 'v1\r\nrm -rf /\u202e\u0007\n' });
    expect(text).toBe('deploy -f version=v1 rm -rf /');
    expect(risks[0]?.characters).toEqual([' ']);
  });

  it('is not read again for braces', () => {
    const two = {
      command: '{a} {b}',
      variables: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    };
    expect(fillCommand(two, { a: '{b}', b: 'x' }).text).toBe('{b} x');
  });
});

describe('properties', () => {
  const value = fc.string({ unit: 'binary', maxLength: 40 });

  it('no control character or line end comes from a value', () => {
    fc.assert(
      fc.property(value, (typed) => {
        expect(fillCommand(deploy, { version: typed }).text).not.toMatch(
          /[\p{Cc}\u2028\u2029\u202a-\u202e]/u,
        );
      }),
    );
  });

  it('a value with nothing said of it is one plain word', () => {
    fc.assert(
      fc.property(value, (typed) => {
        const { risks, gaps, text } = fillCommand(deploy, { version: typed });
        if (risks.length > 0 || gaps.length > 0) return;
        expect(text.split(/\s+/)).toHaveLength(3);
        expect(text.slice('deploy -f version='.length)).toMatch(
          /^[^\s$`"'\\|&;<>(){}*?[\]#~!^-][^\s$`"'\\|&;<>(){}*?[\]#~!^]*$/u,
        );
      }),
    );
  });

  it('the parts are the text', () => {
    fc.assert(
      fc.property(fc.string(), value, (command, typed) => {
        const source = { command: `${command}{version}${command}.`, variables: [version] };
        const { parts, text } = fillCommand(source, { version: typed });
        expect(parts.map((part) => (part.kind === 'gap' ? '{version}' : part.text)).join('')).toBe(text);
      }),
    );
  });
});
