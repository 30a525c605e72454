import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCompiled, sourceHash } from '../../../../src/main/playbook/compiled-playbooks.ts';
import { loadPlaybooks } from '../../../../src/main/playbook/load-playbooks.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const BUILT_IN = join(import.meta.dirname, '../../../../resources/playbooks');
const EN = 'talkstudio-incident-response.en.yaml';
const KO = 'talkstudio-incident-response.ko.yaml';

function folder(...names: readonly string[]): string {
  const path = mkdtempSync(join(tmpdir(), 'tplus-playbooks-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  for (const name of names) copyFileSync(join(BUILT_IN, name), join(path, name));
  return path;
}

describe('loading playbooks', () => {
  it('takes every language of the built-in one, each by its content', () => {
    const { current, problems } = loadPlaybooks(BUILT_IN);
    expect(problems).toEqual([]);
    expect(Object.keys(current.editions).toSorted()).toEqual(['en', 'ko']);
    expect(current.ref).toMatchObject({ id: 'talkstudio-incident-response', version: '1.0.0' });
    const hashes = Object.values(current.ref.editions);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(2);
  });

  it('gives the same hash for the same content, and another for another', () => {
    const path = folder(EN);
    const hash = () => loadPlaybooks(path).current.ref.editions['en'];
    const before = hash();
    const text = readFileSync(join(path, EN), 'utf8');
    writeFileSync(join(path, EN), `# a comment\n${text}`);
    expect(hash()).toBe(before);
    writeFileSync(join(path, EN), text.replace('declare: 5m', 'declare: 6m'));
    expect(hash()).not.toBe(before);
  });

  it('names what is wrong with a file, and goes on with the others', () => {
    const path = folder(EN, KO);
    writeFileSync(join(path, KO), 'schema: [');
    const { current, problems } = loadPlaybooks(path);
    expect(Object.keys(current.editions)).toEqual(['en']);
    expect(problems.map(({ file }) => file)).toContain(KO);
  });

  it('takes what the build has read, while the file is the one it read', () => {
    const path = folder(EN);
    const text = readFileSync(join(path, EN), 'utf8');
    const compiled = { [sourceHash(text)]: { ...builtInPlaybook('en'), title: 'read by the build' } };
    const title = () => loadPlaybooks(path, compiled).current.editions.en?.title;
    expect(title()).toBe('read by the build');
    writeFileSync(join(path, EN), `# edited since\n${text}`);
    expect(title()).toBe(builtInPlaybook('en').title);
  });

  it.each([
    ['no file', undefined],
    ['half a file', '{"a"'],
  ])('reads all YAML where the build has left %s', (_case, content) => {
    const file = join(folder(), 'playbooks.json');
    if (content !== undefined) writeFileSync(file, content);
    expect(readCompiled(file)).toEqual({});
  });

  it('leaves out another version', () => {
    const path = folder(EN, KO);
    const text = readFileSync(join(path, KO), 'utf8');
    writeFileSync(join(path, KO), text.replace(/^version: .*$/m, 'version: 2.0.0'));
    expect(Object.keys(loadPlaybooks(path).current.editions)).toEqual(['en']);
  });

  it.each([
    ['no file', () => folder()],
    ['no folder', () => join(folder(), 'missing')],
    [
      'nothing usable',
      () => {
        const path = folder();
        writeFileSync(join(path, 'x.yaml'), 'no playbook');
        return path;
      },
    ],
  ])('fails with %s', (_, path) => {
    expect(() => loadPlaybooks(path())).toThrow();
  });
});
