import type { BusConnection, BusRequest } from './connection.ts';

const bus = 'org.freedesktop.DBus';

/** A call to the bus itself. */
function busCall(member: string, ...body: readonly string[]): BusRequest {
  return {
    destination: bus,
    path: '/org/freedesktop/DBus',
    interface: bus,
    member,
    signature: 's'.repeat(body.length),
    body,
  };
}

/** What tells this bus apart from any other, that of before the last reboot among them; undefined when it does not say. */
export async function busId(connection: BusConnection): Promise<string | undefined> {
  const reply = await connection.call(busCall('GetId'));
  return reply.kind === 'answer' ? String(reply.body[0]) : undefined;
}

/**
 * Follows who owns a well-known name. `onOwner` hears the owner's unique name, or '' when nobody has it: once at the start,
 * then at every change. Signals of the interface of that name are let through to this connection as well.
 */
export async function followOwner(
  connection: BusConnection,
  name: string,
  onOwner: (owner: string) => void,
): Promise<void> {
  let heard = false;
  connection.onSignal(({ sender, member, body }) => {
    if (sender !== bus || member !== 'NameOwnerChanged' || body[0] !== name) return;
    heard = true;
    onOwner(String(body[2]));
  });
  void connection.call(
    busCall('AddMatch', `type='signal',sender='${bus}',member='NameOwnerChanged',arg0='${name}'`),
  );
  void connection.call(busCall('AddMatch', `type='signal',sender='${name}',interface='${name}'`));
  const reply = await connection.call(busCall('GetNameOwner', name));
  // A change that overtook the answer is the newer word.
  if (!heard) onOwner(reply.kind === 'answer' ? String(reply.body[0]) : '');
}
