import { describe, expect, it } from 'vitest';
import { en, texts } from './editions.ts';

/**
 * The English edition says in English what the process document says in Korean, line by line in the same places. That its
 * ids, figures and blanks are the Korean edition's is held by `built-in.test.ts`.
 */

describe('1. severities', () => {
  it('1.1 to 1.3', () => {
    expect(en.definition).toBe(
      'An incident is any event that disrupts the normal operation of the service or harms the experience of its users.',
    );
    expect(
      en.severities.map(({ id, name, scope, impact, responseTarget, resolutionTarget }) =>
        [id, name, scope, impact, responseTarget, resolutionTarget].join(' | '),
      ),
    ).toEqual([
      'SEV-1 | Critical | Entire service | Critical | At once | 1 hour',
      'SEV-2 | High | Major feature | Serious | 15 minutes | 4 hours',
      'SEV-3 | Medium | Part of a feature | Medium | 1 hour | 24 hours',
      'SEV-4 | Low | Minor | Low | 24 hours | 1 week',
    ]);
    expect(en.severities.map(({ characteristics, examples }) => [...characteristics, ...examples])).toEqual([
      [
        'Service completely down',
        'Data loss or leak',
        'All users affected',
        'Website unreachable',
        'Database outage',
      ],
      [
        'Major feature broken',
        'Many users affected',
        'No workaround',
        'Image export fails',
        'Theme cannot be changed',
      ],
      [
        'Feature partly broken',
        'Some users affected',
        'Workaround exists',
        'Styles broken in one browser',
        'Slow loading',
      ],
      ['Minor issue', 'Few users affected', 'No business impact', 'Typo', 'Minor UI bug'],
    ]);
  });
});

describe('2. process', () => {
  it('2.1 and 2.2', () => {
    expect(en.lifecycle?.steps.map(({ title }) => title)).toEqual([
      'Detection',
      'Initial response',
      'Severity assessment',
      'Declaration',
      'Team assembly',
      'Standard response',
      'Diagnosis and analysis',
      'Carrying out the fix',
      'Verification',
      'Resolved',
      'Closed',
      'Post-mortem',
      'Improvements',
    ]);
    expect(en.milestones.map(({ title, phaseTitle }) => `${title}: ${phaseTitle}`)).toEqual([
      'Detect: Detected',
      'Acknowledge: Acknowledged',
      'Declare: Declared',
      'Assemble: Assembled',
      'Diagnose: Diagnosed',
      'Resolve: Resolved',
      'Close: Closed',
    ]);
  });
});

describe('3. roles', () => {
  it('3.1 and 3.2', () => {
    expect(en.roles?.map(({ title, purpose, who }) => [title, purpose, who])).toEqual([
      ['Incident Commander', 'Coordinates the whole response, decides', 'Tech Lead / Engineering Manager'],
      ['Technical Lead', 'Technical diagnosis and resolution', 'Senior Engineer'],
      ['Communications Lead', 'Communication inside and outside', 'PM / Tech Lead'],
      ['Scribe', 'Keeps the record of the incident', 'An engineer named for it'],
      ['Subject Matter Expert', 'Expert in one area', 'Who is responsible for the area'],
    ]);
    expect(
      en.roles?.flatMap(({ duties }) => duties.map(({ title, items }) => [title, ...texts(items)])),
    ).toEqual([
      [
        'At the declaration',
        'Decide the severity of the incident',
        'Assemble the response team',
        'Open the communication channel (#incident-YYYYMMDD)',
      ],
      [
        'During the response',
        'Keep the overview and coordinate',
        'Decide (rollback, escalation and so on)',
        'Allocate people and resources',
        'Regular status updates (every 15 minutes)',
      ],
      [
        'At the end of the incident',
        'Declare the end',
        'Schedule the post-mortem',
        'Write the first incident report',
      ],
      [
        'Responsibilities',
        'Analyse the technical root cause',
        'Propose a solution',
        'Implement or review the change',
        'Carry out the recovery procedure',
        'Report the technical state to the IC',
      ],
    ]);
  });

  it('3.3', () => {
    expect(en.escalation?.levels.map(({ title, calledWhen }) => [title, ...texts(calledWhen)])).toEqual([
      ['On-Call Engineer'],
      ['Tech Lead', 'No response within 15 minutes'],
      ['Engineering Manager', 'Not resolved within 30 minutes', 'SEV-1'],
      [
        'CTO / Executive',
        'Not resolved within 1 hour',
        'Severe business impact',
        'Security incident',
        'PR issue',
      ],
    ]);
  });
});

describe('4. communication', () => {
  it('4.1', () => {
    expect(en.channels.map(({ name, purpose, audience }) => [name, purpose, audience])).toEqual([
      ['Slack #incident-{date}', 'Real-time response', 'Response team'],
      ['Slack #ops-alerts', 'Alerts and monitoring', 'Operations team'],
      ['Slack #general', 'Company-wide announcements', 'Everyone (SEV-1/2 only)'],
      ['Email', 'Official communication', 'Stakeholders'],
      ['Status page', 'Public announcements', 'Users'],
    ]);
  });
});

