import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Environment, type OwnedProcess, startOwned } from './processes.ts';
import { waitFor } from './wait-for.ts';

/**
 * Own bus configuration. The system's would let the bus start whatever notification daemon is installed, so that "no
 * daemon" could not be tested. `user="*"` lets the app run as another user than the bus; limits as in the stock file.
 */
function busConfiguration(socket: string, serviceDir: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${serviceDir}</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="service_start_timeout">120000</limit>
  <limit name="max_match_rules_per_connection">50000</limit>
  <limit name="max_replies_per_connection">50000</limit>
</busconfig>
`;
}

/**
 * Starts a session bus that listens in `dir`. `sleepers` are names it promises to start by a command that never
 * claims them.
 */
export async function startPrivateBus(
  dir: string,
  env: Environment,
  sleepers: readonly string[],
): Promise<{ daemon: OwnedProcess; address: string }> {
  const services = join(dir, 'services');
  await mkdir(services);
  for (const name of sleepers) {
    // The sleeper goes when the bus goes, whichever way that is.
    const exec = '/usr/bin/env setpriv --pdeathsig KILL sleep infinity';
    await writeFile(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${exec}\n`);
  }
  const config = join(dir, 'bus.conf');
  await writeFile(config, busConfiguration(join(dir, 'bus'), services));
  const daemon = startOwned('dbus-daemon', [`--config-file=${config}`, '--print-address', '--nofork'], env);
  const address = await waitFor('the address of the private bus', () => {
    daemon.assertRunning();
    return /^unix:\S+$/m.exec(daemon.stdout())?.[0];
  });
  return { daemon, address };
}
