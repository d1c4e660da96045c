import type { Language } from '../../../src/domain/types.js';

/** What the pages of the help center say beside what a service wrote itself. */
export interface HelpWords {
  readonly title: string;
  readonly list: string;
  readonly ask: string;
  readonly hello: (name: string) => string;
  readonly stranger: string;
  readonly expired: string;
  readonly missing: string;
  readonly none: string;
  readonly type: string;
  readonly next: string;
  readonly other: string;
  readonly send: string;
  readonly again: string;
  readonly againLabel: string;
  readonly over: string;
  readonly files: string;
  readonly received: string;
  readonly status: string;
  readonly history: string;
  readonly pages: string;
  readonly newer: string;
  readonly older: string;
  readonly needed: string;
  readonly choose: string;
  readonly from: string;
  readonly until: string;
  readonly problems: string;
  readonly limited: string;
  readonly stale: string;
  readonly badFile: string;
  readonly tooLarge: string;
  readonly leave: string;
  readonly left: string;
  readonly unsent: string;
  readonly goneType: string;
  readonly failed: string;
  readonly busy: string;
  readonly filesAgain: string;
  readonly filesHint: string;
  readonly many: string;
  readonly noRoom: string;
  readonly emptyFile: string;
  readonly invalid: string;
  readonly length: string;
  readonly required: string;
}

