import { params } from '@nanostores/i18n';

/**
 * The authoritative catalogue: its sections and keys are what the other languages must have. A section belongs to one
 * element; `common` holds what several say.
 */
export const ko = {
  common: {
    loading: '불러오는 중…',
    retry: '다시 시도',
    cancel: '취소',
    confirm: '확인',
    save: '저장',
    close: '닫기',
  },
  errors: {
    offline: '서버에 연결할 수 없습니다.',
    timeout: '서버가 제때 응답하지 않았습니다.',
    'signed-out': '로그인이 끝났습니다. 다시 로그인해 주세요.',
    denied: '이 작업을 할 권한이 없습니다.',
    missing: '찾을 수 없습니다.',
    conflict: '그사이 티켓이 바뀌었습니다.',
    invalid: '입력한 내용을 확인해 주세요.',
    blocked: '금칙어가 있어 보낼 수 없습니다.',
    gone: '더 이상 남아 있지 않습니다.',
    'too-large': '크기 제한을 넘었습니다.',
    busy: '요청이 많습니다. 잠시 후 다시 시도합니다.',
    server: '서버에서 오류가 났습니다.',
  },
  status: {
    unassigned: '미할당',
    processing: '처리중',
    pending: '보류중',
    issue_transferred: '이관 처리중',
    issue_answered: '이관 답변완료',
    dooray_transferred: 'Dooray 이관완료',
    dooray_in_progress: 'Dooray 진행중',
    dooray_answered: 'Dooray 답변완료',
    resolved: '해결',
    completed: '완료',
  },
  priority: { low: '낮음', normal: '일반', high: '높음', urgent: '긴급' },
  claimDialog: {
    title: '가져오기',
    winner: params('{name} 님이 먼저 가져갔습니다.'),
  },
};

type Section = Record<string, unknown>;
type Filled<S extends Section> = { [K in keyof S]: S[K] };

/** The texts of one language, as elements read them: `texts.ticketList.empty`, `texts.claimDialog.winner({ name })`. */
export type Texts = { [S in keyof typeof ko]: Filled<(typeof ko)[S]> };
