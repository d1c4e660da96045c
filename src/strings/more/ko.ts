import type { CatalogueLike, TextsLike } from '../phrase.js';

/** Texts of what opens late: dialogs, the search area, the command list. Its sections belong to one element each. */
export const ko = {
  field: {
    created: '생성시간',
    updated: '수정시간',
    resolved: '해결시간',
    status: '상태',
    priority: '우선순위',
    channel: '유입채널',
    language: '언어',
    category: '접수유형',
    handlingType: '처리유형',
    groups: '담당그룹',
    assignee: '담당자',
    creator: '생성자',
    reason: '내부해결 사유',
    resolution: '해결 방법',
    subject: '티켓 제목',
    content: '내용',
    ticketId: '티켓 ID',
    customerId: '고객 고유번호',
    name: '이름',
    usercode: '아이디',
    email: '이메일',
    phone: '전화번호',
  },
} as const;

export type MoreCatalogue = CatalogueLike<typeof ko>;

/** The late texts of one language, as elements read them. */
export type MoreTexts = TextsLike<typeof ko>;
