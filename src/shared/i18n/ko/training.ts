/** 교육: 누가 무엇을 언제 마쳤고, 언제 다시 해야 하는가 (프로세스 문서 8.1). */
export const training = {
  event: {
    joined: '{{person}} 님을 교육 명단에 추가',
    left: '{{person}} 님을 교육 명단에서 제외',
    ticked: '{{person}} 님 완료: {{item}}',
    unticked: '{{person}} 님 완료 취소: {{item}}',
  },
} as const;
