/** 목록 위의 찾기 입력란. */
export const listSearch = {
  listSearch: {
    label: '인시던트, 메모, 메시지 찾기',
    placeholder: '찾기',
    clear: '찾기 지우기',
    results: '찾은 항목',
    found_one: '{{count}}건 찾음',
    found_other: '{{count}}건 찾음',
    none: '찾은 항목이 없습니다.',
    noneHint: '종료된 인시던트까지 제목, 서비스, 메모, 복사한 메시지에서 찾습니다.',
    reading: '이전 인시던트를 읽는 중…',
    page: '확인 전 호출',
    open: '대응 중',
    closed: '{{time}} 종료',
    note: '메모',
    message: '메시지',
  },
} as const;
