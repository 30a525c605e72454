/**
 * Words that raise the confidence of a reading, or decide between two that look alike. None is needed: a document in
 * another language is read by its structure, with less confidence.
 */
export const HINTS = {
  severity: /severit|심각도|등급|schwere|gravit|严重|重大度|impact level/i,
  role: /\broles?\b|who does|responsib|역할|책임|담당|rolle|rôle/i,
  contact: /contact|연락|phone|전화|e-?mail|reach|kontakt|contacto/i,
  channel: /channel|채널|kanal|canal/i,
  metric: /metric|\bkpi|\bmtt[radf]\b|메트릭|지표|measure/i,
  escalation: /escalat|에스컬레이션|eskalation|escalad/i,
  training:
    /training|\bnew (?:people|hires?|starters?|joiners?|engineers?)|onboard|교육|신규|newcomer|new joiner|정기|exercise/i,
  drill: /game ?day|chaos|\bdrills?\b|tabletop|모의|게임 ?데이|카오스/i,
  data: /\bdata\b|데이터|leak|breach|유출|손실|\bloss|privacy|개인정보/i,
  rollback: /roll ?-?back|revert|롤백|복구|되돌/i,
  postMortem: /post-?mortem|retro|review|사후|회고|lessons/i,
  quick: /quick|first|checklist|체크리스트|빠른|요약|at a glance|cheat/i,
  definition: /defin|정의|what is/i,
  declaration: /declar|선언|open(?:ed|ing)|start|발생|announce|초기|initial/i,
  update: /update|업데이트|progress|경과|현황|status/i,
  resolution: /resol|해결|clos|종료|완료|복구|all clear|fixed/i,
  purpose: /purpose|goals?\b|aim|목적|목표|why/i,
  principles: /principle|rules?\b|원칙|규칙|ground/i,
  scenarios: /scenario|시나리오/i,
  criteria: /criteria|기준|when to|조건/i,
  history: /version|버전|date|날짜|일자|author|작성/i,
} as const;

/** Columns and labels by what they call themselves. */
export const LABELS = {
  name: /^name|명칭|이름/i,
  scope: /scope|범위|who is affected|users?|description|설명|definition|정의|symptom|meaning/i,
  impact: /impact|비즈니스|business|영향(?! 범위)/i,
  response: /respon[sd]|응답|반응|대응|acknowledg|확인|\back\b|react/i,
  resolution: /resol|해결|복구|fix|restor|recover|mitigat|목표/i,
  examples: /example|예시|예$|사례|such as|e\.g/i,
  who: /\bwho\b|person|holder|담당|owner|assigned|이름|^name/i,
  purpose: /purpose|용도|목적|responsib|책임|use|duties|what/i,
  audience: /audience|대상|who|reader|참여자|members?/i,
  description: /descr|설명|mean|what|의미/i,
  goal: /goal|target|목표|기준|threshold|objective/i,
  how: /contact|연락|how|phone|전화|reach|slack|e-?mail/i,
} as const;

/** Stages of a response, as milestones of the built-in playbook are called. */
export const STAGES = [
  ['detect', /detect|감지|발견|발생|alert(?:ed)?\b|begin|start/i],
  ['acknowledge', /acknowledg|\back\b|확인|접수|응답|respond|response/i],
  ['declare', /declar|선언|announce|공표/i],
  ['assemble', /assembl|소집|team|mobili[sz]|gather|war ?room|join/i],
  ['diagnose', /diagnos|진단|분석|analy[sz]|investigat|원인|cause|identif/i],
  ['resolve', /resol|해결|복구|fix|mitigat|recover|restor|조치/i],
  ['close', /clos|종료|마감|finish|post-?mortem/i],
] as const;
