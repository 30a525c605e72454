/** One page from a shell. */
export function curlCall(url: string, token: string): string {
  return [
    `curl ${url}/v1/pages \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"title":"Checkout is down","severity":"SEV-1","service":"checkout"}'`,
  ].join('\n');
}

/** A receiver for alertmanager.yml. */
export function alertmanagerConfig(url: string, token: string): string {
  return [
    'receivers:',
    '  - name: tplus',
    '    webhook_configs:',
    `      - url: ${url}/v1/hooks/alertmanager`,
    '        send_resolved: true',
    '        http_config:',
    '          authorization:',
    `            credentials: ${token}`,
  ].join('\n');
}
