import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import {
  dropPlaybookDraft,
  keepPlaybookDraft,
  keepPlaybookDraftsIn,
  readPlaybookDraft,
} from '../../../../src/renderer/db/playbook-drafts.ts';
import { freshDatabases } from './stores.ts';

const freshDatabase = freshDatabases();
const DRAFT = { file: 'team.en.yaml', text: 'typed', revision: '1' };

afterEach(() => keepPlaybookDraftsIn(undefined));

it('is kept until it is dropped', async () => {
  const database = freshDatabase();
  keepPlaybookDraftsIn(database);
  expect(await keepPlaybookDraft(DRAFT)).toBe(true);
  expect(await database.playbookDrafts.toArray()).toEqual([DRAFT]);
  expect(await dropPlaybookDraft(DRAFT.file)).toBe(true);
  expect(await database.playbookDrafts.toArray()).toEqual([]);
});

it('that could not be dropped is said, and does not come up again in this window', async () => {
  const database = freshDatabase();
  keepPlaybookDraftsIn(database);
  await keepPlaybookDraft(DRAFT);
  Object.assign(database.playbookDrafts, { delete: () => Promise.reject(new Error('disk')) });
  expect(await dropPlaybookDraft(DRAFT.file)).toBe(false);
  expect(await readPlaybookDraft(DRAFT.file)).toBeUndefined();
  const next = { ...DRAFT, text: 'typed later' };
  await keepPlaybookDraft(next);
  expect(await readPlaybookDraft(DRAFT.file)).toEqual(next);
});
