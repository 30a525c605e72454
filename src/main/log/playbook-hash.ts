import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/playbook/canonical.ts';

/** What a playbook is known by in the log: SHA-256 of its canonical JSON, in hex. */
export function playbookHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
