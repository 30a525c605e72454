/** 훈련: 타임라인, 훈련 화면, 그리고 훈련 표시 (프로세스 문서 8.2). */
export const drill = {
  mark: '훈련',
  marked: '[훈련] {{title}}',
  page: '훈련 호출입니다. 실제 서비스에는 영향이 없습니다.',
  event: {
    started: '훈련 시작: {{title}}',
    stepDelivered: '훈련 {{number}}단계 전달',
    stepDeliveredLate: '훈련 {{number}}단계 늦게 전달',
    finished: '훈련 종료',
    aborted: '훈련 중단',
    endedHere: { finished: '훈련과 함께 종료됨', aborted: '훈련이 중단되어 종료됨' },
  },
} as const;
