/**
 * Since when it is not known what became of a call that makes a task or a comment at Dooray!, instead of only that it is
 * not known; where a task is that was moved to another project; files of a ticket without reading those of all others.
 */
export const doorayCalls = `
ALTER TABLE "dooray_tasks" ALTER COLUMN "uncertain" DROP DEFAULT, ALTER COLUMN "uncertain" DROP NOT NULL;
ALTER TABLE "dooray_tasks" ALTER COLUMN "uncertain" TYPE bigint USING CASE WHEN "uncertain" THEN "tried_since" END;
ALTER TABLE "dooray_tasks" RENAME COLUMN "uncertain" TO "uncertain_since";
ALTER TABLE "dooray_comments" ALTER COLUMN "uncertain" DROP DEFAULT, ALTER COLUMN "uncertain" DROP NOT NULL;
ALTER TABLE "dooray_comments" ALTER COLUMN "uncertain" TYPE bigint USING CASE WHEN "uncertain" THEN "tried_since" END;
ALTER TABLE "dooray_comments" RENAME COLUMN "uncertain" TO "uncertain_since";
ALTER TABLE "dooray_tasks" ADD COLUMN "moved_to" text;
CREATE INDEX "dooray_files_ticket" ON "dooray_files" USING btree ("service_id","ticket_id");
`;
