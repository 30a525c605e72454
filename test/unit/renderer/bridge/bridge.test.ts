import { describe, expect, it } from 'vitest';
import { safeBridge } from '../../../../src/renderer/bridge/bridge.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeMain } from '../fake-bridge.ts';

describe('the bridge', () => {
  it('turns a call that throws into a value', async () => {
    const main = new FakeMain({ en: builtInPlaybook('en'), ko: builtInPlaybook('ko') });
    const request = { ...main.bridge.request, 'token.show': () => Promise.reject(new Error('gone')) };
    const answer = await safeBridge({ ...main.bridge, request }).request['token.show'](undefined);
    expect(answer).toEqual({ ok: false, code: 'failed', detail: 'gone' });
  });
});
