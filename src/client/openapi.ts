/** Without this file nobody would know what the newsroom answers: its schemas, and what can be asked of its lists. Written by npm run generate; do not edit. */

export interface paths {
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searchArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAuthors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAuthor"];
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
        /**
         * Format: date-time
         * @description RFC 3339, in UTC, with milliseconds.
         * @example 2026-03-12T09:30:00.000Z
         */
        Instant: string;
        Article: {
            /** @description Opaque; stays the same for good. */
            id: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url: string;
            slug: string;
            /** @description A language tag (BCP 47). */
            language: string;
            /** @description Grows by one with each edition. */
            revision: number;
            /** @enum {string} */
            status: "published" | "corrected";
            title: string;
            summary: string | null;
            firstPublishedAt: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt: components["schemas"]["Instant"];
            embargoUntil: components["schemas"]["Instant"] | null;
            writtenFor: components["schemas"]["Outlet"] | null;
            authors: components["schemas"]["Author"][];
            excerpts: components["schemas"]["Excerpt"][];
            commentaries: components["schemas"]["Commentary"][];
            outlets: components["schemas"]["Outlet"][];
            topics: components["schemas"]["Topic"][];
            image: components["schemas"]["Image"] | null;
            translations: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition: string;
        };
        ArticleSummary: {
            /** @description Opaque; stays the same for good. */
            id: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url: string;
            slug: string;
            /** @description A language tag (BCP 47). */
            language: string;
            /** @description Grows by one with each edition. */
            revision: number;
            /** @enum {string} */
            status: "published" | "corrected";
            title: string;
            summary: string | null;
            firstPublishedAt: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt: components["schemas"]["Instant"];
            embargoUntil: components["schemas"]["Instant"] | null;
            writtenFor: components["schemas"]["Outlet"] | null;
            authors: components["schemas"]["Author"][];
            excerpts: components["schemas"]["ExcerptSummary"][];
            commentaries: components["schemas"]["CommentarySummary"][];
            outlets: components["schemas"]["Outlet"][];
            topics: components["schemas"]["Topic"][];
            image: components["schemas"]["Image"] | null;
            translations: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition: string;
        };
        SomeOfArticle: {
            /** @description Opaque; stays the same for good. */
            id?: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url?: string;
            slug?: string;
            /** @description A language tag (BCP 47). */
            language?: string;
            /** @description Grows by one with each edition. */
            revision?: number;
            /** @enum {string} */
            status?: "published" | "corrected";
            title?: string;
            summary?: string | null;
            firstPublishedAt?: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt?: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt?: components["schemas"]["Instant"];
            embargoUntil?: components["schemas"]["Instant"] | null;
            writtenFor?: components["schemas"]["Outlet"] | null;
            authors?: components["schemas"]["Author"][];
            excerpts?: components["schemas"]["Excerpt"][];
            commentaries?: components["schemas"]["Commentary"][];
            outlets?: components["schemas"]["Outlet"][];
            topics?: components["schemas"]["Topic"][];
            image?: components["schemas"]["Image"] | null;
            translations?: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections?: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest?: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition?: string;
        };
        SomeOfArticleSummary: {
            /** @description Opaque; stays the same for good. */
            id?: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url?: string;
            slug?: string;
            /** @description A language tag (BCP 47). */
            language?: string;
            /** @description Grows by one with each edition. */
            revision?: number;
            /** @enum {string} */
            status?: "published" | "corrected";
            title?: string;
            summary?: string | null;
            firstPublishedAt?: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt?: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt?: components["schemas"]["Instant"];
            embargoUntil?: components["schemas"]["Instant"] | null;
            writtenFor?: components["schemas"]["Outlet"] | null;
            authors?: components["schemas"]["Author"][];
            excerpts?: components["schemas"]["ExcerptSummary"][];
            commentaries?: components["schemas"]["CommentarySummary"][];
            outlets?: components["schemas"]["Outlet"][];
            topics?: components["schemas"]["Topic"][];
            image?: components["schemas"]["Image"] | null;
            translations?: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections?: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest?: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition?: string;
        };
        Excerpt: {
            /** @description Opaque; stays the same for good. */
            id: string;
            outlet: components["schemas"]["Outlet"];
            title: string | null;
            /** @description Of the report. */
            url: string | null;
            reporter: string | null;
            /** @description The day of the report, where it is known to the year. */
            publishedOn: string | null;
            /** @description What of the day is known otherwise, such as --05-24. */
            publishedOnPartial: string | null;
            /** @description Whether the year is worked out from the day of the document. */
            publishedOnInferred: boolean;
            /** @description The words that introduce the report, colon included. */
            leadIn: string | null;
            /** @description What was quoted, word for word, a paragraph each. */
            quote: string[];
            /** @description A language tag (BCP 47). */
            language: string;
            rights: string | null;
            /** @description When the report was captured, against which the quote is checked. */
            capturedAt: components["schemas"]["Instant"] | null;
            quoteSha256: string;
            snapshotSha256: string | null;
            /**
             * @description Whether each paragraph stands in the captured report, word for word.
             * @enum {string}
             */
            verification: "verified" | "mismatch" | "unverified";
        };
        ExcerptSummary: {
            /** @description Opaque; stays the same for good. */
            id: string;
            outlet: components["schemas"]["Outlet"];
            title: string | null;
            /** @description Of the report. */
            url: string | null;
            reporter: string | null;
            /** @description The day of the report, where it is known to the year. */
            publishedOn: string | null;
            /** @description What of the day is known otherwise, such as --05-24. */
            publishedOnPartial: string | null;
            /** @description Whether the year is worked out from the day of the document. */
            publishedOnInferred: boolean;
            /** @description The words that introduce the report, colon included. */
            leadIn: string | null;
            /** @description A language tag (BCP 47). */
            language: string;
            rights: string | null;
            /** @description When the report was captured, against which the quote is checked. */
            capturedAt: components["schemas"]["Instant"] | null;
            quoteSha256: string;
            snapshotSha256: string | null;
            /**
             * @description Whether each paragraph stands in the captured report, word for word.
             * @enum {string}
             */
            verification: "verified" | "mismatch" | "unverified";
        };
        CommentarySummary: {
            /** @description Opaque; stays the same for good. */
            id: string;
            /** @description Ids of those among the authors of the story who wrote it. */
            authors: string[];
            /** @description The role in which they wrote, as printed. */
            capacity: string | null;
            /** @description Ids of the excerpts that it answers. */
            respondsTo: string[];
            /** @description A language tag (BCP 47). */
            language: string;
        };
        Commentary: {
            /** @description Opaque; stays the same for good. */
            id: string;
            /** @description Ids of those among the authors of the story who wrote it. */
            authors: string[];
            /** @description The role in which they wrote, as printed. */
            capacity: string | null;
            /** @description Ids of the excerpts that it answers. */
            respondsTo: string[];
            /** @description A language tag (BCP 47). */
            language: string;
            html: string;
            text: string;
        };
        Outlet: {
            /** @description Opaque; stays the same for good. */
            id: string;
            slug: string;
            name: string;
            /** @description A language tag (BCP 47). */
            language: string;
            homepage: string | null;
        };
        Author: {
            /** @description Opaque; stays the same for good. */
            id: string;
            slug: string;
            name: string;
            role: string | null;
        };
        Topic: {
            /** @description Opaque; stays the same for good. */
            id: string;
            slug: string;
            name: string;
            mediaTopic: string | null;
        };
        Image: {
            alt: string;
            caption: string | null;
            credit: string | null;
            focalPoint: {
                x: number;
                y: number;
            };
            renditions: {
                name: string;
                /** Format: uri */
                url: string;
                width: number;
                height: number;
                type: string;
            }[];
        };
        Page: {
            limit: number;
            /** @description The cursor of the next page; null on the last. */
            next: string | null;
            /** @description How many there are, where it was asked for. */
            total?: number | "10000+";
        };
        ArticleList: {
            data: (components["schemas"]["ArticleSummary"] | components["schemas"]["Article"] | components["schemas"]["SomeOfArticleSummary"] | components["schemas"]["SomeOfArticle"])[];
            page: components["schemas"]["Page"];
        };
        Corrections: {
            data: components["schemas"]["ArticleSummary"][];
            page: components["schemas"]["Page"];
        };
        FoundArticle: {
            /** @description Opaque; stays the same for good. */
            id: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url: string;
            slug: string;
            /** @description A language tag (BCP 47). */
            language: string;
            /** @description Grows by one with each edition. */
            revision: number;
            /** @enum {string} */
            status: "published" | "corrected";
            title: string;
            summary: string | null;
            firstPublishedAt: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt: components["schemas"]["Instant"];
            embargoUntil: components["schemas"]["Instant"] | null;
            writtenFor: components["schemas"]["Outlet"] | null;
            authors: components["schemas"]["Author"][];
            excerpts: components["schemas"]["Excerpt"][];
            commentaries: components["schemas"]["Commentary"][];
            outlets: components["schemas"]["Outlet"][];
            topics: components["schemas"]["Topic"][];
            image: components["schemas"]["Image"] | null;
            translations: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition: string;
            highlights: components["schemas"]["Highlight"][];
        };
        FoundArticleSummary: {
            /** @description Opaque; stays the same for good. */
            id: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url: string;
            slug: string;
            /** @description A language tag (BCP 47). */
            language: string;
            /** @description Grows by one with each edition. */
            revision: number;
            /** @enum {string} */
            status: "published" | "corrected";
            title: string;
            summary: string | null;
            firstPublishedAt: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt: components["schemas"]["Instant"];
            embargoUntil: components["schemas"]["Instant"] | null;
            writtenFor: components["schemas"]["Outlet"] | null;
            authors: components["schemas"]["Author"][];
            excerpts: components["schemas"]["ExcerptSummary"][];
            commentaries: components["schemas"]["CommentarySummary"][];
            outlets: components["schemas"]["Outlet"][];
            topics: components["schemas"]["Topic"][];
            image: components["schemas"]["Image"] | null;
            translations: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition: string;
            highlights: components["schemas"]["Highlight"][];
        };
        SomeOfFoundArticle: {
            /** @description Opaque; stays the same for good. */
            id?: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url?: string;
            slug?: string;
            /** @description A language tag (BCP 47). */
            language?: string;
            /** @description Grows by one with each edition. */
            revision?: number;
            /** @enum {string} */
            status?: "published" | "corrected";
            title?: string;
            summary?: string | null;
            firstPublishedAt?: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt?: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt?: components["schemas"]["Instant"];
            embargoUntil?: components["schemas"]["Instant"] | null;
            writtenFor?: components["schemas"]["Outlet"] | null;
            authors?: components["schemas"]["Author"][];
            excerpts?: components["schemas"]["Excerpt"][];
            commentaries?: components["schemas"]["Commentary"][];
            outlets?: components["schemas"]["Outlet"][];
            topics?: components["schemas"]["Topic"][];
            image?: components["schemas"]["Image"] | null;
            translations?: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections?: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest?: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition?: string;
            highlights: components["schemas"]["Highlight"][];
        };
        SomeOfFoundArticleSummary: {
            /** @description Opaque; stays the same for good. */
            id?: string;
            /**
             * Format: uri
             * @description Where readers find it: on the site where it runs, or its page here.
             */
            url?: string;
            slug?: string;
            /** @description A language tag (BCP 47). */
            language?: string;
            /** @description Grows by one with each edition. */
            revision?: number;
            /** @enum {string} */
            status?: "published" | "corrected";
            title?: string;
            summary?: string | null;
            firstPublishedAt?: components["schemas"]["Instant"];
            /** @description When this revision came out. */
            publishedAt?: components["schemas"]["Instant"];
            /** @description When what it says last changed. */
            updatedAt?: components["schemas"]["Instant"];
            embargoUntil?: components["schemas"]["Instant"] | null;
            writtenFor?: components["schemas"]["Outlet"] | null;
            authors?: components["schemas"]["Author"][];
            excerpts?: components["schemas"]["ExcerptSummary"][];
            commentaries?: components["schemas"]["CommentarySummary"][];
            outlets?: components["schemas"]["Outlet"][];
            topics?: components["schemas"]["Topic"][];
            image?: components["schemas"]["Image"] | null;
            translations?: {
                /** @description Opaque; stays the same for good. */
                id: string;
                /** @description A language tag (BCP 47). */
                language: string;
                slug: string;
                /** Format: uri */
                url: string;
            }[];
            corrections?: {
                revision: number;
                at: components["schemas"]["Instant"];
                notice: string;
            }[];
            /** @description Of the signed content of this edition. */
            digest?: string;
            /**
             * Format: uri
             * @description The edition as it was signed.
             */
            edition?: string;
            highlights: components["schemas"]["Highlight"][];
        };
        Highlight: {
            /** @enum {string} */
            field: "title" | "summary" | "excerpts" | "commentaries" | "names";
            text: string;
        };
        Facet: {
            /** @description What the filter of that name takes. */
            value: string;
            name: string | null;
            count: number;
        };
        Facets: {
            outlet: components["schemas"]["Facet"][];
            source: components["schemas"]["Facet"][];
            author: components["schemas"]["Facet"][];
            topic: components["schemas"]["Facet"][];
            language: components["schemas"]["Facet"][];
            year: components["schemas"]["Facet"][];
            approximate: boolean;
        };
        SearchResults: {
            data: (components["schemas"]["FoundArticleSummary"] | components["schemas"]["FoundArticle"] | components["schemas"]["SomeOfFoundArticleSummary"] | components["schemas"]["SomeOfFoundArticle"])[];
            page: components["schemas"]["Page"];
            facets?: components["schemas"]["Facets"];
        };
        ExcerptWithArticles: {
            /** @description Opaque; stays the same for good. */
            id: string;
            outlet: components["schemas"]["Outlet"];
            title: string | null;
            /** @description Of the report. */
            url: string | null;
            reporter: string | null;
            /** @description The day of the report, where it is known to the year. */
            publishedOn: string | null;
            /** @description What of the day is known otherwise, such as --05-24. */
            publishedOnPartial: string | null;
            /** @description Whether the year is worked out from the day of the document. */
            publishedOnInferred: boolean;
            /** @description The words that introduce the report, colon included. */
            leadIn: string | null;
            /** @description What was quoted, word for word, a paragraph each. */
            quote: string[];
            /** @description A language tag (BCP 47). */
            language: string;
            rights: string | null;
            /** @description When the report was captured, against which the quote is checked. */
            capturedAt: components["schemas"]["Instant"] | null;
            quoteSha256: string;
            snapshotSha256: string | null;
            /**
             * @description Whether each paragraph stands in the captured report, word for word.
             * @enum {string}
             */
            verification: "verified" | "mismatch" | "unverified";
            articles: components["schemas"]["ArticleSummary"][];
        };
        CommentaryWithArticles: {
            /** @description Opaque; stays the same for good. */
            id: string;
            /** @description Ids of those among the authors of the story who wrote it. */
            authors: string[];
            /** @description The role in which they wrote, as printed. */
            capacity: string | null;
            /** @description Ids of the excerpts that it answers. */
            respondsTo: string[];
            /** @description A language tag (BCP 47). */
            language: string;
            html: string;
            text: string;
            articles: components["schemas"]["ArticleSummary"][];
        };
        CountedAuthor: {
            /** @description Opaque; stays the same for good. */
            id: string;
            slug: string;
            name: string;
            role: string | null;
            articles: {
                author: number;
            };
        };
        CountedOutlet: {
            /** @description Opaque; stays the same for good. */
            id: string;
            slug: string;
            name: string;
            /** @description A language tag (BCP 47). */
            language: string;
            homepage: string | null;
            articles: {
                outlet: number;
                source: number;
                writtenFor: number;
            };
        };
        CountedTopic: {
            /** @description Opaque; stays the same for good. */
            id: string;
            slug: string;
            name: string;
            mediaTopic: string | null;
            articles: {
                topic: number;
            };
        };
        AuthorList: {
            data: components["schemas"]["CountedAuthor"][];
            page: components["schemas"]["Page"];
        };
        OutletList: {
            data: components["schemas"]["CountedOutlet"][];
            page: components["schemas"]["Page"];
        };
        TopicList: {
            data: components["schemas"]["CountedTopic"][];
            page: components["schemas"]["Page"];
        };
        ListedEdition: {
            revision: number;
            /** @enum {string} */
            kind: "published" | "updated" | "corrected" | "withdrawn" | "killed";
            at: components["schemas"]["Instant"];
            language: string;
            embargoUntil: components["schemas"]["Instant"] | null;
            notice: string | null;
            digest: string;
            /** Format: uri */
            edition: string;
        };
        EditionList: {
            data: components["schemas"]["ListedEdition"][];
            page: components["schemas"]["Page"];
        };
        EditionHeader: {
            /** @constant */
            type: "edition";
            articleId: string;
            revision: number;
            /** @enum {string} */
            kind: "published" | "updated" | "corrected" | "withdrawn" | "killed";
            at: components["schemas"]["Instant"];
            language: string;
            embargoUntil: components["schemas"]["Instant"] | null;
            firstPublishedAt: components["schemas"]["Instant"] | null;
            /** @description Whether the story comes from an archive. */
            backfill: boolean;
            notice: string | null;
            /** @description Of the canonical JSON (RFC 8785) of the content. */
            contentDigest: string;
            /** @description Its place in the ledger. */
            seq: number;
            /** @description Of the canonical JSON of the header before it in the ledger. */
            previous: string | null;
        };
        Edition: {
            header: components["schemas"]["EditionHeader"];
            /** @description The story as it was frozen; null where it was taken back. */
            content: {
                [key: string]: unknown;
            } | null;
            /** @description A detached JWS (RFC 7515, appendix F) over the canonical JSON of the header; its key is in /.well-known/jwks.json. */
            signature: string;
        };
        LedgerHead: {
            seq: number;
            hash: string | null;
            at: components["schemas"]["Instant"] | null;
            signature: string | null;
        };
        Change: {
            articleId: string;
            revision: number;
            /** @enum {string} */
            kind: "published" | "updated" | "corrected" | "withdrawn" | "killed";
        };
        Problem: {
            /** @description An address that explains this kind of error; its last segment is the code. */
            type: string;
            title: string;
            status: number;
            /** @description What happened here, in a sentence. */
            detail: string;
            /** @description The id of the request, as in X-Request-Id. */
            instance: string;
            /** @description Each thing that is wrong with the question. */
            errors?: ({
                parameter?: string;
                pointer?: string;
                detail: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        Living: {
            /** @constant */
            status: "ok";
        };
        Readiness: {
            /**
             * @description degraded: readers are answered, and only the editorial database is down.
             * @enum {string}
             */
            status: "ok" | "degraded" | "starting" | "stopping";
            /** @description The hash of the newest entry that this node shows. */
            ledger: string | null;
        };
        PublicKeys: {
            keys: ({
                kty: string;
                kid: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        GraphqlRequest: {
            /** @description A GraphQL document with one query, or several of which operationName says one. */
            query: string;
            variables?: {
                [key: string]: unknown;
            } | null;
            operationName?: string | null;
            extensions?: {
                [key: string]: unknown;
            } | null;
        };
        GraphqlAnswer: {
            data?: {
                [key: string]: unknown;
            } | null;
            errors?: ({
                message: string;
            } & {
                [key: string]: unknown;
            })[];
            extensions?: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: {
        /**
         * @description The id of a story.
         * @example 01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d10
         */
        articleId: string;
        /**
         * @description The id of a quoted report.
         * @example 01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d11
         */
        excerptId: string;
        /**
         * @description The id of a comment.
         * @example 01936a5e-5b2a-7c31-9d4e-0c8f2a6b7d12
         */
        commentaryId: string;
        /**
         * @description The number of an edition of the story.
         * @example 1
         */
        revision: string;
        /**
         * @description The language of the story (BCP 47); another spelling leads to the right one.
         * @example en
         */
        storyLanguage: string;
        /**
         * @description The name of the story in its address; one that it had before leads to the one it has.
         * @example the-last-ferry-leaves-too-early
         */
        storySlug: string;
        /**
         * @description The slug or the id of an author.
         * @example marta-ellery
         */
        authorSlug: string;
        /**
         * @description The slug or the id of an outlet.
         * @example lowmere-gazette
         */
        outletSlug: string;
        /**
         * @description The slug or the id of a topic.
         * @example harbours
         */
        topicSlug: string;
        /**
         * @description The last segment of the type of a problem.
         * @example unknown-parameter
         */
        errorType: string;
        /**
         * @description RSS 2.0, Atom or JSON Feed 1.1.
         * @example rss
         */
        feedFormat: "rss" | "atom" | "json";
        /**
         * @description RSS 2.0, Atom, JSON Feed 1.1 or a list of ninjs 3.1.
         * @example atom
         */
        newestFormat: "rss" | "atom" | "json" | "ninjs.json";
        /**
         * @description As /sitemap.xml names it.
         * @example 2026-1.xml
         */
        sitemapPart: string;
        /** @description Tags of answers that the client has: 304 when one of them is what it would get. */
        ifNoneMatch: string;
        /** @description The last event that was heard: what was missed since is told first. */
        lastEventId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listArticles: {
        parameters: {
            query?: {
                /** @description Slugs or ids of the sites where a story runs, with commas between them: any of these. */
                outlet?: string[];
                /** @description Slugs or ids of the outlets that a story quotes, with commas between them: any of these. */
                source?: string[];
                /** @description Slugs or ids of authors, with commas between them: any of these. */
                author?: string[];
                /** @description Slugs or ids of topics, with commas between them: any of these. */
                topic?: string[];
                /** @description Language tags, with commas between them: any of these, and what is more specific (en finds en-GB). */
                language?: string[];
                /** @description Slugs or ids of those for whom a story was written, with commas between them: any of these. */
                writtenFor?: string[];
                /** @description First published on that day or later, or at that time or later. */
                from?: string | unknown | unknown;
                /** @description First published on that day or earlier, or at that time or earlier. */
                to?: string | unknown | unknown;
                /** @description Words to find; phrases in quotation marks. */
                q?: string;
                /** @description In which order; relevance needs q, and shows the 1,000 best. */
                sort?: "-firstPublishedAt" | "firstPublishedAt" | "-updatedAt" | "updatedAt" | "relevance";
                /** @description How many, from 1 to 100. */
                limit?: number;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Names of fields, with commas between them: only these are answered. */
                fields?: ("id" | "url" | "slug" | "language" | "revision" | "status" | "title" | "summary" | "firstPublishedAt" | "publishedAt" | "updatedAt" | "embargoUntil" | "writtenFor" | "authors" | "excerpts" | "commentaries" | "outlets" | "topics" | "image" | "translations" | "corrections" | "digest" | "edition")[];
                /** @description summary leaves out what was quoted and what was answered. */
                view?: "summary" | "full";
                /** @description Whether to count all that is found: page.total. */
                count?: boolean;
            };
            header?: {
                /** @description Tags of answers that the client has: 304 when one of them is what it would get. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    searchArticles: {
        parameters: {
            query: {
                /** @description Slugs or ids of the sites where a story runs, with commas between them: any of these. */
                outlet?: string[];
                /** @description Slugs or ids of the outlets that a story quotes, with commas between them: any of these. */
                source?: string[];
                /** @description Slugs or ids of authors, with commas between them: any of these. */
                author?: string[];
                /** @description Slugs or ids of topics, with commas between them: any of these. */
                topic?: string[];
                /** @description Language tags, with commas between them: any of these, and what is more specific (en finds en-GB). */
                language?: string[];
                /** @description Slugs or ids of those for whom a story was written, with commas between them: any of these. */
                writtenFor?: string[];
                /** @description First published on that day or later, or at that time or later. */
                from?: string | unknown | unknown;
                /** @description First published on that day or earlier, or at that time or earlier. */
                to?: string | unknown | unknown;
                /** @description Words to find; phrases in quotation marks. */
                q: string;
                /** @description In which order; by relevance, the 1,000 best. */
                sort?: "-firstPublishedAt" | "firstPublishedAt" | "-updatedAt" | "updatedAt" | "relevance";
                /** @description How many, from 1 to 100. */
                limit?: number;
                /** @description Where the page before ended. */
                cursor?: string;
                /** @description Names of fields, with commas between them: only these are answered. */
                fields?: ("id" | "url" | "slug" | "language" | "revision" | "status" | "title" | "summary" | "firstPublishedAt" | "publishedAt" | "updatedAt" | "embargoUntil" | "writtenFor" | "authors" | "excerpts" | "commentaries" | "outlets" | "topics" | "image" | "translations" | "corrections" | "digest" | "edition")[];
                /** @description summary leaves out what was quoted and what was answered. */
                view?: "summary" | "full";
                /** @description Whether to count all that is found: page.total. */
                count?: boolean;
                /** @description Whether to count what is found by outlet, source, author, topic, language and year. */
                facets?: boolean;
            };
            header?: {
                /** @description Tags of answers that the client has: 304 when one of them is what it would get. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description Language tags, with commas between them: any of these, and what is more specific (en finds en-GB). */
                language?: string[];
                /** @description How many, from 1 to 100. */
                limit?: number;
                /** @description Where the page before ended. */
                cursor?: string;
            };
            header?: {
                /** @description Tags of answers that the client has: 304 when one of them is what it would get. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    listAuthors: {
        parameters: {
            query?: {
                /** @description In which names are printed, where a story has them in it. */
                language?: string;
                /** @description How many, from 1 to 100. */
                limit?: number;
                /** @description Where the page before ended. */
                cursor?: string;
            };
            header?: {
                /** @description Tags of answers that the client has: 304 when one of them is what it would get. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    getAuthor: {
        parameters: {
            query?: {
                /** @description In which names are printed, where a story has them in it. */
                language?: string;
            };
            header?: {
                /** @description Tags of answers that the client has: 304 when one of them is what it would get. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                /**
                 * @description The slug or the id of an author.
                 * @example marta-ellery
                 */
                slug: components["parameters"]["authorSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
}