describe('5. procedures', () => {
  it('5.1 and 5.3', () => {
    const phases = en.procedures?.flatMap((procedure) => procedure.phases) ?? [];
    expect(phases.map(({ title, items }) => [title, ...texts(items)])).toEqual([
      [
        'Immediate action',
        'Check the alert and verify the problem',
        'Create the Slack channel #incident-{date}',
        'Declare the IC role',
        'Call the response team through PagerDuty',
      ],
      [
        'Initial response',
        'Determine the scope of impact',
        'Post the first status update',
        'Update the status page (Investigating)',
        'Judge whether a rollback is needed',
      ],
      [
        'Diagnosis',
        'Start analysing the logs',
        'Review recent changes',
        'Estimate the root cause',
        'Work out a solution',
      ],
      [
        'Resolution',
        'Implement the solution',
        'Deploy the change',
        'Verify by test',
        'Check the effect on users',
      ],
      [
        'Closing',
        'Declare the incident resolved',
        'Update the status page (Resolved)',
        'Announce it to the whole company',
        'Schedule the post-mortem',
      ],
      ['Standard response', 'Diagnose and analyse', 'Carry out the fix', 'Verify'],
      ['Closing', 'Close the incident', 'Schedule the post-mortem'],
      [
        'When a data leak is suspected',
        'Tell the security team at once',
        'Determine which data is affected',
        'Preserve the access logs',
        'Tell the legal team (if needed)',
        'Consider reporting to the regulator (GDPR and others)',
      ],
      [
        'When data was lost',
        'Check the last good backup',
        'Determine how much can be recovered',
        'Carry out the recovery',
        'Verify that the data is consistent',
      ],
    ]);
  });

  it('5.2', () => {
    expect(texts(en.rollback?.criteria)).toEqual([
      'Service completely down (SEV-1)',
      'Finding the cause is expected to take 30 minutes or more',
      'Data may be damaged',
    ]);
    expect(texts(en.rollback?.steps)).toEqual([
      'Find the last stable version',
      'Deploy that version with GitHub Actions',
      'Verify once the rollback is complete',
      'Announce that the rollback is complete',
    ]);
  });
});

describe('6. to 8. afterwards', () => {
  it('6.1 and 6.3', () => {
    expect(en.postMortem?.meeting?.attendees).toEqual([
      'Incident Commander',
      'Technical Lead',
      'All engineers who took part in the response',
      'Representatives of the teams affected',
    ]);
    expect(texts(en.postMortem?.meeting?.times)).toEqual([
      'Within 1-2 days of the end of the incident',
      'At the start of the next sprint',
    ]);
    expect(en.postMortem?.meeting?.principles).toEqual([
      'Blameless: no individual is blamed',
      'Focus on improving the system',
      'Every opinion is respected',
      'Concrete action items come out of it',
    ]);
    expect(en.actionCategories?.map(({ title }) => title)).toEqual([
      'Prevent recurrence',
      'Better detection',
      'Better response',
      'Documentation',
      'Training',
    ]);
  });

  it('7.1 and 8.1', () => {
    expect(en.metrics?.map(({ title, description, goal }) => [title, description, goal].join(' | '))).toEqual(
      [
        'MTTR | Mean Time To Recovery | < 1 hour (SEV-1)',
        'MTTA | Mean Time To Acknowledge | < 5 minutes',
        'MTTD | Mean Time To Detect | < 5 minutes',
        'Incident rate | Incidents a month | Falling',
        'Action item completion | Share of action items completed | > 90%',
      ],
    );
    expect(en.training?.map(({ title, items }) => [title, ...texts(items)])).toEqual([
      [
        'New joiners',
        'Understand the incident-response process',
        'Use the monitoring tools',
        'Know the communication channels',
        'Have access to the on-call tools',
      ],
      [
        'Regular training (quarterly)',
        'Incident simulation (tabletop exercise)',
        'Practise the rollback procedure',
        'Review post-mortems',
      ],
    ]);
  });
});

describe('9. quick reference', () => {
  it('9.1 and 9.3', () => {
    expect(texts(en.quickReference.items)).toEqual([
      'Verify the problem and its scope of impact',
      'Decide the severity (SEV-1/2/3/4)',
      'Create the Slack channel (#incident-YYYYMMDD)',
      'Declare the IC role',
      'Post the first status update',
      'Call in teammates if needed',
      'Update the status page',
      'Post a status update every 15 minutes',
      'Declare the incident closed once it is resolved',
      'Schedule the post-mortem',
    ]);
    expect(en.contacts.map(({ role, who, how }) => [role, who, how].join(' | '))).toEqual([
      'Primary On-Call | Rotation | PagerDuty',
      'Tech Lead | @techlead | Slack/Phone',
      'Engineering Manager | @em | Slack/Phone',
      'Security | Security Team | security@talkstudio.app',
    ]);
  });
});