export const helpWords: Readonly<Record<Language, HelpWords>> = {
  ko: {
    title: '고객센터',
    list: '나의 문의',
    ask: '문의하기',
    hello: (name) => `${name}님, 무엇을 도와드릴까요?`,
    stranger: '로그인한 뒤 이용하실 수 있습니다. 이용 중인 서비스에서 로그인하고 고객센터를 다시 열어 주세요.',
    expired: '고객센터 링크의 유효 시간이 지났습니다. 이용 중인 서비스에서 고객센터를 다시 열어 주세요.',
    missing: '찾으시는 문의가 없습니다.',
    none: '등록한 문의가 없습니다.',
    type: '접수유형',
    next: '다음',
    other: '접수유형 다시 선택',
    send: '문의 등록',
    again: '추가 문의 등록',
    againLabel: '추가 문의',
    over: '최종 완료된 문의에는 추가 문의를 등록할 수 없습니다. 새로 문의해 주세요.',
    files: '첨부파일',
    received: '문의일',
    status: '상태',
    history: '문의 및 답변',
    pages: '페이지',
    newer: '이전 페이지',
    older: '다음 페이지',
    needed: '필수',
    choose: '선택하세요',
    from: '시작',
    until: '종료',
    problems: '입력한 내용을 확인해 주세요.',
    limited: '짧은 시간에 너무 많은 문의가 등록되었습니다. 잠시 후 다시 시도해 주세요.',
    stale: '화면이 오래되어 등록하지 못했습니다. 다시 등록해 주세요.',
    badFile:
      '첨부파일을 등록하지 못했습니다. 10MB보다 작고 이름이 100자보다 짧은 이미지, 문서, 음성, 압축 파일만 등록할 수 있습니다.',
    tooLarge: '첨부파일을 모두 합친 크기가 너무 커서 등록하지 못했습니다. 파일을 줄여 다시 선택한 뒤 등록해 주세요.',
    leave: '로그아웃',
    left: '고객센터에서 로그아웃했습니다.',
    unsent: '등록하지 못한 내용',
    goneType: '선택한 접수유형으로는 더 이상 문의할 수 없어 등록하지 못했습니다. 다른 접수유형을 선택해 주세요.',
    failed: '일시적인 오류로 처리하지 못했습니다. 잠시 후 다시 시도해 주세요.',
    busy: '요청이 너무 많습니다. 잠시 후 다시 시도해 주세요.',
    filesAgain: '첨부파일은 다시 선택해 주세요.',
    filesHint: '파일은 최대 5개까지, 각각 10MB보다 작아야 합니다.',
    many: '파일은 최대 5개까지 등록할 수 있습니다.',
    noRoom: '지금은 첨부파일을 등록할 수 없습니다. 잠시 후 다시 시도해 주세요.',
    emptyFile: '내용이 없는 파일은 등록할 수 없습니다.',
    invalid: '입력한 값이 올바르지 않습니다.',
    length: '입력한 내용이 너무 깁니다.',
    required: '필수 항목입니다.',
  },
  ja: {
    title: 'ヘルプセンター',
    list: 'お問い合わせ履歴',
    ask: 'お問い合わせ',
    hello: (name) => `${name}様、どのようなご用件でしょうか。`,
    stranger: 'ログイン後にご利用いただけます。ご利用中のサービスでログインし、ヘルプセンターを開き直してください。',
    expired: 'ヘルプセンターのリンクの有効期限が切れました。ご利用中のサービスから開き直してください。',
    missing: 'お探しのお問い合わせはありません。',
    none: 'お問い合わせはありません。',
    type: '受付タイプ',
    next: '次へ',
    other: '受付タイプを選び直す',
    send: '送信',
    again: '追加で送信',
    againLabel: '追加のお問い合わせ',
    over: '完了したお問い合わせには追加できません。新しくお問い合わせください。',
    files: '添付ファイル',
    received: '受付日',
    status: '状態',
    history: 'お問い合わせと回答',
    pages: 'ページ',
    newer: '前のページ',
    older: '次のページ',
    needed: '必須',
    choose: '選択してください',
    from: '開始',
    until: '終了',
    problems: '入力内容をご確認ください。',
    limited: '短時間に多くのお問い合わせがありました。しばらくしてからもう一度お試しください。',
    stale: '画面が古くなったため送信できませんでした。もう一度送信してください。',
    badFile:
      '添付ファイルを送信できませんでした。10MB未満でファイル名が100文字未満の画像、文書、音声、圧縮ファイルのみ送信できます。',
    tooLarge:
      '添付ファイルの合計サイズが大きすぎるため送信できませんでした。ファイルを減らして選択し直し、もう一度送信してください。',
    leave: 'ログアウト',
    left: 'ヘルプセンターからログアウトしました。',
    unsent: '送信できなかった内容',
    goneType: '選択した受付タイプは現在ご利用いただけないため送信できませんでした。別の受付タイプを選択してください。',
    failed: '一時的なエラーのため処理できませんでした。しばらくしてからもう一度お試しください。',
    busy: 'リクエストが多すぎます。しばらくしてからもう一度お試しください。',
    filesAgain: '添付ファイルはもう一度選択してください。',
    filesHint: 'ファイルは最大5個、それぞれ10MB未満です。',
    many: 'ファイルは最大5個まで送信できます。',
    noRoom: '現在、添付ファイルを送信できません。しばらくしてからもう一度お試しください。',
    emptyFile: '内容のないファイルは送信できません。',
    invalid: '入力された値が正しくありません。',
    length: '入力が長すぎます。',
    required: '必須項目です。',
  },
  en: {
    title: 'Help center',
    list: 'My inquiries',
    ask: 'New inquiry',
    hello: (name) => `Hello ${name}, how can we help you?`,
    stranger: 'Sign in to the service that you use, and open the help center from there.',
    expired: 'This link to the help center is over. Open the help center again from the service that you use.',
    missing: 'There is no such inquiry.',
    none: 'You have no inquiries.',
    type: 'Submission type',
    next: 'Next',
    other: 'Choose another submission type',
    send: 'Send inquiry',
    again: 'Send another message',
    againLabel: 'Another message',
    over: 'This inquiry is closed: nothing can be added to it. Please write a new one.',
    files: 'Attachments',
    received: 'Received',
    status: 'Status',
    history: 'Inquiry and answers',
    pages: 'Pages',
    newer: 'Previous page',
    older: 'Next page',
    needed: 'required',
    choose: 'Choose',
    from: 'From',
    until: 'Until',
    problems: 'Please check what you entered.',
    limited: 'Too many inquiries came in a short time. Please try again later.',
    stale: 'This page was open for too long, so nothing was sent. Please send it again.',
    badFile:
      'The files could not be sent. Only pictures, documents, sound and archives of less than 10 MB, with names of less than 100 characters, are taken.',
    tooLarge: 'The files are too large together, so nothing was sent. Choose fewer, and send it again.',
    leave: 'Sign out',
    left: 'You have signed out of the help center.',
    unsent: 'What was not sent',
    goneType: 'This submission type is not offered any more, so nothing was sent. Please choose another.',
    failed: 'This could not be done because of a failure on our side. Please try again in a moment.',
    busy: 'There are too many requests. Please try again in a moment.',
    filesAgain: 'Please choose your files again.',
    filesHint: 'Up to five files, each smaller than 10 MB.',
    many: 'No more than five files are taken.',
    noRoom: 'Files cannot be taken at the moment. Please try again later.',
    emptyFile: 'Files without content are not taken.',
    invalid: 'This is not a value that can be taken.',
    length: 'This is too long.',
    required: 'This is required.',
  },
};
