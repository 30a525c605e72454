/** 액션 아이템: 기록, 보드와 표, 타임라인에 남는 말. */
export const actions = {
  event: {
    added: '액션 아이템 {{number}}: {{description}}',
    addedFor: '액션 아이템 {{number}}, 담당 {{owner}}: {{description}}',
    changed: '액션 아이템 {{number}}: {{changes}}',
    changedUnknown: '액션 아이템 변경: {{changes}}',
    owner: '담당 {{owner}}',
    nobody: '담당자 없음',
    dueOn: '기한 {{day}}',
    priority: '우선순위 {{priority}}',
    category: '분류 {{category}}',
    noCategory: '분류 없음',
    description: '내용을 “{{description}}”(으)로 변경',
  },
  status: { open: '미착수', 'in-progress': '진행 중', completed: '완료' },
  priority: { high: '높음', medium: '보통', low: '낮음' },
} as const;
