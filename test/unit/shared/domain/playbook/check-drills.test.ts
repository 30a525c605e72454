import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { checkPlaybook } from '#shared/domain/playbook/check.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { formatPath } from '#shared/domain/playbook/problem.ts';
import type { ScriptStep } from '#shared/domain/playbook/schema-drills.ts';
import { builtInPlaybook, builtInYaml } from './built-in.ts';
import { englishProblemText } from '#shared/i18n/problem-text.ts';

const BOOK = builtInPlaybook('en');
const page = (minutes: number, key = 'db', severity: 'SEV-1' | 'SEV-3' = 'SEV-3'): ScriptStep => ({
  kind: 'page',
  at: minutes * MINUTE_MS,
  key,
  title: 'Down',
  severity,
});
const raise = (minutes: number, severity: 'SEV-1' | 'SEV-2' | 'SEV-3' = 'SEV-2'): ScriptStep => ({
  kind: 'raise',
  at: minutes * MINUTE_MS,
  key: 'db',
  severity,
});
const resolve = (minutes: number): ScriptStep => ({ kind: 'resolve', at: minutes * MINUTE_MS, key: 'db' });
const note = (minutes: number): ScriptStep => ({ kind: 'note', at: minutes * MINUTE_MS, text: 'Hm' });

function misfits(script: ScriptStep[]): string[] {
  const drills = { purpose: [], principles: [], scenarios: [{ id: 'mine', title: 'Mine', script }] };
  return checkPlaybook({ ...BOOK, drills }).map(
    ({ path, cause }) => `${formatPath(path)}: ${englishProblemText(cause)}`,
  );
}
const at = (step: number, key: string): string => `drills.scenarios[0].script[${step}].${key}`;

describe('the script of a scenario', () => {
  it.each<[string, ScriptStep[], string[]]>([
    ['fits', [page(0), note(0), raise(2), raise(3, 'SEV-1'), resolve(4), page(5), resolve(6)], []],
    ['goes back in time', [page(5), note(4)], [`${at(1, 'at')}: must not be before the step above`]],
    [
      'is over after a day',
      [{ ...note(0), at: 25 * 60 * MINUTE_MS }],
      [`${at(0, 'at')}: must not be more than 24h: a drill ends the same day`],
    ],
    ['leaves a unit out', [{ ...note(0), at: 90 }], [`${at(0, 'at')}: needs a unit, such as 15m`]],
    ['raises what never came', [raise(1)], [`${at(0, 'key')}: no page above is called "db" and goes on`]],
    [
      'resolves what is over',
      [page(0), resolve(1), resolve(2)],
      [`${at(2, 'key')}: no page above is called "db" and goes on`],
    ],
    [
      'raises what is over',
      [page(0), resolve(1), raise(2)],
      [`${at(2, 'key')}: no page above is called "db" and goes on`],
    ],
    [
      'pages what still rings',
      [page(0), page(1)],
      [`${at(1, 'key')}: the page "db" is not over yet: resolve it first, or raise it`],
    ],
    [
      'raises to what it has',
      [page(0), raise(1, 'SEV-3')],
      [`${at(1, 'severity')}: must be graver than SEV-3, which it has already`],
    ],
    [
      'raises to less',
      [page(0, 'db', 'SEV-1'), raise(1)],
      [`${at(1, 'severity')}: must be graver than SEV-1, which it has already`],
    ],
  ])('that %s', (_name, script, expected) => {
    expect(misfits(script)).toEqual(expected);
  });

  it('is judged at its line and column', () => {
    const yaml = builtInYaml('en').replace(
      /raise, at: 7m, key: api-latency/,
      'raise, at: 7m, key: api-latncy',
    );
    const line = yaml.split('\n').findIndex((text) => text.includes('api-latncy')) + 1;
    const column = (yaml.split('\n')[line - 1] ?? '').indexOf('api-latncy') + 1;
    const parsed = parsePlaybook(yaml, 'mine.yaml');
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { line, column, cause: { code: 'no-page-before', key: 'api-latncy' } },
    ]);
  });

  it('needs a kind of step that there is', () => {
    const yaml = builtInYaml('en').replace('kind: raise, at: 7m', 'kind: rise, at: 7m');
    const parsed = parsePlaybook(yaml, 'mine.yaml');
    const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path);
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatch(/script\[\d+\]\.kind$/);
  });
});

describe('the built-in scenarios', () => {
  const shape = (language: 'en' | 'ko') =>
    builtInPlaybook(language).drills?.scenarios.map(({ id, script = [], hints = [] }) => ({
      id,
      hints: hints.length,
      script: script.map((step) => ({ ...step, title: '', text: '', summary: '', labels: {} })),
    }));

  it('run alike in both languages', () => {
    expect(shape('ko')).toEqual(shape('en'));
  });

  it('each have a brief, a page, and an end of every page', () => {
    for (const { brief, script = [] } of BOOK.drills?.scenarios ?? []) {
      expect(brief).toBeTruthy();
      const keys = (kind: string) =>
        script.flatMap((step) => (step.kind === kind && 'key' in step ? [step.key] : [])).toSorted();
      expect(keys('page')).not.toEqual([]);
      expect(keys('resolve')).toEqual(keys('page'));
    }
  });
});
