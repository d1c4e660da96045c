import type { MoreCatalogue } from './ko.js';

/** The English texts of what opens late. */
export const en = {
  field: {
    created: 'Created time',
    updated: 'Updated time',
    resolved: 'Resolved time',
    status: 'Status',
    priority: 'Priority',
    channel: 'Channel',
    language: 'Language',
    category: 'Submission type',
    handlingType: 'Handling type',
    groups: 'Group',
    assignee: 'Assignee',
    creator: 'Creator',
    reason: 'Reason for internal resolution',
    resolution: 'Kind of resolution',
    subject: 'Title',
    content: 'Contents',
    ticketId: 'Ticket ID',
    customerId: 'Customer number',
    name: 'Name',
    usercode: 'ID',
    email: 'Email',
    phone: 'Phone',
  },
} as const satisfies MoreCatalogue;
