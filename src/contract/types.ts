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
                query?: never;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
