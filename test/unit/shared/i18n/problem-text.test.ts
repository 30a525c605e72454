import { describe, expect, it } from 'vitest';
import type { ProblemCause, ProblemCode } from '#shared/domain/playbook/problem-cause.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { englishProblemText, problemText } from '#shared/i18n/problem-text.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

/** One of every code: a code that is not here, and one without words, fails the build. */
const CAUSES: { readonly [Code in ProblemCode]: Omit<Extract<ProblemCause, { code: Code }>, 'code'> } = {
  'too-large': { mebibytes: 4 },
  'too-deep': {},
  'too-indented': {},
  'too-many-aliases': { most: 100 },
  'too-slow': {},
  unreadable: {},
  'not-utf-8': {},
  'repeated-key': { key: 'wann' },
  'no-anchor': { anchor: '&wann' },
  'anchor-holds-itself': { anchor: '&wann' },
  'yaml-ALIAS_PROPS': {},
  'yaml-BAD_ALIAS': {},
  'yaml-BAD_COLLECTION_TYPE': {},
  'yaml-BAD_DIRECTIVE': {},
  'yaml-BAD_DQ_ESCAPE': {},
  'yaml-BAD_INDENT': {},
  'yaml-BAD_PROP_ORDER': {},
  'yaml-BAD_SCALAR_START': {},
  'yaml-BLOCK_AS_IMPLICIT_KEY': {},
  'yaml-BLOCK_IN_FLOW': {},
  'yaml-DUPLICATE_KEY': {},
  'yaml-IMPOSSIBLE': {},
  'yaml-KEY_OVER_1024_CHARS': {},
  'yaml-MISSING_CHAR': {},
  'yaml-MULTILINE_IMPLICIT_KEY': {},
  'yaml-MULTIPLE_ANCHORS': {},
  'yaml-MULTIPLE_DOCS': {},
  'yaml-MULTIPLE_TAGS': {},
  'yaml-NON_STRING_KEY': {},
  'yaml-RESOURCE_EXHAUSTION': {},
  'yaml-TAB_AS_INDENT': {},
  'yaml-TAG_RESOLVE_FAILED': {},
  'yaml-UNEXPECTED_TOKEN': {},
  'unknown-key': { key: 'wann' },
  'missing-key': { key: 'wann' },
  'empty-text': {},
  'empty-list': {},
  'wrong-value': { expected: { word: 'mapping' }, received: '"wann"' },
  'not-a-deadline': {},
  'not-a-duration': {},
  'not-a-service': {},
  'not-a-slug': {},
  'not-a-time-of-day': {},
  'not-a-time-zone': {},
  'not-a-version': {},
  'not-an-interval': {},
  'not-this-word': {},
  'repeated-id': { id: 'wann' },
  'unknown-name': { kind: { word: 'template' }, name: 'wann' },
  'no-mark': { mark: 'wann' },
  'mark-twice': { mark: 'wann' },
  'mark-order': { marks: 'wann, wo' },
  'first-mark': {},
  'detection-action': {},
  'no-action': {},
  'no-action-in': { severity: 'SEV-2', milestone: 'wann' },
  'deadline-of-detection': {},
  'late-before-due': {},
  'no-unit': {},
  'deadline-order': { severity: 'SEV-2' },
  'update-interval': {},
  'not-an-update': { template: 'wann' },
  'id-of-template': { id: 'wann' },
  'only-date': { name: '{wann}' },
  'other-type': { field: 'wann', type: 'wo' },
  'no-options': {},
  'options-of-no-choice': {},
  unused: { id: 'wann' },
  'undeclared-field': { name: '{wann}' },
  'undeclared-variable': { name: '{wann}' },
  'open-brace': {},
  'closing-brace': {},
  'for-no-incident': {},
  'phase-begins-early': {},
  'phase-ends-early': {},
  'duty-ends-early': {},
  'branch-of-first': {},
  'back-to-nowhere': {},
  'no-step-before': { step: 'wann' },
  'not-on-the-way': { step: 'wann' },
  'no-back-action': {},
  'milestone-order': { milestone: 'wann' },
  'moment-of-nothing': {},
  'wrong-goal': { metric: 'wann', key: 'wo' },
  'step-after-a-day': {},
  'step-order': {},
  'page-goes-on': { key: 'wann' },
  'no-page-before': { key: 'wann' },
  'not-graver': { severity: 'SEV-2' },
  'edition-taken': { file: 'wann.yaml', id: 'wo', version: '1.0.0', language: 'xx' },
  'not-in-edition': { id: 'wann', files: 'wo.yaml' },
  'several-playbooks': {},
  'id-taken': { id: 'wann' },
  'no-such-playbook': { id: 'wann' },
};
const causes = Object.entries(CAUSES).map(
  ([code, terms]) => [code, { code, ...terms } as ProblemCause] as const,
);

/** What stands in a Korean sentence as it stands in the file: keys and values of YAML, and names of standards. */
const AS_IN_THE_FILE =
  /marks: detection|backAction|backTo|lateAfter|\bdue\b|\baction|\bbranch|severities|\bflag\b|\boptions|\bchoice|\bkind|\bupdate\b|"(?:of|milestone|step|role|items)"|"marks: "|\{date\}|YAML|UTF-8|IANA|Asia\/Seoul|MiB|\bID|true|false|\b\d+[smhw]/g;

const translators = { en: createTranslator('en', catalogues), ko: createTranslator('ko', catalogues) };
const said = (language: 'en' | 'ko', cause: ProblemCause): string =>
  problemText(cause, (key, terms) => translators[language].t(`playbookProblem.${key}`, terms));

const termsOf = ({ code: _, ...terms }: ProblemCause): string[] =>
  Object.values(terms).flatMap((term) => (typeof term === 'object' ? [] : [String(term)]));

describe('what is wrong with a playbook', () => {
  it.each(causes)('%s is said in English and in Korean, with all that it names', (_code, cause) => {
    for (const language of ['en', 'ko'] as const) {
      const text = said(language, cause);
      expect(text).not.toMatch(/\{\{|\}\}|playbookProblem/);
      for (const term of termsOf(cause)) expect(text).toContain(term);
    }
    expect(said('ko', cause)).toMatch(/[가-힣]/);
    expect(said('en', cause)).not.toMatch(/[가-힣]/);
  });

  it.each(causes)('%s has no English in its Korean but what stands in the file', (_code, cause) => {
    const rest = termsOf(cause).reduce((text, term) => text.replaceAll(term, ''), said('ko', cause));
    expect(rest.replaceAll(AS_IN_THE_FILE, '')).not.toMatch(/[A-Za-z]{2}/);
  });

  it.each(causes)('%s reads in the log as in the English window', (_code, cause) => {
    expect(englishProblemText(cause)).toBe(said('en', cause));
  });

  it('puts in what a file says as it is', () => {
    const key = '{{code}} $t(app.name) <b>';
    expect(said('ko', { code: 'unknown-key', key })).toBe(`알 수 없는 키: "${key}"`);
    expect(englishProblemText({ code: 'unknown-key', key })).toBe(`unknown key "${key}"`);
  });
});
