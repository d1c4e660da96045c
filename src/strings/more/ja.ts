import type { MoreCatalogue } from './ko.js';

/** The Japanese texts of what opens late. */
export const ja = {
  field: {
    created: '作成時間',
    updated: '更新時間',
    resolved: '解決時間',
    status: 'ステータス',
    priority: '優先順位',
    channel: '流入チャンネル',
    language: '言語',
    category: '受付タイプ',
    handlingType: '処理タイプ',
    groups: '担当グループ',
    assignee: '担当者',
    creator: '作成者',
    reason: '内部解決の理由',
    resolution: '解決方法',
    subject: 'チケットタイトル',
    content: '内容',
    ticketId: 'チケットID',
    customerId: '顧客固有番号',
    name: '名前',
    usercode: 'ID',
    email: 'Eメール',
    phone: '電話番号',
  },
} as const satisfies MoreCatalogue;
