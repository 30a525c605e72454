import { describe, expect, it } from 'vitest';
import { pushChannel, pushNames, requestChannel, requestNames } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';

describe('the channels', () => {
  it('are those of the contract', () => {
    expect(requestNames.toSorted()).toEqual(Object.keys(contract.request).toSorted());
    expect(pushNames.toSorted()).toEqual(Object.keys(contract.push).toSorted());
  });

  it('have a name of their own each', () => {
    const names = [...requestNames.map(requestChannel), ...pushNames.map(pushChannel)];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^tplus:(request|push):[a-z]+\.[a-z]+$/);
  });
});
