import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventStore } from '../../../../src/renderer/db/event-store.ts';
import { LevelRows } from '../../../../src/renderer/db/level-rows.ts';

interface Row {
  readonly id: string;
  readonly text: string;
}

/** A store that the test writes, and that counts what is read of it. */
function setUp() {
  const texts = new Map<string, string>();
  const reads: (readonly string[] | 'all')[] = [];
  let answers: Promise<unknown> = Promise.resolve();
  let fails = false;
  const rows = new LevelRows<Row>(async (_store, ids) => {
    reads.push(ids ?? 'all');
    const wanted = ids ?? [...texts.keys()];
    const found = wanted.flatMap((id) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ id, text }];
    });
    await answers;
    if (fails) throw new Error('gone');
    return found;
  });
  const revisions = new Map<string, number>();
  const store = {} as EventStore;
  return {
    rows,
    reads,
    store,
    revisions,
    write: (id: string, text: string | undefined): void => {
      if (text === undefined) texts.delete(id);
      else texts.set(id, text);
      revisions.set(id, (revisions.get(id) ?? 0) + 1);
    },
    /** As a window has them at this moment. */
    now: () => new Map(revisions),
    read: async (): Promise<string[]> =>
      (await rows.of(store, new Map(revisions))).map(({ id, text }) => `${id}:${text}`),
    answerAfter: (gate: Promise<unknown>): void => {
      answers = gate;
    },
    fail: (next: boolean): void => {
      fails = next;
    },
  };
}

describe('rows of a store', () => {
  it('are read once, and then only where something changed', async () => {
    const { write, read, reads } = setUp();
    write('a', '1');
    write('b', '1');
    expect(await read()).toEqual(['a:1', 'b:1']);
    expect(await read()).toEqual(['a:1', 'b:1']);
    write('b', '2');
    write('c', '1');
    expect((await read()).toSorted()).toEqual(['a:1', 'b:2', 'c:1']);
    write('a', undefined);
    expect((await read()).toSorted()).toEqual(['b:2', 'c:1']);
    expect(reads).toEqual(['all', ['b', 'c'], ['a']]);
  });

  it('are one list for everybody, until something changes', async () => {
    const { rows, store, write, now } = setUp();
    write('a', '1');
    const [one, other] = await Promise.all([rows.of(store, now()), rows.of(store, now())]);
    expect(other).toBe(one);
    write('a', '2');
    expect(await rows.of(store, now())).not.toBe(one);
  });

  it('are apart from those of another store', async () => {
    const { rows, reads, write, now } = setUp();
    write('a', '1');
    await rows.of({} as EventStore, now());
    await rows.of({} as EventStore, now());
    expect(reads).toEqual(['all', 'all']);
  });

  it('are level for whoever asks while another is being answered', async () => {
    const { write, read, answerAfter } = setUp();
    write('a', '1');
    await read();
    const { promise, resolve } = Promise.withResolvers<void>();
    answerAfter(promise);
    write('a', '2');
    const first = read();
    const second = read();
    resolve();
    expect(await Promise.all([first, second])).toEqual([['a:2'], ['a:2']]);
  });

  it('are not taken back by somebody who asks by older revisions', async () => {
    const { rows, store, write, read, now, reads } = setUp();
    write('a', '1');
    const before = now();
    write('a', '2');
    await read();
    expect(await rows.of(store, before)).toMatchObject([{ text: '2' }]);
    expect(await read()).toEqual(['a:2']);
    expect(reads).toEqual(['all']);
  });

  it.each([false, true])(
    'that could not be read are read by whoever asks next; read before: %s',
    async (isFilled) => {
      const { write, read, fail } = setUp();
      write('a', '1');
      if (isFilled) await read();
      write('a', '2');
      fail(true);
      await expect(read()).rejects.toThrow('gone');
      fail(false);
      expect(await read()).toEqual(['a:2']);
    },
  );

  it('are what the store holds after any changes, whenever somebody looks', async () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      text: fc.option(fc.string({ maxLength: 2 }), { nil: undefined }),
      looks: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), async (changes) => {
        const { write, read } = setUp();
        const held = new Map<string, string>();
        const looking: Promise<unknown>[] = [];
        for (const { id, text, looks } of changes) {
          write(id, text);
          if (text === undefined) held.delete(id);
          else held.set(id, text);
          if (looks) looking.push(read());
        }
        const wanted = [...held].map(([id, text]) => `${id}:${text}`);
        expect((await read()).toSorted()).toEqual(wanted.toSorted());
        await Promise.all(looking);
      }),
    );
  });
});
