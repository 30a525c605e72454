import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietPort } from './free-port.ts';
import { startOwned } from './processes.ts';
import { waitFor } from './wait-for.ts';

/** An alert as Prometheus posts it. Times are ISO 8601; without `startsAt` it starts now. */
export interface PushedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly generatorURL?: string;
}

export interface AlertmanagerOptions {
  /** The app's receiver, e.g. from its `receiver.json`. */
  readonly receiverUrl: string;
  readonly token: string;
  /** Where its files go; a temporary directory, removed at `stop`, if left out. */
  readonly dir?: string;
  /** How long it stays quiet before it repeats an unchanged firing group, as Alertmanager writes it. */
  readonly repeatInterval?: string;
  readonly groupBy?: readonly string[];
}

/** A real Alertmanager that sends to the app's hook. */
export interface Alertmanager {
  readonly url: string;
  readonly push: (alerts: readonly PushedAlert[]) => Promise<void>;
  /** Ends the alert with exactly these labels. */
  readonly resolve: (labels: PushedAlert['labels']) => Promise<void>;
  /** Its log: delivery failures with the status the app answered. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** JSON is YAML, and quotes every value that a test may come up with. */
function configuration({
  receiverUrl,
  token,
  repeatInterval = '1s',
  groupBy = ['alertname'],
}: AlertmanagerOptions) {
  const webhook = {
    url: new URL('/v1/hooks/alertmanager', receiverUrl).href,
    send_resolved: true,
    http_config: { authorization: { type: 'Bearer', credentials: token } },
  };
  const timing = { group_wait: '1s', group_interval: '1s', repeat_interval: repeatInterval };
  return JSON.stringify({
    route: { receiver: 'tplus', group_by: groupBy, ...timing },
    receivers: [{ name: 'tplus', webhook_configs: [webhook] }],
  });
}

/** Starts Debian's `prometheus-alertmanager`, alone (no cluster), with waits short enough for a test. */
export async function startAlertmanager(options: AlertmanagerOptions): Promise<Alertmanager> {
  const temporary =
    options.dir === undefined ? await mkdtemp(join(tmpdir(), 'tplus-alertmanager-')) : undefined;
  const dir = options.dir ?? temporary ?? tmpdir();
  const storage = join(dir, 'alertmanager-data');
  await mkdir(storage, { recursive: true });
  const file = join(dir, 'alertmanager.yml');
  await writeFile(file, configuration(options));
  const listen = `127.0.0.1:${await quietPort()}`;
  const url = `http://${listen}`;
  const flags = [`--config.file=${file}`, `--storage.path=${storage}`, `--web.listen-address=${listen}`];
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', HOME: dir };
  const daemon = startOwned('prometheus-alertmanager', [...flags, '--cluster.listen-address='], env);
  const stop = async (): Promise<void> => {
    await daemon.stop();
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  };
  try {
    await waitFor('Alertmanager to be ready', async () => {
      daemon.assertRunning();
      return (await fetch(`${url}/-/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const push = async (alerts: readonly PushedAlert[]): Promise<void> => {
    const answer = await fetch(`${url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    if (!answer.ok) throw new Error(`Alertmanager refused: ${answer.status} ${await answer.text()}`);
  };
  return {
    url,
    push,
    resolve: (labels) => push([{ labels, endsAt: new Date().toISOString() }]),
    output: daemon.output,
    stop,
  };
}
