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
                    /** @description Any of some kinds, with commas between them: ticket_read, file_read, exported, export_refused, customers_found, customer_looked_up, customer_answered, customer_changed, masked, mask_revealed, mask_unmasked, mask_purge_asked, mask_purged, mask_refused, mask_reveal_refused, mask_unmask_refused, mask_purge_refused, bulk_started, bulk_retried, bulk_cancelled, template_kept, template_removed, trigger_kept, trigger_removed, triggers_ordered, audit_read, audit_exported, audit_refused */
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
        /** What happened to the masks of a ticket, newest first (permission `audit`) */
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
            bulkLimit: number;
            forbiddenWords: string[];
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
            layout: {
                [key: string]: number | boolean | null;
            } | null;
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
            layout?: {
                [key: string]: number | boolean | null;
            } | null;
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
            reason: components["schemas"]["Reason"] & (string | null);
            subject: string;
            priority: components["schemas"]["Priority"];
            channel: components["schemas"]["Channel"];
            language: components["schemas"]["Language"];
            categoryId: number | null;
            handlingTypeId: number | null;
            group: components["schemas"]["Group"] & (Record<string, never> | null);
            assignee: components["schemas"]["Person"] & (Record<string, never> | null);
            creator: components["schemas"]["Person"] & (Record<string, never> | null);
            customer: components["schemas"]["Customer"];
            starred: boolean;
            unread: boolean;
            transfer: {
                /** @enum {string} */
                kind: "issue" | "dooray";
                linkedId: string | null;
                taskId: string | null;
                /**
                 * @description Epoch milliseconds
                 * @example 1764031689401
                 */
                at: number;
                by: components["schemas"]["Person"];
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
        /** @enum {string} */
        Channel: "web" | "spweb" | "api" | "mail" | "chat" | "phone" | "manual" | "issue";
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
            kind: "inquiry" | "reply" | "hold" | "comment" | "internal" | "issue" | "reinquiry";
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
        };
        TicketEvent: {
            id: number;
            kind: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
            actor: components["schemas"]["Person"] & (Record<string, never> | null);
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
        Draft: {
            html: string;
            seq: number;
            action: components["schemas"]["Action"] & (string | null);
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
            action?: components["schemas"]["Action"] & (string | null);
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
        BulkCode: "wrong_status" | "not_assignee" | "needs_permission" | "needs_admin" | "spam" | "not_spam" | "already_assigned" | "switched_off" | "no_target" | "mail_gone" | "confirm_needed" | "needs_handling_type" | "needs_fields" | "forbidden_word" | "code_left" | "gone" | "conflict" | "invalid" | "failed";
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
                code: components["schemas"]["BulkCode"] & (string | null);
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
        AuditKind: "ticket_read" | "file_read" | "exported" | "export_refused" | "customers_found" | "customer_looked_up" | "customer_answered" | "customer_changed" | "masked" | "mask_revealed" | "mask_unmasked" | "mask_purge_asked" | "mask_purged" | "mask_refused" | "mask_reveal_refused" | "mask_unmask_refused" | "mask_purge_refused" | "bulk_started" | "bulk_retried" | "bulk_cancelled" | "template_kept" | "template_removed" | "trigger_kept" | "trigger_removed" | "triggers_ordered" | "audit_read" | "audit_exported" | "audit_refused";
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
