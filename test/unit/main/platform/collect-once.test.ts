import { expect, test } from 'vitest';
import { collectOnce } from '../../../../src/main/platform/collect-once.ts';

test('what nobody holds any more is given back at once, and the means for it stays with us', async () => {
  const collected: string[] = [];
  const registry = new FinalizationRegistry<string>((name) => collected.push(name));
  (() => registry.register({ left: 'behind' }, 'start'))();
  await new Promise(setImmediate);
  collectOnce();
  await new Promise(setImmediate);
  expect(collected).toEqual(['start']);
  expect(globalThis).not.toHaveProperty('gc');
});
