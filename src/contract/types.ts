/* Generated from openapi.json by `npm run contract`; edits are lost. */

export interface paths {
    "/{serviceId}/openapi/v1/console/token.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mint an agent token */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Token"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/session.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agent, service and capabilities */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Session"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/settings.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Choices that the service is set up with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Settings"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/preferences.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this agent arranged */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Preferences"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Arrange; parts that are not told stay */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreferencesRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Preferences"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live events */
        get: {
            parameters: {
                query?: {
                    /** @description Tell first what happened within this many milliseconds, for a page that heard no event yet */
                    within?: string;
                };
                header?: {
                    "Last-Event-ID"?: string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Server-sent events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/presence.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has which ticket open; refused (503 `not_known_yet`) where this process has not heard every page since it began to listen */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["TicketPresence"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** What this page shows: told every five seconds while it is in sight, forgotten twelve seconds after the last */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Beat"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/attachments.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store a file for an answer, a draft, a field or a new ticket */
        post: {
            parameters: {
                query?: {
                    inline?: "true" | "false";
                };
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["FileForm"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Attachment"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/inbound/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes in a raw mail (RFC 5322): a new ticket, or another message on the one it answers */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "message/rfc822": string;
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["IngestedMail"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of a view, a figure, a search or named tickets */
        get: {
            parameters: {
                query?: {
                    /** @description `all` unless told */
                    view?: "mine_processing" | "mine_pending" | "mine_resolved" | "mine_completed" | "all" | "unassigned" | "group" | "transferred" | "spam";
                    group?: string;
                    transfer?: "issue" | "dooray";
                    starred?: "true" | "false";
                    unread?: "true" | "false";
                    figure?: "all.receivedToday" | "all.resolvedToday" | "all.processing" | "all.pending" | "all.unassigned" | "all.handlingRate" | "my.resolvedToday" | "my.processing" | "my.pending" | "my.transferring" | "my.promisedCalls" | "my.promisedCallsDue" | "my.customerGuidance";
                    /** @description Free text of 2 to 100 characters: a part of the subject, of a message, of the ticket id, or of the customer's name, usercode, address or number */
                    q?: string;
                    /** @description Tickets created since: `2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m`. A search covers 6 months at most, and as many unless told */
                    from?: string;
                    /** @description Tickets created until: `2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m` */
                    to?: string;
                    /** @description Two moments with ~ between them; one may be missing */
                    updated?: string;
                    /** @description Two moments with ~ between them; one may be missing */
                    resolved?: string;
                    /** @description Any of some values, with commas between them */
                    status?: string;
                    /** @description Any of some values, with commas between them */
                    priority?: string;
                    /** @description Any of some values, with commas between them */
                    channel?: string;
                    /** @description Any of some values, with commas between them */
                    language?: string;
                    /** @description Any of some values, with commas between them */
                    category?: string;
                    /** @description Any of some values, with commas between them */
                    handlingType?: string;
                    /** @description Any of some values, with commas between them */
                    groups?: string;
                    /** @description Any of some values, with commas between them */
                    assignee?: string;
                    /** @description Any of some values, with commas between them */
                    creator?: string;
                    /** @description Any of some values, with commas between them */
                    reason?: string;
                    /** @description Any of some values, with commas between them */
                    resolution?: string;
                    /** @description A part of it */
                    subject?: string;
                    /** @description A part of it */
                    content?: string;
                    /** @description A part of it */
                    ticketId?: string;
                    /** @description The number of the customer. As in every search, of the tickets of 6 months: `from` and `to` reach others */
                    customerId?: string;
                    /** @description A part of it */
                    name?: string;
                    /** @description A part of it */
                    usercode?: string;
                    /** @description A part of it */
                    email?: string;
                    /** @description A part of it */
                    phone?: string;
                    /** @description Codes of own fields whose values come with the rows. The fields are also conditions: `f.CODE` for a part of a text, `f.CODE.in` for values, `f.CODE.during` for a period, `f.CODE.is` for true or false */
                    fields?: string;
                    /** @description Up to 200 ticket ids, joined by commas */
                    ids?: string;
                    /** @description `field:asc` or `field:desc`, of updatedAt, createdAt, resolvedAt, priority, status, subject, customer, assignee, group, channel, transfer, ticketId, category, handlingType, language, creator, reason, email, phone, usercode or `f.CODE`; `updatedAt:desc` unless told */
                    sort?: string;
                    cursor?: string;
                    /** @description Share of the list to jump to, 0 to 1 */
                    at?: string;
                    /** @description 1 to 200, 50 unless told */
                    limit?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["TicketRow"][];
                                next: string | null;
                                previous: string | null;
                                total: number | null;
                                estimate: number | null;
                                position: {
                                    index: number;
                                    exact: boolean;
                                } | null;
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** A ticket that an agent writes down for a customer */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTicket"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/counts.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tickets each view holds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ViewCounts"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/customers.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Known customers whose name, address, usercode or number begins so, at most ten */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["Customer"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a ticket of the spam box for good (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DeletedTicket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Star, priority, types, own fields, customer */
        patch: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TicketPatch"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/history.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole course of a ticket, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["HistoryEntry"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/events.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a ticket, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["TicketEvent"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/read.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a ticket as seen by this agent */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SeenRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/complete.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a resolved ticket (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/restore.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a ticket from the spam box (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/related.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of the other tickets of the same customer, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Free text of 2 to 100 characters, as in the list */
                    q?: string;
                    /** @description 1 to 9999: as `next` of the page before tells it; the first unless told */
                    page?: string;
                    /** @description 1 to 100, 20 unless told */
                    limit?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["TicketRow"][];
                                next: string | null;
                                previous: string | null;
                                total: number | null;
                                estimate: number | null;
                                position: {
                                    index: number;
                                    exact: boolean;
                                } | null;
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/claim.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an unassigned ticket */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClaimRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/forward.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a ticket to an agent of a group */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ForwardRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/process.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve, hold, comment or resolve internally */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProcessRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Processed"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/preview.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The mail that a customer would get */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreviewRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["MailPreview"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/mail/{mailId}/undo.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a mail back that has not left yet; the ticket is what it was before */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                    mailId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/mail/{mailId}/retry.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail once more that failed */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                    mailId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/transfer/targets.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issue services with what they ask of a new ticket, and organisations at Dooray! with their projects */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["TransferTargets"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/transfer/issue.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a ticket of it at an issue service, with what is told here and nothing else */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IssueTransfer"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/guidance.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the service that transferred a ticket to inform its customer */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GuidanceRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/guidance/done.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the customer was informed */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/transfer/dooray-project.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a project at Dooray! offers for a new task: templates, tags, members */
        get: {
            parameters: {
                query: {
                    organizationId: string;
                    projectId: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayProject"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/transfer/dooray-template.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template of a project at Dooray!, as a new task begins */
        get: {
            parameters: {
                query: {
                    organizationId: string;
                    projectId: string;
                    templateId: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayTemplate"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/transfer/dooray.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a ticket become a task at Dooray!, with what is told here and nothing else */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DoorayTransfer"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/transfer/retry.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a transfer once more that did not get to Dooray! */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/transfer/withdraw.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a transfer back that did not get to Dooray!; the ticket is what it was before */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Ticket"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/dooray/comment.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on the task of a ticket */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DoorayCommentRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayComment"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/dooray/comments/{commentId}/retry.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a comment once more that did not get to Dooray! */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                    commentId: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayComment"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/dooray/conversation.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The task of a ticket at Dooray!, and its comments from both sides */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayConversation"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/dooray/hook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dooray! says that there is news of a task */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DoorayHook"];
                };
            };
            responses: {
                /** @description Heard, whether or not anything comes of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Called too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/sms.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text messages of a ticket, the oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SmsThread"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Send a text message, at once or later; what is masked in the ticket does not leave */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SmsRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SmsMessage"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/sms/{smsId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a reserved text message back */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    smsId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SmsMessage"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/sms/{smsId}/retry.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a text message once more that failed; not where it says what is masked in the ticket */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    smsId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SmsMessage"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/inbound/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes in a chat: a new ticket with its transcript, or what was said in it since */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChatDelivery"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ChatTaken"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/chat.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in the chat of a ticket, with asterisks where it is masked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ChatTranscript"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/draft.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The unsent text of this agent */
        get: {
            parameters: {
                query?: {
                    kind?: "answer" | "issue" | "dooray" | "guidance" | "sms";
                };
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Draft"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Keep the unsent text */
        put: {
            parameters: {
                query?: {
                    kind?: "answer" | "issue" | "dooray" | "guidance" | "sms";
                };
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Draft"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Give the unsent text up */
        delete: {
            parameters: {
                query?: {
                    kind?: "answer" | "issue" | "dooray" | "guidance" | "sms";
                };
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Draft"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/drafts.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Earlier states of the unsent text, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["DraftVersion"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/templates.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own and shared templates */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["Template"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a template; a shared one: administrators */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TemplateRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Template"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/templates/{templateId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a template; a shared one: administrators */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    templateId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedTemplate"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a template; a shared one: administrators */
        patch: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    templateId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TemplatePatch"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Template"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/templates/{templateId}/fill.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A template with the values of a ticket; its use is counted */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    templateId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FillRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["FilledTemplate"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/notices.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices that are pinned */
        get: {
            parameters: {
                query?: {
                    language?: components["schemas"]["Language"];
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["Notice"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/notices/{noticeId}/read.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a notice as read */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    noticeId: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["NoticeReadRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["NoticeRead"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/notices.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices, drafts too, the newest first (administrators) */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    audience?: "customers" | "agents";
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["AdminNotice"][];
                                next: string | null;
                                previous: string | null;
                                total: number | null;
                                estimate: number | null;
                                position: {
                                    index: number;
                                    exact: boolean;
                                } | null;
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a notice (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoticeRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AdminNotice"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/notices/{noticeId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a notice: all of it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    noticeId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoticeUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AdminNotice"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a notice with its files (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    noticeId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedNotice"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/faq.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers to frequent questions, drafts too, the newest first (administrators) */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["AdminFaq"][];
                                next: string | null;
                                previous: string | null;
                                total: number | null;
                                estimate: number | null;
                                position: {
                                    index: number;
                                    exact: boolean;
                                } | null;
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep an answer to a frequent question (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FaqRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AdminFaq"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/faq/{helpDocId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an answer to a frequent question: all of it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    helpDocId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FaqUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AdminFaq"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Remove an answer to a frequent question with its files (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    helpDocId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedFaq"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/notice-headings.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Headings of notices, in order (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["ContentLabel"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a heading of notices (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContentLabelRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/notice-headings/{labelId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a heading of notices: all of it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    labelId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContentLabelUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a heading of notices that nothing has (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    labelId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/notice-tags.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags of notices, in order (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["ContentLabel"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a tag of notices (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContentLabelRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/notice-tags/{labelId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a tag of notices: all of it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    labelId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContentLabelUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a tag of notices that nothing has (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    labelId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/faq-categories.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories of frequent questions, in order (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["ContentLabel"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a category of frequent questions (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FaqCategoryRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/faq-categories/{labelId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a category of frequent questions: all of it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    labelId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FaqCategoryUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a category of frequent questions that nothing has (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    labelId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedContentLabel"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/submission-types.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Submission types, in order (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["SubmissionType"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a submission type (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubmissionTypeRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SubmissionType"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/submission-types/{categoryId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a submission type: all of it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    categoryId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubmissionTypeUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SubmissionType"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a submission type that nothing has (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    categoryId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedSubmissionType"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/fields.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fields, those out of use too, in order (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["AdminField"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a field (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FieldRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AdminField"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/fields/{fieldId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a field: all of it but code, owner, type and encryption (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    fieldId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FieldUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AdminField"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Take a field out of use; its values and its code stay (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    fieldId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedField"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/forbidden-words.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that no mail may hold (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ForbiddenWords"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Keep all words that no mail may hold (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ForbiddenWordsRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ForbiddenWords"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/service.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenService"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/notice/categories.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Headings of notices */
        get: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenCategory"][];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/notice/tags.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags of notices */
        get: {
            parameters: {
                query?: {
                    /** @description A language, or words that are looked for in the tags */
                    language?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenTag"][];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/notice/list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices */
        get: {
            parameters: {
                query?: {
                    page?: "" | string;
                    pageSize?: "" | string;
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                    categoryId?: "" | string;
                    tagId?: "" | string;
                    query?: string;
                    /** @description `field:asc` or `field:desc`, with commas between */
                    sort?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenNotice"][];
                                total: number;
                                pages: number;
                                pageNum: number;
                                pageSize: number;
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/notice/detail/{id}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A notice; that it was read is counted */
        get: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenNoticeDetail"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/notice/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a notice, opened or downloaded */
        get: {
            parameters: {
                query?: {
                    type?: "" | ("open" | "download");
                };
                header?: never;
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/helpdoc/categories.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories of frequent questions */
        get: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenCategory"][];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/helpdoc/list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers to frequent questions */
        get: {
            parameters: {
                query?: {
                    page?: "" | string;
                    pageSize?: "" | string;
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                    categoryId?: "" | string;
                    query?: string;
                    /** @description `field:asc` or `field:desc`, with commas between */
                    sort?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenFaq"][];
                                total: number;
                                pages: number;
                                pageNum: number;
                                pageSize: number;
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/helpdoc/detail/{id}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An answer to a frequent question; that it was read is counted */
        get: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenFaqDetail"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/helpdoc/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of an answer, opened or downloaded */
        get: {
            parameters: {
                query?: {
                    type?: "" | ("open" | "download");
                };
                header?: never;
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/ticket/categories.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Submission types */
        get: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                    parent?: "" | string;
                    child?: "" | string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenCategory"][];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/ticket/field/user/{categoryId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fields of a submission type */
        get: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                    categoryId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenField"][];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/ticket/attachments/upload.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store a file for an inquiry or a re-inquiry */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenAttachment"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/api/v2/ticket/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open or download a file of a ticket */
        get: {
            parameters: {
                query?: {
                    type?: "" | ("open" | "download");
                };
                header?: never;
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/ticket.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a ticket for a customer */
        post: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OpenInquiry"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenTicketDetail"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/ticket/enduser/{usercode}/list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets of a member */
        get: {
            parameters: {
                query?: {
                    page?: "" | string;
                    pageSize?: "" | string;
                    categoryId?: "" | string;
                    status?: "" | string;
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                    source?: "" | string;
                    sort?: "" | string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                    /** @description What the host calls its member */
                    usercode: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: (components["schemas"]["OpenTicket"] & {
                                    content: null;
                                    contents: null;
                                    attachments: null;
                                })[];
                                total: number;
                                pages: number;
                                pageNum: number;
                                pageSize: number;
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        /** Tickets of a member */
        post: {
            parameters: {
                query?: {
                    page?: "" | string;
                    pageSize?: "" | string;
                    categoryId?: "" | string;
                    status?: "" | string;
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                    source?: "" | string;
                    sort?: "" | string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                    /** @description What the host calls its member */
                    usercode: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: (components["schemas"]["OpenTicket"] & {
                                    content: null;
                                    contents: null;
                                    attachments: null;
                                })[];
                                total: number;
                                pages: number;
                                pageNum: number;
                                pageSize: number;
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/ticket/enduser/{usercode}/{ticketId}/detail.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ticket of a member */
        get: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                    /** @description What the host calls its member */
                    usercode: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenTicketDetail"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/ticket/enduser/{usercode}/{ticketId}/comment.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A member writes again */
        post: {
            parameters: {
                query?: {
                    /** @description Without it, or with one that the service does not have: the default of the service */
                    language?: string;
                    /** @description At most five ids, joined with commas */
                    attachments?: string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                    /** @description What the host calls its member */
                    usercode: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OpenComment"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenEntry"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/users.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents */
        get: {
            parameters: {
                query?: {
                    page?: "" | string;
                    pageSize?: "" | string;
                    role?: "" | ("ROLE_FRONT_ADMIN" | "ROLE_FRONT_AGENT");
                    name?: "" | string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["OpenAgent"][];
                                total: number;
                                pages: number;
                                pageNum: number;
                                pageSize: number;
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/users/{id}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An agent */
        get: {
            parameters: {
                query?: never;
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenAgent"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        /** Change the role of an agent, and the name */
        put: {
            parameters: {
                query?: {
                    role?: "ROLE_FRONT_ADMIN" | "ROLE_FRONT_AGENT";
                    /** @description What customers and colleagues read. Not in the documentation: without it, what is there */
                    username?: string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OpenAgentRole"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenAgent"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        post?: never;
        /** End the work of an agent */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: null;
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/adduser.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an agent */
        post: {
            parameters: {
                query?: {
                    /** @description In the directory of the organisation */
                    id?: string;
                    role?: "ROLE_FRONT_ADMIN" | "ROLE_FRONT_AGENT";
                    /** @description What customers and colleagues read. Not in the documentation: without it, what is there */
                    username?: string;
                };
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OpenAgentRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["OpenAgent"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/enduser/remote.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A browser links a member of the host, and goes to `returnUrl` */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-www-form-urlencoded": components["schemas"]["OpenMemberLink"] & {
                        returnUrl?: string;
                    };
                };
            };
            responses: {
                /** @description `SUCCESS` */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description To `returnUrl`, which must be a page of the host */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/enduser/remote.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A server links a member: the access token opens the help center within five minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-www-form-urlencoded": components["schemas"]["OpenMemberLink"];
                    "application/json": components["schemas"]["OpenMemberLink"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: string;
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/service-key.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The end of the service key (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ServiceKey"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Renew the service key: the old one is refused at once (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ServiceKeyRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["NewServiceKey"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Switch the signed calls off: there is no key any more (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ServiceKeyRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ServiceKey"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/allow-list.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that may sign calls (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AllowList"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Say which addresses may sign calls (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AllowListRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["AllowList"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/spam-limits.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often customers may inquire (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SpamLimits"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Say how often customers may inquire (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SpamLimitsRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["SpamLimits"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/host-origins.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pages that the help center may return to and stand in (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["HostOrigins"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Say which pages the help center may return to and stand in (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HostOriginsRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["HostOrigins"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/dooray.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the service works with Dooray! (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DooraySettings"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Say how the service works with Dooray! (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DooraySettingsRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DooraySettings"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/dooray/organizations.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations at Dooray! and their projects (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["DoorayOrganizationSettings"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/dooray/organizations/{organizationId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register an organisation at Dooray!, or change it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    organizationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DoorayOrganizationRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayOrganizationSettings"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Forget an organisation at Dooray! (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    organizationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expectedVersion: number;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedDooray"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/dooray/projects/{projectId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register a project at Dooray!, or change it (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DoorayProjectRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayProjectSettings"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Forget a project at Dooray! (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expectedVersion: number;
                        organizationId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedDooray"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/dooray/agent-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which agents are which members at Dooray!, and whose key is known (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["DoorayAgentKey"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/dooray/agent-keys/{usercode}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which member an agent is, by an address or by a key of its own (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    usercode: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DoorayAgentKeyRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["DoorayAgentKey"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        /** Forget which member an agent is (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    usercode: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expectedVersion: number;
                        organizationId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedDooray"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/dooray/agent-keys/match.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the members of an organisation that agents are, by their addresses (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DoorayMatchRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["DoorayAgentKey"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/messaging.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service has text messages and chats (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Messaging"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Switch text messages and chats of the service (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Messaging"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Messaging"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/customer-info.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For which channels customers are looked up without being asked for (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["CustomerInfoSettings"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Say for which channels customers are looked up without being asked for (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerInfoSettings"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["CustomerInfoSettings"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/triggers.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Triggers in the order in which they are asked (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["Trigger"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a trigger, last in order (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TriggerRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Trigger"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/triggers/order.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put all triggers into an order (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TriggerOrder"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["Trigger"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/triggers/{triggerId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a trigger (administrators) */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    triggerId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VersionRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["RemovedTrigger"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a trigger (administrators) */
        patch: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    triggerId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TriggerPatch"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Trigger"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/board.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the service and of this agent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Board"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/board/recount.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count all tickets and correct the kept figures (administrators) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Recounted"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/callbacks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open promised calls in the order of their times: the own ones, or that of a ticket */
        get: {
            parameters: {
                query?: {
                    /** @description Only calls whose time has come */
                    due?: "true" | "false";
                    /** @description The open call of this ticket instead of the own ones */
                    ticketId?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["PromisedCalls"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/callbacks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promise a call */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromisedCallRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["PromisedCall"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/callbacks/{callId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Move a promised call, change it, or end it */
        patch: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    callId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromisedCallChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["PromisedCall"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/channels.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of telephone and chat */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ChannelBoard"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        /** Figures of telephone and chat, as often as they change and at least twice a minute */
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-TC-Timestamp": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChannelFeed"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["ChannelFeedKept"];
                            };
                        };
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/counts.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How long lists are, by their search strings */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CountsRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["ListLength"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/bulk.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do something to many tickets, or tell what would be done (`dryRun`) */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BulkRequest"];
                };
            };
            responses: {
                /** @description Not done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["BulkCheck"];
                            };
                        };
                    };
                };
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Job"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/jobs.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agent's runs of the last day, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["Job"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/jobs/{jobId}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run, and its tickets */
        get: {
            parameters: {
                query?: {
                    state?: "waiting" | "done" | "failed";
                    cursor?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                    jobId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["JobPage"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/jobs/{jobId}/retry.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the failed tickets of a run again */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    jobId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Job"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/jobs/{jobId}/cancel.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave out the tickets of a run that wait */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    jobId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Job"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/export.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A list as a CSV file (permission `export`) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExportRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/messages/{entryId}/masks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put asterisks in the place of words of a message */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    entryId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MaskRequest"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Masked"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/masks/{maskId}/reveal.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show one reader what a mask hides */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                    maskId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RevealRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["Revealed"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/masks/{maskId}/unmask.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put what a mask hides back into the message */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    maskId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UnmaskRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["HistoryEntry"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/masks/{maskId}/purge.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Destroy what a mask hides */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                    maskId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PurgeRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["HistoryEntry"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/admin/mask-patterns.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers of the service’s own that are looked for as personal data (administrators) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["MaskPattern"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        /** Keep all numbers of the service’s own that are looked for as personal data (administrators) */
        put: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MaskPatternsRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["MaskPattern"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/audit.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of the access log, newest first (permission `audit`) */
        get: {
            parameters: {
                query?: {
                    /** @description `2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m`; it belongs to the period */
                    from?: string;
                    /** @description `2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m`; it belongs to the period */
                    to?: string;
                    /** @description The agent */
                    usercode?: string;
                    ticketId?: string;
                    /** @description The number of a customer, or the beginning of a name, an address, a usercode or a telephone number */
                    customer?: string;
                    /** @description A part of the reason */
                    q?: string;
                    /** @description Any of some kinds, with commas between them: ticket_read, file_read, related_read, exported, export_refused, customers_found, calls_listed, customer_looked_up, customer_answered, customer_changed, masked, mask_revealed, mask_unmasked, mask_purge_asked, mask_purged, mask_refused, mask_reveal_refused, mask_unmask_refused, mask_purge_refused, issue_transferred, transfer_received, answered_back, answer_received, guidance_asked, guidance_done, dooray_transferred, dooray_withdrawn, dooray_changed, sms_sent, sms_cancelled, sms_retried, bulk_started, bulk_retried, bulk_cancelled, template_kept, template_removed, trigger_kept, trigger_removed, triggers_ordered, patterns_kept, article_kept, article_removed, setup_kept, setup_removed, service_key_renewed, service_key_removed, open_api_changed, agent_added, agent_role_changed, agent_removed, audit_read, audit_exported, audit_refused */
                    kind?: string;
                    cursor?: string;
                    /** @description 1 to 200, 50 unless told */
                    limit?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["AuditRecord"][];
                                next: string | null;
                                previous: string | null;
                                total: number | null;
                                estimate: number | null;
                                position: {
                                    index: number;
                                    exact: boolean;
                                } | null;
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/tickets/{ticketId}/mask-audit.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the masks of a ticket, or to one of them, newest first (permission `audit`) */
        get: {
            parameters: {
                query?: {
                    maskId?: string;
                };
                header?: never;
                path: {
                    serviceId: string;
                    ticketId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                contents: components["schemas"]["AuditRecord"][];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/audit/export.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The access log as a CSV file (permission `audit`) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AuditExportRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{serviceId}/openapi/v1/console/customer-info.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the customer-information link */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    serviceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerInfoRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            header: {
                                resultCode: number;
                                resultMessage: string;
                                isSuccessful: boolean;
                            };
                            result: {
                                content: components["schemas"]["CustomerInfo"];
                            };
                        };
                    };
                };
                /** @description Asked too often: again after `Retry-After` seconds (`too_often`) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description A statement took too long: ask for less, or later (`too_slow`) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Token: {
            token: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            expiresAt: number;
        };
        Failure: {
            header: {
                resultCode: number;
                resultMessage: string;
                isSuccessful: boolean;
            };
            result: {
                contents?: components["schemas"]["FieldProblem"][];
                content?: {
                    [key: string]: unknown;
                };
            } | null;
        };
        FieldProblem: {
            field: string;
            code: string;
            message: string;
        };
        TokenRequest: {
            usercode: string;
        };
        Session: {
            agent: {
                usercode: string;
                name: string;
                /** @enum {string} */
                role: "admin" | "agent";
                groups: components["schemas"]["Group"][];
                permissions: {
                    forward: boolean;
                    mask: boolean;
                    reveal: boolean;
                    unmask: boolean;
                    purge: boolean;
                    audit: boolean;
                    export: boolean;
                };
            };
            service: {
                serviceId: string;
                name: string;
                /** @enum {string} */
                kind: "consultation" | "issue";
                timeZone: string;
                language: components["schemas"]["Language"];
                languages: components["schemas"]["Language"][];
                /** @enum {string} */
                editor: "html" | "text";
            };
            capabilities: {
                phone: boolean;
                chat: boolean;
                sms: boolean;
                security: boolean;
                dooray: boolean;
                issueTransfer: boolean;
                customerInfo: boolean;
            };
        };
        Group: {
            groupId: number;
            name: string;
        };
        /** @enum {string} */
        Language: "ko" | "ja" | "en";
        Settings: {
            categories: components["schemas"]["TreeNode"][];
            handlingTypes: components["schemas"]["TreeNode"][];
            handlingTypeRequired: boolean;
            groups: (components["schemas"]["Group"] & {
                agents: (components["schemas"]["Person"] & {
                    assignable: boolean;
                    open: number;
                })[];
            })[];
            reasons: components["schemas"]["Reason"][];
            undoSeconds: number;
            fields: components["schemas"]["FieldDefinition"][];
            conditions: string[];
            inquiryItems: components["schemas"]["InquiryItem"][];
            /** @description Channels whose tickets have their customer looked up as they open */
            autoLookUp: components["schemas"]["Channel"][];
            bulkLimit: number;
            forbiddenWords: string[];
            maskPatterns: components["schemas"]["MaskPattern"][];
        };
        TreeNode: {
            id: number;
            parent: number;
            name: string;
        };
        Person: {
            usercode: string;
            name: string;
        };
        /** @enum {string} */
        Reason: "spam" | "abuse" | "test" | "duplicate" | "chat" | "phone" | "other";
        FieldDefinition: {
            code: string;
            /** @enum {string} */
            owner: "customer" | "agent";
            /** @enum {string} */
            type: "text" | "textarea" | "dropdown" | "checkbox" | "radio" | "date" | "datetime" | "date_period" | "datetime_period" | "agree" | "caption" | "file";
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            hints?: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            placeholders?: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            options: string[] | null;
            required: boolean;
            encrypted: boolean;
            length: number;
            categories: number[] | null;
        };
        InquiryItem: {
            key: string;
            label: string;
            options: string[] | null;
            required: boolean;
            length: number;
            /** @enum {string|null} */
            fact: "name" | "usercode" | "email" | "phone" | null;
        };
        /** @enum {string} */
        Channel: "web" | "spweb" | "api" | "mail" | "chat" | "phone" | "manual" | "issue";
        MaskPattern: {
            label: string;
            pattern: string;
        };
        Preferences: {
            list: {
                columns: components["schemas"]["ColumnState"][] | null;
                /** @enum {string|null} */
                density: "compact" | "normal" | "comfortable" | null;
                isCollapsed: boolean;
            };
            conditions: string[] | null;
            views: components["schemas"]["SavedView"][];
            shortcuts: {
                isOn: boolean;
                keys: {
                    [key: string]: string;
                };
            };
            board: {
                /** @enum {string} */
                orientation?: "horizontal" | "vertical";
                items?: ("all.receivedToday" | "all.resolvedToday" | "all.processing" | "all.pending" | "all.unassigned" | "all.handlingRate" | "my.resolvedToday" | "my.processing" | "my.pending" | "my.transferring" | "my.promisedCalls" | "my.customerGuidance" | "phone.waitingCustomers" | "phone.waitingAgents" | "phone.answeringIn" | "phone.answeringOut" | "phone.agents" | "phone.answerRate" | "phone.serviceLevel" | "chat.waitingCustomers" | "chat.waitingAgents" | "chat.answering" | "chat.agents" | "chat.answerRate" | "chat.serviceLevel")[];
                sound?: boolean;
                notify?: boolean;
            };
            layout: {
                [key: string]: number | boolean | null;
            } | null;
            rail: components["schemas"]["RailState"];
        };
        ColumnState: {
            id: string;
            width: number | null;
        };
        SavedView: {
            id: string;
            name: string;
            /** @description The search string of the list */
            query: string;
            columns: components["schemas"]["ColumnState"][] | null;
        };
        /** @description Tools beside a ticket; the order may lack some */
        RailState: {
            order: ("history" | "templates" | "dooray" | "customer" | "events" | "sms" | "chat")[];
            /** @enum {string|null} */
            open: "history" | "templates" | "dooray" | "customer" | "events" | "sms" | "chat" | null;
            folded: boolean;
        };
        PreferencesRequest: {
            list?: {
                columns: components["schemas"]["ColumnState"][] | null;
                /** @enum {string|null} */
                density: "compact" | "normal" | "comfortable" | null;
                isCollapsed: boolean;
            };
            conditions?: string[] | null;
            views?: components["schemas"]["SavedView"][];
            shortcuts?: {
                isOn: boolean;
                keys: {
                    [key: string]: string;
                };
            };
            board?: {
                /** @enum {string} */
                orientation?: "horizontal" | "vertical";
                items?: ("all.receivedToday" | "all.resolvedToday" | "all.processing" | "all.pending" | "all.unassigned" | "all.handlingRate" | "my.resolvedToday" | "my.processing" | "my.pending" | "my.transferring" | "my.promisedCalls" | "my.customerGuidance" | "phone.waitingCustomers" | "phone.waitingAgents" | "phone.answeringIn" | "phone.answeringOut" | "phone.agents" | "phone.answerRate" | "phone.serviceLevel" | "chat.waitingCustomers" | "chat.waitingAgents" | "chat.answering" | "chat.agents" | "chat.answerRate" | "chat.serviceLevel")[];
                sound?: boolean;
                notify?: boolean;
            };
            layout?: {
                [key: string]: number | boolean | null;
            } | null;
            rail?: components["schemas"]["RailState"];
        };
        Beat: {
            /**
             * @description The ticket that is open; null for none, or a page that closes
             * @example T1658199661153IXTfw
             */
            ticketId: string | null;
            /** @description Whether an answer is being written */
            typing: boolean;
            /** @description Made up by the page: an agent may have several open */
            pageId: string;
        };
        TicketPresence: {
            /** @example T1658199661153IXTfw */
            ticketId: string;
            viewers: {
                usercode: string;
                name: string;
                typing: boolean;
            }[];
        };
        Attachment: {
            attachmentId: string;
            fileName: string;
            contentType: string;
            size: number;
            inline: boolean;
        };
        FileForm: {
            /** Format: binary */
            file: string;
        };
        IngestedMail: {
            /** @example T1658199661153IXTfw */
            ticketId: string;
            /** @enum {string} */
            kind: "inquiry" | "reinquiry" | "duplicate";
            notes: ("shown_as_text" | "truncated" | "unreadable_parts" | "tnef_ignored" | "charset_guessed")[];
        };
        TicketRow: {
            /** @example T1658199661153IXTfw */
            ticketId: string;
            version: number;
            status: components["schemas"]["Status"];
            spam: boolean;
            /** @enum {string|null} */
            resolution: "customer" | "internal" | null;
            reason: components["schemas"]["Reason"] | null;
            subject: string;
            priority: components["schemas"]["Priority"];
            channel: components["schemas"]["Channel"];
            language: components["schemas"]["Language"];
            categoryId: number | null;
            handlingTypeId: number | null;
            group: components["schemas"]["Group"] | null;
            assignee: components["schemas"]["Person"] | null;
            creator: components["schemas"]["Person"] | null;
            customer: components["schemas"]["Customer"];
            starred: boolean;
            unread: boolean;
            transfer: {
                /** @enum {string} */
                kind: "issue" | "dooray";
                linkedId: string | null;
                taskId: string | null;
                to: string;
                url: string | null;
                /** @enum {string} */
                state: "sending" | "sent" | "failed";
                /** @enum {string|null} */
                problem: "unreachable" | "not_allowed" | "not_found" | "refused" | "mandatory_tags" | "switched_off" | null;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
                by: components["schemas"]["Person"];
            } | null;
            origin: {
                service: string;
                /** @example T1658199661153IXTfw */
                ticketId: string;
                guidance: {
                    text: string;
                    by: string;
                    /**
                     * @description Epoch milliseconds
                     * @example 1764031689401
                     */
                    at: number;
                    /**
                     * @description Epoch milliseconds
                     * @example 1764031689401
                     */
                    doneAt: number | null;
                } | null;
            } | null;
            guidance: {
                text: string;
                by: string;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
            } | null;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdAt: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedAt: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            resolvedAt: number | null;
            actions: components["schemas"]["Action"][];
            fields?: components["schemas"]["FieldValues"];
        };
        /** @enum {string} */
        Status: "unassigned" | "processing" | "pending" | "issue_transferred" | "issue_answered" | "dooray_transferred" | "dooray_in_progress" | "dooray_answered" | "resolved" | "completed";
        /** @enum {string} */
        Priority: "low" | "normal" | "high" | "urgent";
        Customer: {
            customerId: number;
            usercode: string | null;
            name: string;
            email: string | null;
            phone: string | null;
        } | null;
        /** @enum {string} */
        Action: "claim" | "forward" | "resolve" | "hold" | "comment" | "internal" | "complete" | "restore" | "delete" | "transfer_issue" | "transfer_dooray" | "dooray_comment" | "undo_mail" | "star" | "edit";
        FieldValues: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        FieldValue: string | boolean | string[] | null;
        ViewCounts: {
            mine_processing?: number;
            mine_pending?: number;
            mine_resolved?: number;
            mine_completed?: number;
            all?: number;
            unassigned?: number;
            group?: number;
            transferred?: number;
            spam?: number;
        };
        Ticket: components["schemas"]["TicketRow"] & {
            files?: components["schemas"]["Attachment"][];
        };
        NewTicket: {
            categoryId: number;
            subject: string;
            html: string;
            endUser: {
                usercode: string | null;
                name: string;
                email: string | null;
                phone: string | null;
            };
            fields?: components["schemas"]["FieldValues"];
            /** @default [] */
            attachmentIds: string[];
            priority?: components["schemas"]["Priority"];
            groupId?: number;
            assignee?: string;
        };
        HistoryEntry: {
            id: number;
            /** @enum {string} */
            kind: "inquiry" | "reply" | "hold" | "comment" | "internal" | "issue" | "reinquiry" | "sms";
            author: {
                /** @enum {string} */
                role: "customer" | "agent" | "system";
                usercode: string | null;
                name: string;
            };
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            bodyVersion: number;
            html: string;
            text: string;
            styles: {
                node: number;
                props: [
                    string,
                    string
                ][];
            }[];
            blocked: {
                node: number;
                url: string;
            }[];
            notes: ("shown_as_text" | "truncated" | "unreadable_parts" | "tnef_ignored" | "charset_guessed")[];
            masks: {
                id: string;
                start: number;
                length: number;
                /** @enum {string|null} */
                category: "resident_number" | "foreigner_number" | "my_number" | "passport" | "driver_licence" | "phone" | "bank_account" | "card" | "email" | "ip_address" | "secret" | "name" | "address" | "custom" | "other" | null;
                /** @enum {string} */
                state: "masked" | "purged";
                by: components["schemas"]["Person"];
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
            }[];
            attachments: components["schemas"]["Attachment"][];
            values: components["schemas"]["FieldValues"];
            mail: {
                mailId: string;
                to: string;
                /** @enum {string} */
                state: "queued" | "sent" | "failed" | "withdrawn";
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                until: number | null;
                answer: string | null;
            } | null;
            sms?: {
                smsId: string;
                to: string;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number | null;
                /** @enum {string} */
                state: "reserved" | "sending" | "sent" | "delivered" | "failed" | "cancelled";
            };
        };
        TicketEvent: {
            id: number;
            kind: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            actor: components["schemas"]["Person"] | null;
            data: {
                [key: string]: string | number | boolean | null;
            };
        };
        SeenRequest: {
            version: number;
        };
        TicketPatch: {
            expectedVersion?: number;
            starred?: boolean;
            priority?: components["schemas"]["Priority"];
            handlingTypeId?: number | null;
            categoryId?: number;
            fields?: components["schemas"]["FieldValues"];
            customer?: {
                name?: string | null;
                usercode?: string | null;
                email?: string | null;
                phone?: string | null;
            };
        };
        VersionRequest: {
            expectedVersion: number;
        };
        DeletedTicket: {
            /** @example T1658199661153IXTfw */
            ticketId: string;
        };
        ClaimRequest: {
            expectedVersion: number;
            groupId?: number;
        };
        ForwardRequest: {
            expectedVersion: number;
            groupId: number;
            usercode: string;
        };
        Processed: {
            ticket: components["schemas"]["Ticket"];
            entry: components["schemas"]["HistoryEntry"];
        };
        ProcessRequest: {
            /** @enum {string} */
            action: "resolve" | "hold" | "comment" | "internal";
            expectedVersion?: number;
            reason?: components["schemas"]["Reason"];
            /** @default  */
            html: string;
            handlingTypeId?: number | null;
            priority?: components["schemas"]["Priority"];
            values?: components["schemas"]["FieldValues"];
            draftSeq?: number;
            attachmentIds?: string[];
            confirmed?: boolean;
            maskCopy?: ("resident_number" | "foreigner_number" | "my_number" | "passport" | "driver_licence" | "phone" | "bank_account" | "card" | "email" | "ip_address" | "secret" | "name" | "address" | "custom" | "other")[];
        };
        MailPreview: {
            forbidden: {
                word: string;
                start: number;
                length: number;
            }[];
            codes: ("customer.name" | "customer.email" | "customer.phone" | "customer.usercode" | "ticket.id" | "ticket.subject" | "ticket.category" | "ticket.createdAt" | "agent.name" | "agent.group" | "service.name")[];
            blocked: boolean;
            mail: {
                to: string;
                from: string;
                subject: string;
                body: {
                    html: string;
                    text: string;
                    styles: {
                        node: number;
                        props: [
                            string,
                            string
                        ][];
                    }[];
                    blocked: {
                        node: number;
                        url: string;
                    }[];
                    notes: ("shown_as_text" | "truncated" | "unreadable_parts" | "tnef_ignored" | "charset_guessed")[];
                };
            } | null;
            /** @enum {string|null} */
            why: "no_address" | "no_mail_channel" | "no_mail_action" | null;
        };
        PreviewRequest: {
            /** @enum {string} */
            action: "resolve" | "hold";
            /** @default  */
            html: string;
            attachmentIds?: string[];
        };
        TransferTargets: {
            issue: components["schemas"]["IssueTarget"][];
            dooray: components["schemas"]["DoorayOrganization"][] | null;
        };
        IssueTarget: {
            serviceId: string;
            name: string;
            submissionTypes: components["schemas"]["TreeNode"][];
            customerFields: components["schemas"]["FieldDefinition"][];
        };
        DoorayOrganization: {
            organizationId: string;
            name: string;
            projects: {
                projectId: string;
                name: string;
            }[];
        };
        IssueTransfer: {
            version?: number;
            service: string;
            categoryId: number;
            subject: string;
            content: string;
            fields?: components["schemas"]["FieldValues"];
            /** @default [] */
            attachments: string[];
        };
        GuidanceRequest: {
            text: string;
        };
        DoorayProject: {
            projectId: string;
            name: string;
            templates: {
                templateId: string;
                name: string;
                isDefault: boolean;
            }[];
            tagGroups: {
                groupId: string | null;
                name: string;
                mandatory: boolean;
                selectOne: boolean;
                tags: {
                    tagId: string;
                    name: string;
                    color: string | null;
                }[];
            }[];
            members: {
                memberId: string;
                name: string;
            }[];
        };
        DoorayTemplate: {
            templateId: string;
            subject: string;
            html: string;
            tagIds: string[];
            assignees: string[];
        };
        DoorayTransfer: {
            version?: number;
            organizationId: string;
            projectId: string;
            templateId?: string;
            subject: string;
            content: string;
            /** @default [] */
            tagIds: string[];
            /** @default [] */
            assignees: string[];
            /** @default [] */
            attachments: string[];
        };
        DoorayComment: {
            id: string;
            own: boolean;
            author: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            body: {
                html: string;
                text: string;
                styles: {
                    node: number;
                    props: [
                        string,
                        string
                    ][];
                }[];
                blocked: {
                    node: number;
                    url: string;
                }[];
                notes: ("shown_as_text" | "truncated" | "unreadable_parts" | "tnef_ignored" | "charset_guessed")[];
            };
            attachments: components["schemas"]["Attachment"][];
            /** @enum {string} */
            state: "sending" | "sent" | "failed";
            /** @enum {string|null} */
            problem: "unreachable" | "not_allowed" | "not_found" | "refused" | "mandatory_tags" | "switched_off" | null;
        };
        DoorayCommentRequest: {
            html: string;
            /** @default [] */
            attachments: string[];
            draftSeq?: number;
        };
        DoorayConversation: {
            task: {
                taskId: string | null;
                number: string | null;
                subject: string;
                url: string | null;
                to: string;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
                workflow: {
                    /** @enum {string} */
                    class: "backlog" | "registered" | "working" | "closed";
                    name: string;
                } | null;
                body: {
                    html: string;
                    text: string;
                    styles: {
                        node: number;
                        props: [
                            string,
                            string
                        ][];
                    }[];
                    blocked: {
                        node: number;
                        url: string;
                    }[];
                    notes: ("shown_as_text" | "truncated" | "unreadable_parts" | "tnef_ignored" | "charset_guessed")[];
                };
                attachments: components["schemas"]["Attachment"][];
            } | null;
            comments: components["schemas"]["DoorayComment"][];
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            readAt: number | null;
            stale: boolean;
        };
        DoorayHook: {
            post: {
                id: string;
            };
        };
        SmsThread: {
            to: string | null;
            /** @enum {string|null} */
            hindrance: "no_number" | "masked_number" | "bad_number" | "not_assignee" | "spam" | null;
            messages: components["schemas"]["SmsMessage"][];
        };
        SmsMessage: {
            smsId: string;
            /** @example T1658199661153IXTfw */
            ticketId: string;
            /** @enum {string} */
            kind: "sms" | "mms";
            to: string;
            text: string;
            attachment: components["schemas"]["Attachment"] | null;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number | null;
            /** @enum {string} */
            state: "reserved" | "sending" | "sent" | "delivered" | "failed" | "cancelled";
            /** @enum {string|null} */
            problem: "refused" | "unreachable" | "undelivered" | "unknown" | "masked" | "no_image" | "off" | "spam" | "no_number" | "masked_number" | "bad_number" | "number_changed" | null;
            by: components["schemas"]["Person"];
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdAt: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            sentAt: number | null;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            deliveredAt: number | null;
            actions: ("cancel" | "retry")[];
        };
        SmsRequest: {
            /** @description At most 90 bytes as a short message, else 2,000; two bytes for what is not ASCII (CP949) */
            text: string;
            /** @description A JPEG of at most 0.3 MB that this agent uploaded; it makes a multimedia message */
            attachmentId?: string;
            /**
             * @description From 30 minutes to one day ahead; without it at once
             * @example 1764031689401
             */
            at?: number;
        };
        ChatTaken: {
            /** @example T1658199661153IXTfw */
            ticketId: string;
            /** @enum {string} */
            kind: "created" | "extended" | "unchanged";
            /** @description How many messages were not there before */
            added: number;
        };
        ChatDelivery: {
            /** @description Names the chat: handed in again, it goes on */
            chatId: string;
            /** @description Without it the first words of the customer */
            subject?: string;
            language?: components["schemas"]["Language"];
            /** @description Who has it; without it nobody */
            assignee?: string;
            customer?: {
                name?: string;
                /** Format: email */
                email?: string;
                phone?: string;
                usercode?: string;
            };
            messages: {
                /** @description Names the message in its chat: it counts once */
                id: string;
                /** @enum {string} */
                from: "customer" | "agent" | "system";
                name?: string;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
                /** @default  */
                text: string;
                /** @default [] */
                files: {
                    fileName: string;
                    /** @description Base64; less than 10 MB, of a kind that the Open API takes */
                    content: string;
                }[];
            }[];
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            endedAt?: number;
            rating?: {
                satisfied: boolean;
                opinion?: string;
            };
        };
        ChatTranscript: {
            messages: {
                id: string;
                /** @enum {string} */
                from: "customer" | "agent" | "system";
                name: string;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
                text: string;
                attachments: components["schemas"]["Attachment"][];
            }[];
            rating: {
                satisfied: boolean;
                opinion: string | null;
            } | null;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            endedAt: number | null;
        };
        Draft: {
            html: string;
            seq: number;
            action: components["schemas"]["Action"] | null;
            values: components["schemas"]["FieldValues"];
            attachments?: components["schemas"]["Attachment"][];
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedAt: number;
        } | null;
        DraftRequest: {
            html: string;
            seq: number;
            action?: components["schemas"]["Action"] | null;
            values?: components["schemas"]["FieldValues"];
            /** @default [] */
            attachmentIds: string[];
        };
        DraftVersion: {
            seq: number;
            html: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            attachments?: components["schemas"]["Attachment"][];
        };
        Template: {
            templateId: number;
            name: string;
            code: string | null;
            handlingTypeId: number | null;
            owner: string | null;
            html: string;
            used: number;
            version: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedAt: number;
        };
        TemplateRequest: {
            name: string;
            code: string | null;
            handlingTypeId: number | null;
            shared: boolean;
            html: string;
        };
        TemplatePatch: {
            name: string;
            code: string | null;
            handlingTypeId: number | null;
            shared: boolean;
            html: string;
            expectedVersion: number;
        };
        RemovedTemplate: {
            templateId: number;
        };
        FilledTemplate: {
            templateId: number;
            html: string;
            missing: ("customer.name" | "customer.email" | "customer.phone" | "customer.usercode" | "ticket.id" | "ticket.subject" | "ticket.category" | "ticket.createdAt" | "agent.name" | "agent.group" | "service.name")[];
        };
        FillRequest: {
            /** @example T1658199661153IXTfw */
            ticketId?: string;
            /** @default {} */
            values: {
                [key: string]: string;
            };
        };
        Notice: {
            noticeId: number;
            title: string;
            html: string;
            styles: {
                node: number;
                props: [
                    string,
                    string
                ][];
            }[];
            pinned: boolean;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            from: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            until: number | null;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedAt: number;
            read: boolean;
        };
        NoticeRead: {
            noticeId: number;
            read: boolean;
        };
        NoticeReadRequest: {
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedAt?: number;
        };
        AdminNotice: {
            noticeId: number;
            /** @enum {string} */
            audience: "customers" | "agents";
            headingId: number | null;
            tagIds: number[];
            pinned: boolean;
            displayedOn: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "reserved" | "open" | "over";
            /** @description False for a draft */
            published: boolean;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            from: number;
            /**
             * @description The first moment at which it is over; null for one that stays
             * @example 1764031689401
             */
            until: number | null;
            texts: {
                ko?: {
                    title: string;
                    html: string;
                };
                ja?: {
                    title: string;
                    html: string;
                };
                en?: {
                    title: string;
                    html: string;
                };
            };
            attachments: components["schemas"]["Attachment"][];
            readCount: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdAt: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedAt: number;
        };
        NoticeRequest: {
            /** @enum {string} */
            audience: "customers" | "agents";
            headingId: number | null;
            tagIds: number[];
            pinned: boolean;
            /** @description The day that is shown with it; null: that on which its period begins */
            displayedOn: string | null;
            /** @description False for a draft */
            published: boolean;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            from: number;
            /**
             * @description The first moment at which it is over; null for one that stays
             * @example 1764031689401
             */
            until: number | null;
            /** @description By language; that of the service is needed */
            texts: {
                ko?: {
                    title: string;
                    html: string;
                };
                ja?: {
                    title: string;
                    html: string;
                };
                en?: {
                    title: string;
                    html: string;
                };
            };
            attachmentIds: string[];
        };
        NoticeUpdate: {
            expectedVersion: number;
            /** @enum {string} */
            audience: "customers" | "agents";
            headingId: number | null;
            tagIds: number[];
            pinned: boolean;
            /** @description The day that is shown with it; null: that on which its period begins */
            displayedOn: string | null;
            /** @description False for a draft */
            published: boolean;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            from: number;
            /**
             * @description The first moment at which it is over; null for one that stays
             * @example 1764031689401
             */
            until: number | null;
            /** @description By language; that of the service is needed */
            texts: {
                ko?: {
                    title: string;
                    html: string;
                };
                ja?: {
                    title: string;
                    html: string;
                };
                en?: {
                    title: string;
                    html: string;
                };
            };
            attachmentIds: string[];
        };
        RemovedNotice: {
            noticeId: number;
        };
        AdminFaq: {
            helpDocId: number;
            categoryId: number | null;
            pinned: boolean;
            recommended: boolean;
            version: number;
            /** @enum {string} */
            state: "draft" | "reserved" | "open" | "over";
            /** @description False for a draft */
            published: boolean;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            from: number;
            /**
             * @description The first moment at which it is over; null for one that stays
             * @example 1764031689401
             */
            until: number | null;
            texts: {
                ko?: {
                    title: string;
                    html: string;
                };
                ja?: {
                    title: string;
                    html: string;
                };
                en?: {
                    title: string;
                    html: string;
                };
            };
            attachments: components["schemas"]["Attachment"][];
            readCount: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdAt: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedAt: number;
        };
        FaqRequest: {
            categoryId: number | null;
            /** @description Stands before all others */
            pinned: boolean;
            /** @description Stands before the others of its category */
            recommended: boolean;
            /** @description False for a draft */
            published: boolean;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            from: number;
            /**
             * @description The first moment at which it is over; null for one that stays
             * @example 1764031689401
             */
            until: number | null;
            /** @description By language; that of the service is needed */
            texts: {
                ko?: {
                    title: string;
                    html: string;
                };
                ja?: {
                    title: string;
                    html: string;
                };
                en?: {
                    title: string;
                    html: string;
                };
            };
            attachmentIds: string[];
        };
        FaqUpdate: {
            expectedVersion: number;
            categoryId: number | null;
            /** @description Stands before all others */
            pinned: boolean;
            /** @description Stands before the others of its category */
            recommended: boolean;
            /** @description False for a draft */
            published: boolean;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            from: number;
            /**
             * @description The first moment at which it is over; null for one that stays
             * @example 1764031689401
             */
            until: number | null;
            /** @description By language; that of the service is needed */
            texts: {
                ko?: {
                    title: string;
                    html: string;
                };
                ja?: {
                    title: string;
                    html: string;
                };
                en?: {
                    title: string;
                    html: string;
                };
            };
            attachmentIds: string[];
        };
        RemovedFaq: {
            helpDocId: number;
        };
        ContentLabel: {
            labelId: number;
            parent: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            position: number;
            version: number;
        };
        ContentLabelRequest: {
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
        };
        ContentLabelUpdate: {
            expectedVersion: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
        };
        RemovedContentLabel: {
            labelId: number;
        };
        FaqCategoryRequest: {
            /** @description What it stands below; 0 at the top */
            parent: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
        };
        FaqCategoryUpdate: {
            expectedVersion: number;
            /** @description What it stands below; 0 at the top */
            parent: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
        };
        SubmissionType: {
            categoryId: number;
            parent: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            position: number;
            version: number;
            inHelpCenter: boolean;
        };
        SubmissionTypeRequest: {
            /** @description What it stands below; 0 at the top */
            parent: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
            /** @description False for one that agents choose and customers do not */
            inHelpCenter: boolean;
        };
        SubmissionTypeUpdate: {
            expectedVersion: number;
            /** @description What it stands below; 0 at the top */
            parent: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
            /** @description False for one that agents choose and customers do not */
            inHelpCenter: boolean;
        };
        RemovedSubmissionType: {
            categoryId: number;
        };
        AdminField: {
            fieldId: number;
            version: number;
            code: string;
            /** @enum {string} */
            owner: "customer" | "agent";
            /** @enum {string} */
            type: "text" | "textarea" | "dropdown" | "checkbox" | "radio" | "date" | "datetime" | "date_period" | "datetime_period" | "agree" | "caption" | "file";
            encrypted: boolean;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            hints: {
                [key: string]: string;
            };
            placeholders: {
                [key: string]: string;
            };
            options: string[] | null;
            required: boolean;
            length: number;
            holdingText: boolean;
            categories: number[] | null;
            position: number;
            active: boolean;
        };
        FieldRequest: {
            code: string;
            /** @enum {string} */
            owner: "customer" | "agent";
            /** @enum {string} */
            type: "text" | "textarea" | "dropdown" | "checkbox" | "radio" | "date" | "datetime" | "date_period" | "datetime_period" | "agree" | "caption" | "file";
            encrypted: boolean;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description HTML by language; of a caption, the caption itself */
            hints: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            placeholders: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description What can be chosen; null for types without choices */
            options: string[] | null;
            required: boolean;
            /** @description Most characters; 0 for no limit */
            length: number;
            holdingText: boolean;
            /** @description Submission types that have it; null for all */
            categories: number[] | null;
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
            active: boolean;
        };
        /** @description Code, owner, type and encryption stay: values depend on them */
        FieldUpdate: {
            expectedVersion: number;
            names: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description HTML by language; of a caption, the caption itself */
            hints: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            placeholders: {
                ko?: string;
                ja?: string;
                en?: string;
            };
            /** @description What can be chosen; null for types without choices */
            options: string[] | null;
            required: boolean;
            /** @description Most characters; 0 for no limit */
            length: number;
            holdingText: boolean;
            /** @description Submission types that have it; null for all */
            categories: number[] | null;
            /** @description Place among its neighbours; without it, a new one is the last and others stay where they are */
            position?: number;
            active: boolean;
        };
        RemovedField: {
            fieldId: number;
        };
        ForbiddenWords: {
            words: string[];
        };
        ForbiddenWordsRequest: {
            words: string[];
        };
        OpenService: {
            serviceId: string;
            name: string;
            profile: {
                fileUrl: string;
            } | null;
            language: string;
            languages: {
                code: string;
                name: string;
                orderNo: number;
            }[];
            multiLanguage: boolean;
        };
        OpenFailure: {
            header: {
                resultCode: number;
                resultMessage: string;
                isSuccessful: boolean;
            };
            result: {
                contents?: {
                    [key: string]: unknown;
                }[];
                content?: {
                    [key: string]: unknown;
                };
            } | null;
        };
        OpenCategory: {
            categoryId: number;
            parent: number;
            name: string;
            level: number;
            path: string;
            orderNo: number;
            /**
             * @description Names by the code of their language
             * @example {
             *       "ko": "배송",
             *       "en": "Delivery"
             *     }
             */
            languages: {
                [key: string]: string;
            };
        };
        OpenTag: {
            tagId: number;
            tag: string;
            /**
             * @description Names by the code of their language
             * @example {
             *       "ko": "배송",
             *       "en": "Delivery"
             *     }
             */
            languages: {
                [key: string]: string;
            };
        };
        OpenNotice: {
            noticeId: number;
            categoryId: number | null;
            isTop: boolean;
            title: string;
            content: string;
            displayDt: string;
            updatedDt: number;
            categoryName: string | null;
            isNew: boolean;
            tagStr: string;
        };
        OpenNoticeDetail: {
            noticeId: number;
            categoryId: number | null;
            isTop: boolean;
            title: string;
            content: string;
            displayDt: string;
            updatedDt: number;
            categoryName: string | null;
            isNew: boolean;
            /** @enum {string} */
            attachmentYn: "Y" | "N";
            readCnt: number;
            attachments: {
                attachmentId: string;
                fileName: string;
                contentType: string;
                size: number;
            }[];
            tags: {
                tagId: number;
                tag: string;
            }[];
        };
        OpenFaq: {
            helpDocId: number;
            title: string;
            content: string;
            isRecommend: boolean;
            isTop: boolean;
            createdDt: number;
            updatedDt: number;
            categoryId: number | null;
            categoryName: string | null;
            isNew: boolean;
            readCnt: null;
            attachmentYn: null;
            parentCategoryList: null;
            category: null;
            categoryFullName: null;
            attachments: null;
        };
        OpenFaqDetail: {
            helpDocId: number;
            title: string;
            content: string;
            isRecommend: boolean;
            isTop: boolean;
            createdDt: number;
            updatedDt: number;
            categoryId: number | null;
            categoryName: string | null;
            isNew: boolean;
            readCnt: number;
            /** @enum {string} */
            attachmentYn: "Y" | "N";
            parentCategoryList: components["schemas"]["OpenCategory"][];
            category: {
                categoryId: number;
                parent: number;
                name: string;
                level: number;
                /**
                 * @description Names by the code of their language
                 * @example {
                 *       "ko": "배송",
                 *       "en": "Delivery"
                 *     }
                 */
                languages: {
                    [key: string]: string;
                };
            } | null;
            categoryFullName: string | null;
            attachments: {
                attachmentId: string;
                fileName: string;
                contentType: string;
                size: number;
            }[];
        };
        OpenField: {
            fieldId: number;
            code: string;
            /** @enum {string} */
            type: "text" | "textarea" | "dropdown" | "checkbox" | "radio" | "date" | "datetime" | "date_period" | "datetime_period" | "agree" | "caption" | "file";
            title: string;
            description: string;
            placeholder: string;
            length: number;
            required: boolean;
            encrypt: boolean;
            holdingText: boolean;
            options: string[] | null;
            value: null;
        };
        OpenAttachment: {
            attachmentId: string;
            fileName: string;
            contentType: string;
            /** @enum {string} */
            disposition: "attachment";
            size: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdDt: number | null;
        };
        OpenTicketDetail: components["schemas"]["OpenTicket"] & {
            /** @description The inquiry, as HTML */
            content: string;
            /** @description What came after it, newest first */
            contents: components["schemas"]["OpenEntry"][];
            attachments: components["schemas"]["OpenAttachment"][] | null;
        };
        OpenEntry: {
            /** @description HTML */
            content: string;
            /**
             * @description `enduser`: inquiry, `csuser`: answer
             * @enum {string}
             */
            type: "enduser" | "csuser";
            typeName: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdDt: number;
            /** @example 2026.11.22 */
            displayDt: string;
            attachments: components["schemas"]["OpenAttachment"][] | null;
        };
        OpenTicket: {
            /** @example T1658199661153IXTfw */
            ticketId: string;
            subject: string;
            categoryId: number | null;
            categoryName: string;
            categoryFullName: string;
            /** @enum {string} */
            status: "new" | "open" | "reply" | "solved" | "closed";
            statusName: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdDt: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            updatedDt: number;
            /** @example 2026.11.22 */
            displayDt: string;
        };
        OpenInquiry: {
            /** @description Submission type; a text of digits too */
            categoryId?: number;
            /** @description At most 255 characters */
            subject?: string;
            /** @description Text, or HTML with pictures from `…/api/v2/ticket/attachments/{attachmentId}` */
            content?: string;
            /** @description `{ usercode?, email, username, phone? }` */
            endUser?: Record<string, never>;
            /** @description At most five of `{ attachmentId }` */
            attachments?: unknown[];
            /** @description At most 200 characters */
            typeOne?: string;
            /** @description At most 200 characters */
            typeTwo?: string;
            /** @description A language of the service */
            language?: string;
            /** @description `web` (default), `spweb` or `api` */
            source?: string;
            /** @description `{ code, value }` of the fields of the submission type */
            userFields?: unknown[];
        } & {
            [key: string]: unknown;
        };
        OpenComment: {
            /** @description Text, or HTML */
            comment?: string;
        } & {
            [key: string]: unknown;
        };
        OpenAgent: {
            userId: number;
            usercode: string;
            uuid: string | null;
            username: string;
            /** @enum {string} */
            role: "ROLE_FRONT_ADMIN" | "ROLE_FRONT_AGENT";
        };
        OpenAgentRequest: {
            /** @description In the directory of the organisation */
            id?: string;
            /** @enum {string} */
            role?: "ROLE_FRONT_ADMIN" | "ROLE_FRONT_AGENT";
            /** @description What customers and colleagues read. Not in the documentation: without it, what is there */
            username?: string;
        } & {
            [key: string]: unknown;
        };
        OpenAgentRole: {
            /** @enum {string} */
            role?: "ROLE_FRONT_ADMIN" | "ROLE_FRONT_AGENT";
            /** @description What customers and colleagues read. Not in the documentation: without it, what is there */
            username?: string;
        } & {
            [key: string]: unknown;
        };
        OpenMemberLink: {
            service: string;
            usercode: string;
            username?: string;
            email?: string;
            phone?: string;
            memberno?: string;
            /** @description Epoch milliseconds; it counts for three minutes */
            time: string;
            token: string;
        };
        ServiceKey: {
            /** @description Counts the changes of all that is set for the Open API */
            version: number;
            enabled: boolean;
            /** @description The end of the key; null while there is none */
            masked: string | null;
        };
        NewServiceKey: components["schemas"]["ServiceKey"] & {
            /** @description Told this once */
            serviceKey: string;
        };
        /** @description Who renews a key that somebody else renewed meanwhile would end that one */
        ServiceKeyRequest: {
            expectedVersion: number;
        };
        AllowList: {
            /** @description Counts the changes of all that is set for the Open API */
            version: number;
            entries: string[];
        };
        AllowListRequest: {
            /** @description Without it, the one that there is */
            expectedVersion?: number;
            entries: string[];
            /** @description Needed for an empty list */
            allowAll?: boolean;
        };
        SpamLimits: {
            /** @description Counts the changes of all that is set for the Open API */
            version: number;
            /** @description So many inquiries within so many minutes; null: as many as they like */
            perAddress: {
                count: number;
                minutes: number;
            } | null;
            /** @description So many inquiries within so many minutes; null: as many as they like */
            perMember: {
                count: number;
                minutes: number;
            } | null;
        };
        SpamLimitsRequest: {
            /** @description Without it, the one that there is */
            expectedVersion?: number;
            /** @description So many inquiries within so many minutes; null: as many as they like */
            perAddress: {
                count: number;
                minutes: number;
            } | null;
            /** @description So many inquiries within so many minutes; null: as many as they like */
            perMember: {
                count: number;
                minutes: number;
            } | null;
        };
        HostOrigins: {
            /** @description Counts the changes of all that is set for the Open API */
            version: number;
            origins: string[];
        };
        HostOriginsRequest: {
            /** @description Without it, the one that there is */
            expectedVersion?: number;
            origins: string[];
        };
        DooraySettings: {
            /** @description 0 while nothing was set */
            version: number;
            enabled: boolean;
            /** @description No new transfers; what was transferred goes on */
            paused: boolean;
            /** @description Between two readings of the open tasks */
            sweepSeconds: number;
            /** @description Page of a ticket, with `{ticketId}` in it; null: that of this server */
            ticketAddress: string | null;
            /** @description Addresses whose hooks count; empty: all */
            hookAddresses: string[];
        };
        DooraySettingsRequest: {
            /** @description Without it, the one that there is */
            expectedVersion?: number;
            enabled: boolean;
            /** @description No new transfers; what was transferred goes on */
            paused: boolean;
            /** @description Between two readings of the open tasks */
            sweepSeconds: number;
            /** @description Page of a ticket, with `{ticketId}` in it; null: that of this server */
            ticketAddress: string | null;
            /** @description Addresses whose hooks count; empty: all */
            hookAddresses: string[];
        };
        DoorayOrganizationSettings: {
            organizationId: string;
            name: string;
            /** @description The end of the token; the token itself is never told */
            masked: string;
            /** @description 0 while nothing was set */
            version: number;
            projects: components["schemas"]["DoorayProjectSettings"][];
        };
        DoorayProjectSettings: {
            organizationId: string;
            projectId: string;
            name: string;
            address: string;
            representative: string | null;
            /** @description 0 while nothing was set */
            version: number;
        };
        DoorayOrganizationRequest: {
            /** @description Without it, the one that there is */
            expectedVersion?: number;
            name: string;
            /** @description Needed for a new one */
            token?: string;
        };
        RemovedDooray: {
            id: string;
        };
        DoorayProjectRequest: {
            /** @description Without it, the one that there is */
            expectedVersion?: number;
            organizationId: string;
            name: string;
            /** @description Page of the project for people */
            address: string;
            /** @description The member in whose name tasks stand whose agent is none of the project */
            representative: string | null;
        };
        DoorayAgentKey: {
            organizationId: string;
            usercode: string;
            name: string;
            email: string | null;
            memberId: string;
            /** @description Null where only the member is known */
            masked: string | null;
            /** @description 0 while nothing was set */
            version: number;
        };
        /** @description An address by which the member is found, a key of the member, or both */
        DoorayAgentKeyRequest: {
            /** @description Without it, the one that there is */
            expectedVersion?: number;
            organizationId: string;
            /** Format: email */
            email?: string;
            token?: string | null;
        };
        DoorayMatchRequest: {
            organizationId: string;
            agents: {
                usercode: string;
                /** Format: email */
                email: string;
            }[];
        };
        Messaging: {
            /** @description Whether agents send text messages */
            sms: boolean;
            /** @description Whether chats and their figures are taken in */
            chat: boolean;
        };
        CustomerInfoSettings: {
            /** @description Channels whose tickets have their customer looked up as they open; for others agents ask */
            autoLookUp: components["schemas"]["Channel"][];
        };
        Trigger: {
            triggerId: number;
            version: number;
            name: string;
            active: boolean;
            /** @enum {string} */
            match: "all" | "any";
            conditions: {
                /** @description category, channel, priority, language, subject, content, name, email, usercode, or f. and the code of a field */
                fact: string;
                /** @enum {string} */
                test: "is" | "is_not" | "contains" | "contains_not";
                values: string[];
            }[];
            actions: ({
                /** @enum {string} */
                kind: "agent";
                groupId: number;
                usercode: string;
            } | {
                /** @enum {string} */
                kind: "random";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "in_turn";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "group";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "category";
                categoryId: number;
            } | {
                /** @enum {string} */
                kind: "priority";
                priority: components["schemas"]["Priority"];
            } | {
                /** @enum {string} */
                kind: "mail";
                to: string[];
                subject: string;
                text: string;
            } | {
                /** @enum {string} */
                kind: "callback";
                url: string;
            })[];
            last: boolean;
        };
        TriggerRequest: {
            name: string;
            active: boolean;
            /** @enum {string} */
            match: "all" | "any";
            conditions: {
                /** @description category, channel, priority, language, subject, content, name, email, usercode, or f. and the code of a field */
                fact: string;
                /** @enum {string} */
                test: "is" | "is_not" | "contains" | "contains_not";
                values: string[];
            }[];
            actions: ({
                /** @enum {string} */
                kind: "agent";
                groupId: number;
                usercode: string;
            } | {
                /** @enum {string} */
                kind: "random";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "in_turn";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "group";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "category";
                categoryId: number;
            } | {
                /** @enum {string} */
                kind: "priority";
                priority: components["schemas"]["Priority"];
            } | {
                /** @enum {string} */
                kind: "mail";
                to: string[];
                subject: string;
                text: string;
            } | {
                /** @enum {string} */
                kind: "callback";
                url: string;
            })[];
            last: boolean;
        };
        TriggerOrder: {
            triggerIds: number[];
        };
        TriggerPatch: {
            expectedVersion: number;
            name: string;
            active: boolean;
            /** @enum {string} */
            match: "all" | "any";
            conditions: {
                /** @description category, channel, priority, language, subject, content, name, email, usercode, or f. and the code of a field */
                fact: string;
                /** @enum {string} */
                test: "is" | "is_not" | "contains" | "contains_not";
                values: string[];
            }[];
            actions: ({
                /** @enum {string} */
                kind: "agent";
                groupId: number;
                usercode: string;
            } | {
                /** @enum {string} */
                kind: "random";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "in_turn";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "group";
                groupId: number;
            } | {
                /** @enum {string} */
                kind: "category";
                categoryId: number;
            } | {
                /** @enum {string} */
                kind: "priority";
                priority: components["schemas"]["Priority"];
            } | {
                /** @enum {string} */
                kind: "mail";
                to: string[];
                subject: string;
                text: string;
            } | {
                /** @enum {string} */
                kind: "callback";
                url: string;
            })[];
            last: boolean;
        };
        RemovedTrigger: {
            triggerId: number;
        };
        Board: {
            all: {
                receivedToday: number;
                resolvedToday: number;
                processing: number;
                pending: number;
                unassigned: number;
                handlingRate: number | null;
            };
            my: {
                resolvedToday: number;
                processing: number;
                pending: number;
                transferring: number;
                promisedCalls: number;
                promisedCallsDue: number;
                customerGuidance: number;
            };
            /**
             * @description When a figure changes next by the clock alone
             * @example 1764031689401
             */
            next: number;
        };
        Recounted: {
            corrected: {
                /** @description The kept figure */
                name: string;
                /** @description Its quarter of an hour; 0 for one without */
                at: number;
                /** @description What was missing */
                value: number;
            }[];
        };
        PromisedCalls: {
            calls: components["schemas"]["PromisedCall"][];
        };
        PromisedCall: {
            callId: number;
            /** @example T1658199661153IXTfw */
            ticketId: string;
            subject: string;
            customerName: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            phone: string;
            note: string;
            /** @enum {string} */
            state: "open" | "done" | "cancelled";
            by: components["schemas"]["Person"];
            assignee: components["schemas"]["Person"];
            version: number;
        };
        PromisedCallRequest: {
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            /** @description Digits, with signs between them; the customer's unless told */
            phone?: string;
            /** @description At most 500 characters */
            note?: string;
        };
        PromisedCallChange: {
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at?: number;
            /** @description Digits, with signs between them; the customer's unless told */
            phone?: string;
            /** @description At most 500 characters */
            note?: string;
            /** @enum {string} */
            state?: "done" | "cancelled";
            version: number;
        };
        ChannelFeedKept: {
            /** @description False where newer figures were there before */
            kept: boolean;
        };
        ChannelFeed: {
            /**
             * @description When the figures were true, by the clock of who tells them
             * @example 1764031689401
             */
            at: number;
            phone?: {
                waitingCustomers?: number;
                waitingAgents?: number;
                answeringIn?: number;
                answeringOut?: number;
                agents?: number;
                answerRate?: number | null;
                serviceLevel?: number | null;
            };
            chat?: {
                waitingCustomers?: number;
                waitingAgents?: number;
                answering?: number;
                agents?: number;
                answerRate?: number | null;
                serviceLevel?: number | null;
            };
        };
        ChannelBoard: {
            phone: {
                figures: {
                    [key: string]: number | null;
                };
                /** @description Milliseconds since they were told */
                age: number;
            } | null;
            chat: {
                figures: {
                    [key: string]: number | null;
                };
                /** @description Milliseconds since they were told */
                age: number;
            } | null;
            /** @description Age in milliseconds from which on figures are old */
            staleAfter: number;
        };
        ListLength: {
            total: number | null;
            estimate: number | null;
        } | null;
        /** @description Search strings of lists */
        CountsRequest: {
            queries: string[];
        };
        BulkCheck: {
            total: number;
            eligible: number;
            mails: number;
            withoutAddress: number;
            codes: {
                wrong_status?: number;
                not_assignee?: number;
                needs_permission?: number;
                needs_admin?: number;
                spam?: number;
                not_spam?: number;
                already_assigned?: number;
                switched_off?: number;
                no_target?: number;
                mail_gone?: number;
                transferred_in?: number;
                confirm_needed?: number;
                needs_handling_type?: number;
                needs_fields?: number;
                forbidden_word?: number;
                code_left?: number;
                gone?: number;
                conflict?: number;
                invalid?: number;
                failed?: number;
            };
            refused: {
                /** @example T1658199661153IXTfw */
                ticketId: string;
                subject: string;
                code: components["schemas"]["BulkCode"];
            }[];
            absent: string[];
        };
        /** @enum {string} */
        BulkCode: "wrong_status" | "not_assignee" | "needs_permission" | "needs_admin" | "spam" | "not_spam" | "already_assigned" | "switched_off" | "no_target" | "mail_gone" | "transferred_in" | "confirm_needed" | "needs_handling_type" | "needs_fields" | "forbidden_word" | "code_left" | "gone" | "conflict" | "invalid" | "failed";
        Job: {
            jobId: string;
            requestId: string;
            action: components["schemas"]["BulkAction"];
            /** @enum {string} */
            state: "running" | "done" | "cancelled";
            total: number;
            succeeded: number;
            failed: number;
            mails: number;
            by: components["schemas"]["Person"];
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            createdAt: number;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            finishedAt: number | null;
        };
        /** @enum {string} */
        BulkAction: "comment" | "resolve" | "hold" | "internal" | "forward" | "handling_type" | "priority" | "star";
        BulkRequest: {
            ids?: string[];
            /** @description A list, as `tickets.json` has it as its query: `view=all&status=processing&sort=updatedAt:desc` */
            query?: string;
            /** @default [] */
            except: string[];
            action: components["schemas"]["BulkAction"];
            html?: string;
            reason?: components["schemas"]["Reason"];
            groupId?: number;
            usercode?: string;
            handlingTypeId?: number | null;
            priority?: components["schemas"]["Priority"];
            starred?: boolean;
            values?: components["schemas"]["FieldValues"];
            confirmed?: boolean;
            /** @description A list, as `tickets.json` has it as its query: `view=all&status=processing&sort=updatedAt:desc` */
            list?: string;
            agreed?: {
                eligible: number;
                mails: number;
            };
            /** @default false */
            dryRun: boolean;
        };
        JobPage: {
            job: components["schemas"]["Job"];
            items: {
                /** @example T1658199661153IXTfw */
                ticketId: string;
                subject: string;
                /** @enum {string} */
                state: "waiting" | "done" | "failed";
                code: components["schemas"]["BulkCode"] | null;
            }[];
            next: string | null;
        };
        ExportRequest: {
            /** @description A list, as `tickets.json` has it as its query: `view=all&status=processing&sort=updatedAt:desc` */
            query: string;
            columns: string[];
            reason: string;
            language: components["schemas"]["Language"];
        };
        Masked: {
            entry: components["schemas"]["HistoryEntry"];
            mask: string;
            notReached: ({
                /** @enum {string} */
                kind: "mail";
                to: string;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
            } | {
                /** @enum {string} */
                kind: "sms";
                to: string;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
            } | {
                /** @enum {string} */
                kind: "issue";
                id: string;
            } | {
                /** @enum {string} */
                kind: "dooray";
                id: string;
            } | {
                /** @enum {string} */
                kind: "file";
                fileName: string;
            } | {
                /** @enum {string} */
                kind: "field";
                code: string;
            } | {
                /** @enum {string} */
                kind: "subject";
            } | {
                /** @enum {string} */
                kind: "draft";
            } | {
                /** @enum {string} */
                kind: "run";
            })[];
            copies: {
                entryId: number;
                bodyVersion: number;
                start: number;
                length: number;
            }[];
        };
        MaskRequest: {
            start: number;
            length: number;
            /** @enum {string} */
            style?: "per-character" | "fixed";
            /** @enum {string|null} */
            category?: "resident_number" | "foreigner_number" | "my_number" | "passport" | "driver_licence" | "phone" | "bank_account" | "card" | "email" | "ip_address" | "secret" | "name" | "address" | "custom" | "other" | null;
            expectedVersion: number;
        };
        Revealed: {
            text: string;
            ttl: number;
        };
        RevealRequest: {
            purpose: string;
        };
        UnmaskRequest: {
            reason: string;
            expectedVersion: number;
        };
        PurgeRequest: {
            reason: string;
            expectedVersion?: number;
        };
        MaskPatternsRequest: {
            patterns: {
                label: string;
                pattern: string;
            }[];
        };
        AuditRecord: {
            id: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            usercode: string;
            name: string;
            client: string;
            kind: components["schemas"]["AuditKind"];
            ticketId: string | null;
            customer: {
                customerId: number;
                usercode: string | null;
                name: string;
            } | null;
            reason: string | null;
            data: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        AuditKind: "ticket_read" | "file_read" | "related_read" | "exported" | "export_refused" | "customers_found" | "calls_listed" | "customer_looked_up" | "customer_answered" | "customer_changed" | "masked" | "mask_revealed" | "mask_unmasked" | "mask_purge_asked" | "mask_purged" | "mask_refused" | "mask_reveal_refused" | "mask_unmask_refused" | "mask_purge_refused" | "issue_transferred" | "transfer_received" | "answered_back" | "answer_received" | "guidance_asked" | "guidance_done" | "dooray_transferred" | "dooray_withdrawn" | "dooray_changed" | "sms_sent" | "sms_cancelled" | "sms_retried" | "bulk_started" | "bulk_retried" | "bulk_cancelled" | "template_kept" | "template_removed" | "trigger_kept" | "trigger_removed" | "triggers_ordered" | "patterns_kept" | "article_kept" | "article_removed" | "setup_kept" | "setup_removed" | "service_key_renewed" | "service_key_removed" | "open_api_changed" | "agent_added" | "agent_role_changed" | "agent_removed" | "audit_read" | "audit_exported" | "audit_refused";
        AuditExportRequest: {
            filter: {
                /** @description `2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m`; it belongs to the period */
                from?: string;
                /** @description `2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m`; it belongs to the period */
                to?: string;
                /** @description The agent */
                usercode?: string;
                /** @example T1658199661153IXTfw */
                ticketId?: string;
                /** @description The number of a customer, or the beginning of a name, an address, a usercode or a telephone number */
                customer?: string;
                /** @description A part of the reason */
                q?: string;
                kinds?: components["schemas"]["AuditKind"][];
            };
            reason: string;
            language: components["schemas"]["Language"];
        };
        CustomerInfo: {
            /** @enum {string} */
            outcome: "found" | "none" | "denied" | "unreachable" | "failed";
            items: {
                key: string;
                label: string;
                value: string;
                /** @enum {string|null} */
                fact: "name" | "usercode" | "email" | "phone" | null;
                /**
                 * @description Words to copy unless told
                 * @enum {string}
                 */
                shape?: "text" | "badge" | "link" | "copy" | "divider";
            }[];
            tickets: components["schemas"]["TicketRow"][];
        };
        CustomerInfoRequest: {
            values: {
                [key: string]: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
