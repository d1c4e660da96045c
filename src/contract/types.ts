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
        /** One page of a view, a figure or named tickets */
        get: {
            parameters: {
                query?: {
                    /** @description `all` unless told */
                    view?: "mine_processing" | "mine_pending" | "mine_resolved" | "mine_completed" | "all" | "unassigned" | "group" | "transferred" | "spam";
                    group?: string;
                    transfer?: "issue" | "dooray";
                    starred?: "true" | "false";
                    figure?: "all.receivedToday" | "all.resolvedToday" | "all.processing" | "all.pending" | "all.unassigned" | "all.handlingRate" | "my.resolvedToday" | "my.processing" | "my.pending" | "my.transferring" | "my.promisedCalls" | "my.promisedCallsDue" | "my.customerGuidance";
                    /** @description Up to 200 ticket ids, joined by commas */
                    ids?: string;
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
        /** Star, priority, handling type */
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
            fields: components["schemas"]["FieldValues"];
        };
        FieldValues: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        FieldValue: string | boolean | string[] | null;
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
                category: string | null;
                /** @enum {string} */
                state: "masked" | "unmasked" | "purged";
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
        Attachment: {
            attachmentId: string;
            fileName: string;
            contentType: string;
            size: number;
            inline: boolean;
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
            confirmed?: boolean;
        };
        Draft: {
            html: string;
            seq: number;
            action: components["schemas"]["Action"] & (string | null);
            values: components["schemas"]["FieldValues"];
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
        };
        DraftVersion: {
            seq: number;
            html: string;
            /**
             * @description Epoch milliseconds
             * @example 1764031689401
             */
            at: number;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
